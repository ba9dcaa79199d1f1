"""The proof that nothing drawn is spoiled can fail: a screen leaks one thing at a time, and each is seen."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from reader.companion.known import title_page
from reader.companion.people import people_met
from reader.companion.reading import Reading
from reader.companion.recap import recap_at
from reader.session.layout import ListFit
from reader.session.state import State
from reader.tui.drawing import Drawing
from reader.tui.views import scenes
from tests.spoilers import with_other_length
from tests.whole.comparing import ReaderWhoComesBack, differences, middle_of_scene, shipped_tables

SCENE = 9

Leak = Callable[[pytest.MonkeyPatch], None]


def _title(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(
        Reading, "title_page", lambda read: replace(title_page(read._index), title=read._index.rows[SCENE + 1].title)
    )


def _scenes(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(scenes, "listed_scenes", lambda state: state.reading._index.rows)


def _scroll(patch: pytest.MonkeyPatch) -> None:
    real = Drawing.fit

    def fit(drawing: Drawing, state: State) -> ListFit:
        fitting = real(drawing, state)
        more = (None,) * len(state.reading._index.rows) if fitting.rows else ()
        return replace(fitting, rows=(*fitting.rows, *more))

    patch.setattr(Drawing, "fit", fit)


def _people(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(Reading, "people", lambda read: people_met(read._index, read._index.end))


def _summary(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(Reading, "recap", lambda read, _: recap_at(read._index, read._index.end))


LEAKS: dict[str, tuple[Leak, str]] = {
    "a title in the bar": (_title, "text"),
    "rows of scenes to come": (_scenes, "scenes"),
    "how far a list can be scrolled": (_scroll, "views in the last of the scenes"),
    "people to come in the filter": (_people, "filter"),
    "summaries of scenes to come": (_summary, "recap"),
}
"""Each leak, and where it is seen."""


@pytest.mark.parametrize("leak", LEAKS)
def test_a_leak_into_a_screen_is_caught(leak: str, monkeypatch: pytest.MonkeyPatch) -> None:
    inject, seen_in = LEAKS[leak]
    inject(monkeypatch)
    story, frontier = shipped_tables(), middle_of_scene(SCENE)
    changed = with_other_length(story, story, frontier)
    one, other = (ReaderWhoComesBack(each, frontier, story, hide_length=True).look() for each in (story, changed))
    assert seen_in in differences(one, other)
