"""What one reader is shown of two stories with another future, view by view: what the spoiler tests compare."""

import asyncio
from contextlib import nullcontext
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache, partial
from itertools import accumulate
from pathlib import Path
from tempfile import TemporaryDirectory

import tomli
from textual.geometry import Size
from textual.widget import Widget

from reader.companion.reading import Reading
from reader.companion.values import pair_of
from reader.position import Position
from reader.session.display import ColourDepth
from reader.session.finding import palette_commands
from reader.session.state import ScrolledView, State, TextView, View
from reader.shelf.operations import AddBookmark, AddPin, MovePlace, ReadAgain
from reader.shelf.settings import Settings
from reader.shelf.shelf import Shelf
from reader.tui.drawing import Drawing, ScreenSize
from reader.tui.palette import keys_of
from tests.driving import Driven, Setting, drive
from tests.stories import SHIPPED, Tables, sound, written

PANES = {
    120: {"scenes": Size(25, 33), "text": Size(61, 33), "side": Size(34, 33)},
    80: {"text": Size(80, 16), "strip": Size(80, 5), "side": Size(80, 16), "scenes": Size(80, 16)},
    50: {"text": Size(50, 17)},
}
for width, panes in PANES.items():
    panes |= {pane: Size(width, 1) for pane in ("bar", "status", "footer")}
DEPTHS = {120: ColourDepth.FULL, 80: ColourDepth.SIXTEEN, 50: ColourDepth.NONE}
"""The fewer colours, the more names have shapes."""
LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC)

VIEWS = {
    "where you are": "",
    "text": "escape",
    "title page": "g",
    "looking back": "h h",
    "scenes": "1",
    "scenes, the first": "1 up up",
    "companion": "3",
    "companion, to its end": "3 G",
    "a card out of the companion": "3 enter",
    "why out of the companion": "3 G enter",
    "bookmarks": "B",
    "filter": "f",
    "filter by two": "f space down space x",
    "filtered": "f enter",
    "end of a thread": "f enter space",
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


class ReaderWhoComesBack:
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
            start = reader.state
            drawn["picture"] = reader.picture()
            # Nothing is rendered where only lines are wanted: Textual takes longer for it than the reader to draw.
            with nullcontext() if rendered else reader.app.batch_update():
                await views(reader, start)
            if rendered:
                await reader.press("ctrl+p")
                await reader.settle()
                drawn["palette"] = reader.picture()

        async def views(reader: Driven, start: State) -> None:
            for view, keys in VIEWS.items():
                if view == "asking to skip" and self._would_read_on:
                    continue
                await _tap(reader, *keys.split())
                if rendered:
                    drawn[f"{view}, rendered"] = await _rendered(reader)
                assert reader.state.reading.frontier == self._frontier
                drawn[view] = _lines(reader.state)
                drawn[f"views in {view}"] = _without_top(reader.state)
                commands = palette_commands(reader.state)
                drawn[f"commands in {view}"] = [(one.help, keys_of(one, reader.state)) for one in commands]
                reader.screen.show(replace(start, views=(TextView(),), prompt=None, kept=reader.state.kept))

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
        shelf = Shelf(folder, whole.story_id)
        for number, anchor in enumerate(anchors):
            if anchor:
                shelf.change(AddBookmark(bookmark=f"mark-{number}", anchor=anchor))
        shelf.change(ReadAgain(reading=1))
        people = sorted(person["id"] for person in self._kept_of["character"])
        for other in (people[1], people[-1]):
            shelf.change(AddPin(pair=pair_of(people[0], other)))
        shelf.change(MovePlace(place=here, frontier=here, left=LONG_AGO, reading=2))

    @property
    def _would_read_on(self) -> bool:
        """At a scene's end there is nothing of it to skip; if that is hidden, the reader is asked all the same."""
        ends = accumulate(len(scene["beat"]) for scene in self._story["scene"])
        return not self._hide_length and self._frontier in ends


async def _tap(reader: Driven, *keys: str) -> None:
    """Press keys, and go on when they were acted on; the pilot's own way waits five times as long."""
    app = reader.app
    for key in keys:
        if key.startswith(":"):
            await reader.give(key.removeprefix(":"))
            continue
        done = asyncio.Event()
        app.simulate_key(key)
        app.call_later(lambda done=done: app.screen.call_later(lambda: app.call_later(done.set)))
        await done.wait()


def _without_top(state: State) -> list[View]:
    """The open views; where a list begins depends on the moment at which Textual laid out the screen."""
    return [replace(view, top=0) if isinstance(view, ScrolledView) else view for view in state.views]


def _lines(state: State) -> list[object]:
    """What every pane says at every size, with its styles, and where a click leads."""
    drawn: list[object] = []
    for columns, panes in PANES.items():
        drawing = Drawing(partial(ScreenSize, panes, columns))
        here = replace(state, layout=drawing, display=replace(state.display, depth=DEPTHS[columns]))
        drawn += [drawing.lines(here, pane, size, columns) for pane, size in panes.items()]
    return drawn


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


def differences(one: Drawn, other: Drawn) -> list[str]:
    """The views that are not the same in both, by their names."""
    return [view for view in one.keys() | other.keys() if one.get(view) != other.get(view)]


@cache
def shipped_tables() -> Tables:
    """The tables of the story the reader ships with."""
    return tomli.loads(SHIPPED.read_text(encoding="utf-8"))


def lengths_until(number: int) -> int:
    """How many beats the first scenes of the shipped story have."""
    return sum(len(scene["beat"]) for scene in shipped_tables()["scene"][:number])


def middle_of_scene(number: int) -> int:
    """The position in the middle of a scene of the shipped story, counted from 0."""
    return (lengths_until(number) + lengths_until(number + 1) + 1) // 2
