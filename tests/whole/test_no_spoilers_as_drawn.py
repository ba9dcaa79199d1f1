"""What is drawn depends only on what lies at or before the frontier: every view, text and style, to the byte."""

import asyncio
from contextlib import nullcontext
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache
from itertools import accumulate
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
import tomli
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from textual.geometry import Size
from textual.widget import Widget

from reader.companion.reading import Reading
from reader.companion.values import pair_of
from reader.position import Position
from reader.shelf.kept import Bookmark
from reader.shelf.settings import Settings
from reader.shelf.shelf import Shelf
from reader.tui.commands import command
from reader.tui.drawing import Drawing
from reader.tui.sight import Sight, View
from tests.driving import Driven, Setting, drive
from tests.spoilers import with_other_future, with_other_length
from tests.stories import SHIPPED, Tables, drawn_tables, sound, written

SIZES = ((120, 36), (80, 24))
PANES = {
    120: {"scenes": Size(25, 33), "text": Size(61, 33), "side": Size(34, 33)},
    80: {"text": Size(80, 16), "strip": Size(80, 5), "side": Size(80, 16), "scenes": Size(80, 16)},
    50: {"text": Size(50, 17)},
}
for width, panes in PANES.items():
    panes |= {pane: Size(width, 1) for pane in ("bar", "speaking", "footer")}
LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC)

VIEWS = {
    "since you left": "",
    "text": "escape",
    "title page": "g",
    "looking back": "h h",
    "scenes": "1",
    "scenes, the first": "1 up up",
    "companion": "3",
    "bookmarks": "B",
    "filter": "f",
    "filter by two": "f enter down enter x",
    "filtered": "f enter escape",
    "end of a thread": "f enter escape space",
    "cast": "c",
    "cast, last seen first": "c o",
    "cast by name": "c o o",
    "card": "c enter",
    "card of the last one met": "c up down down down down down down enter",
    "name walked to": "i",
    "card of a name": "i enter",
    "why": "w",
    "why, the next pair": "w tab",
    "receipt gone to": "w enter",
    "recap": "r",
    "keys": "question_mark",
    "asking to skip": "n",
    "as far as was read": "down",
    "the last of the scenes": "1 G",
    "a page further": "pagedown",
    "jumped and gone back": "1 g enter ctrl+o",
    "returned from a detour": "1 g enter backspace",
    "nothing to undo": "u",
    "why over a card": "c enter w",
    "cast looked through": "c slash a enter",
    "cast looked through in vain": "c slash q q q enter",
    "asked for a name": "c slash a",
    "a bookmark to be named": "B e",
    "keys of a list": "B question_mark",
    "known, and hidden again": ":know :know",
    "its length turned about and back": ":length :length",
    "asking to begin again": ":again",
    "numbers": ":numbers",
    "the other looks": ":light",
    "the first looks again": ":light",
}
"""Every view, and the keys that lead to it from the text, or the commands of the palette, after a colon; it begins
with what meets a reader who comes back."""

Drawn = dict[str, object]
"""What was drawn, by view and size."""


class _Reader:
    """Somebody who comes back to a story at its frontier, with bookmarks of an earlier reading behind it and beyond.

    Args:
        story: What they read.
        frontier: How far.
        kept_of: The story as it was when they marked it; the same for both of two that are compared.
        hide_length: They hide how long it is.
    """

    def __init__(self, story: Tables, frontier: int, kept_of: Tables, *, hide_length: bool = False) -> None:
        self._story, self._frontier, self._kept_of = story, Position(frontier), kept_of
        self._hide_length = hide_length

    def look(self, size: tuple[int, int] = (120, 36), *, rendered: bool = False) -> Drawn:
        """Every view, drawn at every size.

        Args:
            size: Of the screen the app runs on.
            rendered: Take from the screen what it renders too, and open the palette; this takes much longer.
        """
        drawn: Drawn = {}

        async def act(reader: Driven) -> None:
            start = reader.sight
            drawn["picture"] = reader.picture()
            # Nothing is rendered where only lines are wanted: Textual takes longer for it than the reader to draw.
            with nullcontext() if rendered else reader.app.batch_update():
                await views(reader, start)
            if rendered:
                await reader.press("ctrl+p")
                await reader.settle()
                drawn["palette"] = reader.picture()

        async def views(reader: Driven, start: Sight) -> None:
            for view, keys in VIEWS.items():
                if view == "asking to skip" and self._would_read_on:
                    continue
                await _tap(reader, *keys.split())
                if rendered:
                    drawn[f"{view}, rendered"] = await _rendered(reader)
                assert reader.sight.reading.frontier == self._frontier
                drawn[view] = _lines(reader.sight)
                drawn[f"commands in {view}"] = [row[:2] for row in reader.app.get_system_commands(reader.screen)]
                if reader.screen.answer.asking:
                    reader.screen.answer.leave()
                reader.screen.see(replace(start, view=View.TEXT, kept=reader.sight.kept))

        with TemporaryDirectory() as name:
            folder = Path(name)
            self._keep(folder)
            told = Settings(hide_length=self._hide_length)
            drawn["last words"] = drive(Setting(folder, written(folder, self._story), size, settings=told), act)
        return drawn

    def _keep(self, folder: Path) -> None:
        whole = Reading.of(sound(self._kept_of))
        whole = whole.reaching(whole.end)
        here = whole.anchor(self._frontier)
        marked = sorted({1, self._frontier, min(self._frontier + 1, whole.end - 1), int(whole.end) - 1})
        anchors = [whole.anchor(Position(position)) for position in marked]
        marks = tuple(Bookmark(id=f"mark-{n}", anchor=anchor) for n, anchor in enumerate(anchors) if anchor)
        people = sorted(person["id"] for person in self._kept_of["character"])
        pins = (pair_of(people[0], people[1]), pair_of(people[0], people[-1]))
        kept = {"frontier": here, "place": here, "left": LONG_AGO, "bookmarks": marks, "reading": 2, "pins": pins}
        Shelf(folder, whole.story_id).change(lambda before: before.model_copy(update=kept))

    @property
    def _would_read_on(self) -> bool:
        """Where a scene ends there is nothing of it to skip; where that is hidden, the reader is asked all the same."""
        ends = accumulate(len(scene["beat"]) for scene in self._story["scene"])
        return not self._hide_length and self._frontier in ends


