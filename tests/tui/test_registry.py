"""The registry of views: how a view is drawn, that its rows are the session's, and that a new view needs no more."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from reader.position import Position
from reader.session.links import GoTo
from reader.session.state import ListView, ScrolledView, State, Step, TextView, View
from reader.session.views.stack import opening, push
from reader.session.views.where import WhereView
from reader.text import Link, Span
from reader.tui.lines import line
from reader.tui.listing import Listing, passed_over, row
from reader.tui.registry import VIEWS, Listed
from tests.driving import Driven, Setting, drive
from tests.stories import beat, scene, tables, written

STORY = Path(__file__).parent / "pier.toml"


@dataclass(frozen=True, slots=True)
class QuotesView(ListView):
    """A sample view, as a contributor would write it: the first words of the beats that were read."""

    word: str

    def rows(self, state: State) -> Sequence[Link | None]:
        """Each row leads to its beat."""
        return tuple(GoTo(at) for at, quote in self.quotes(state) if self.word in quote)

    def quotes(self, state: State) -> list[tuple[Position, str]]:
        """The first words of every beat that was read."""
        places = (Position(at) for at in range(1, min(state.reading.frontier, state.reading.end - 1) + 1))
        anchors = ((at, state.reading.anchor(at)) for at in places)
        return [(at, anchor.quote) for at, anchor in anchors if anchor]


def quotes_listing(view: QuotesView, state: State, width: int) -> Listing:
    """The lines of the sample view."""
    found = [(at, quote) for at, quote in view.quotes(state) if view.word in quote]
    rows = [row(line(Span(f"{at} {quote}"[:width]))) for at, quote in found]
    return Listing((passed_over(Span("From the beginning", "quiet")), *rows), "Quotes", f"with “{view.word}”")


@pytest.mark.parametrize("size", [(120, 30), (80, 24), (50, 20)], ids=str)
def test_a_view_that_only_the_registry_knows_is_drawn_scrolled_chosen_and_closed(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async def act(reader: Driven) -> None:
        reader.screen.make(opening(lambda: QuotesView("the")))
        await reader.settle()
        frame = reader.frame()
        assert "Quotes" in frame
        assert "with “the”" in frame
        assert "From the beginning" in frame
        assert "Enter choose" in frame
        (first, second, *_) = [link for link in QuotesView("the").rows(reader.state) if isinstance(link, GoTo)]
        await reader.press("down")
        assert reader.state.view == QuotesView("the", cursor=1)
        await reader.press("?", "escape", "enter")
        assert reader.state.place == second.position
        assert first.position < second.position
        reader.screen.make(opening(lambda: QuotesView("the")))
        await reader.press("escape")
        assert isinstance(reader.state.view, TextView)

    drive(Setting(tmp_path, STORY, size, at="evening:1", views={**VIEWS, QuotesView: Listed(quotes_listing)}), act)


def test_a_row_of_it_is_chosen_by_a_click(tmp_path: Path) -> None:
    async def act(reader: Driven) -> None:
        reader.screen.make(opening(lambda: QuotesView("the")))
        await reader.settle()
        y = next(n for n, row in enumerate(reader.frame().splitlines()) if "From the beginning" in row) + 2
        (_, second, *_) = [link for link in QuotesView("the").rows(reader.state) if isinstance(link, GoTo)]
        await reader.pilot.click(offset=(12, y))
        await reader.pilot.pause()
        assert reader.state.place == second.position

    drive(Setting(tmp_path, STORY, (80, 24), at="evening:1", views={**VIEWS, QuotesView: Listed(quotes_listing)}), act)


OPENED = {
    "scenes": "1",
    "bookmarks": "h b p b B",
    "filter": "f",
    "cast": "c",
    "card": "c down enter",
    "why": "w",
    "recap": "r",
    "keys": "?",
}


@pytest.mark.parametrize("size", [(120, 30), (80, 24), (50, 20)], ids=str)
@pytest.mark.parametrize("opened", [*OPENED, "where you are"])
def test_every_row_of_a_list_is_a_stop_and_no_row_is_drawn_twice(
    tmp_path: Path, opened: str, size: tuple[int, int]
) -> None:
    async def act(reader: Driven) -> None:
        for key in OPENED.get(opened, "").split():
            await (reader.keep() if key == "b" else reader.press(key))
        if opened == "where you are":
            reader.screen.make(lambda state: Step(push(state, WhereView())))
            await reader.settle()
        view = reader.state.view
        assert isinstance(view, ScrolledView)
        rows = [number for number in reader.state.layout.fit(reader.state).rows if number is not None]
        expected = len(view.rows(reader.state)) if isinstance(view, ListView) else 0
        assert sorted(set(rows)) == list(range(expected))
        assert rows == sorted(rows)
        assert expected or opened == "keys"

    drive(Setting(tmp_path, STORY, size, at="evening:1"), act)


def test_a_long_text_has_several_stops_which_all_belong_to_its_row(tmp_path: Path) -> None:
    story = written(tmp_path, tables(scene("one", beat("Words of a long beat. " * 60), present=["ali"])))

    async def act(reader: Driven) -> None:
        reader.screen.make(lambda state: Step(push(state, WhereView())))
        await reader.settle()
        rows = list(reader.state.layout.fit(reader.state).rows)
        assert rows.count(0) > 3
        assert rows[-1] == 1
        await reader.press("down", "down", "enter")
        assert isinstance(reader.state.view, TextView)
        assert reader.state.place == 1

    drive(Setting(tmp_path, story, (80, 24), at="one:1"), act)


def test_every_view_of_the_session_is_in_the_registry() -> None:
    def kinds(kind: type[object]) -> set[type[object]]:
        return {kind} | {inner for one in kind.__subclasses__() for inner in kinds(one)}

    names = {kind.__name__ for kind in kinds(View) if kind.__module__.startswith("reader.session.views")}
    assert names == {kind.__name__ for kind in VIEWS}