async def _tap(reader: Driven, *keys: str) -> None:
    """Press keys, and go on when they were acted on; the pilot's own way waits five times as long."""
    app = reader.app
    for key in keys:
        if key.startswith(":"):
            await app.give(command(key.removeprefix(":")))
            await reader.pilot.pause()
            continue
        done = asyncio.Event()
        app.simulate_key(key)
        app.call_later(lambda done=done: app.screen.call_later(lambda: app.call_later(done.set)))
        await done.wait()


def _lines(sight: Sight) -> list[object]:
    """What every pane says at every size, with its styles, and where a click leads."""
    drawing = Drawing(sight)
    return [drawing.lines(pane, size, width) for width, panes in PANES.items() for pane, size in panes.items()]


async def _rendered(reader: Driven) -> list[object]:
    """All that stands on the screen, where, in which words and colours."""
    before: list[object] = []
    while True:
        await reader.pilot.pause()
        shown = (widget for widget in reader.screen.query(Widget) if widget.display and not widget.children)
        now: list[object] = [
            (widget.css_identifier, widget.region, widget.render_lines(widget.size.region))
            for widget in shown
            if widget.region.area
        ]
        if now == before:
            return now
        before = now


def _differences(one: Drawn, other: Drawn) -> list[str]:
    return [view for view in one.keys() | other.keys() if one.get(view) != other.get(view)]


@cache
def _shipped() -> Tables:
    return tomli.loads(SHIPPED.read_text(encoding="utf-8"))


def _lengths_until(number: int) -> int:
    """How many beats the first scenes of the shipped story have."""
    return sum(len(scene["beat"]) for scene in _shipped()["scene"][:number])


def _middle(number: int) -> int:
    """The position in the middle of a scene of the shipped story, counted from 0."""
    return (_lengths_until(number) + _lengths_until(number + 1) + 1) // 2


@pytest.mark.parametrize("number", range(28))
def test_nothing_on_a_screen_in_a_scene_of_the_shipped_story_tells_what_follows(number: int) -> None:
    """The lines of every pane for three sizes of a screen, and what a screen of two sizes in turn makes of them."""
    story, frontier = _shipped(), _middle(number)
    changed = with_other_future(story, story, frontier)
    size = SIZES[number % len(SIZES)]
    one, other = (_Reader(each, frontier, story).look(size, rendered=True) for each in (story, changed))
    assert set(one) >= {"picture", "palette", *(view for view in VIEWS if view != "asking to skip")}
    assert _differences(one, other) == []


@pytest.mark.parametrize("number", [0, 5, 13, 20])
@pytest.mark.parametrize("place", ["in the middle", "at the end"])
def test_nothing_drawn_tells_how_long_the_story_is_where_that_is_hidden(number: int, place: str) -> None:
    story = _shipped()
    frontier = _middle(number) if place == "in the middle" else _lengths_until(number + 1)
    changed = with_other_length(story, story, frontier)
    one, other = (_Reader(each, frontier, story, hide_length=True).look() for each in (story, changed))
    assert _differences(one, other) == []


@settings(max_examples=10, phases=[Phase.generate])
@given(drawn_tables(least=2), drawn_tables(), st.data())
def test_nothing_drawn_of_any_story_tells_what_follows(story: Tables, other: Tables, data: st.DataObject) -> None:
    frontier = data.draw(st.integers(1, sum(len(scene["beat"]) for scene in story["scene"]) - 1))
    hide_length = data.draw(st.booleans())
    changed = (with_other_length if hide_length else with_other_future)(story, other, frontier)
    one, other = (_Reader(each, frontier, story, hide_length=hide_length).look() for each in (story, changed))
    assert _differences(one, other) == []


async def _undo(reader: Driven) -> None:
    await reader.press("u")
    assert reader.sight.marks.further == 1
    assert reader.sight.notice is not None
    assert reader.sight.notice.text == "Nothing to undo."


def test_undo_names_no_bookmark_that_reading_again_hides(tmp_path: Path) -> None:
    async def act(reader: Driven) -> None:
        await reader.press("space", "space")
        await reader.keep()
        await reader.app.give(command("again"))
        await reader.press("enter")
        await _undo(reader)

    drive(Setting(tmp_path), act)


def test_undo_names_no_bookmark_that_is_hidden_with_the_story(tmp_path: Path) -> None:
    async def act(reader: Driven) -> None:
        await reader.app.give(command("know"))
        await reader.press("1", "down", "down", "enter")
        await reader.keep()
        await reader.app.give(command("know"))
        await _undo(reader)

    drive(Setting(tmp_path), act)
