"""From what the reader has before them to the lines of every pane."""

from collections.abc import Sequence
from dataclasses import replace

from textual.geometry import Size

from reader.companion.moment import Moment
from reader.companion.thread import Thread
from reader.companion.values import SceneRow
from reader.tui.commands import COMMANDS, Command, available
from reader.tui.draw.bookmarks import bookmark_listing
from reader.tui.draw.card import card_listing
from reader.tui.draw.cast import cast_listing, cast_rows
from reader.tui.draw.column import Column, Page
from reader.tui.draw.filter import filter_listing
from reader.tui.draw.frame import NARROW, bar_line, footer_line
from reader.tui.draw.keys import key_listing
from reader.tui.draw.listing import Listing, inner_width, window
from reader.tui.draw.pages import ending_lines, opening_lines
from reader.tui.draw.recap import recap_listing, since_listing
from reader.tui.draw.scenes import SceneList, scene_lines
from reader.tui.draw.side import side_lines
from reader.tui.draw.speaking import speaking_line
from reader.tui.draw.strip import strip_lines
from reader.tui.draw.why import why_listing
from reader.tui.lines import Go, Line, Open, Target
from reader.tui.sight import Sight, View

WIDE = 120
"""From so many columns the scene list stands beside the text."""


class Drawing:
    """Draws a sight pane by pane; it keeps what is the same from one key to the next.

    Args:
        sight: What the reader has before them.
        commands: With the keys the reader wants.
    """

    def __init__(self, sight: Sight, commands: Sequence[Command] = COMMANDS) -> None:
        self._column = Column()
        self._commands = commands
        self._listings: dict[int, Listing | None] = {}
        self._top = 0
        self.shown = 1
        self.sight = sight
        self.thread = _thread(sight)
        self.moment = _moment(sight)
        self.page: Page | None = None

    def take(self, sight: Sight) -> None:
        """Draw this sight from now on."""
        before, self.sight = self.sight, sight
        if before.reading is not sight.reading or before.wanted != sight.wanted:
            self.thread = _thread(sight)
        if before.reading is not sight.reading or (before.place, before.pins) != (sight.place, sight.pins):
            self.moment = _moment(sight)
        self.page = None
        if replace(sight, cursor=before.cursor, notice=before.notice, asked=before.asked) != before:
            self._listings.clear()
        if _subject(before) != _subject(sight):
            self._top = 0

    def lines(self, pane: str, size: Size, width: int) -> list[Line]:
        """The lines of a pane, by its id.

        Args:
            pane: Which.
            size: Its own, in cells and rows.
            width: The whole screen's, in cells.
        """
        sight, moment = self.sight, self.moment
        if pane == "text":
            return self._text(size, width)
        if pane == "scenes":
            return scene_lines(self.scene_list, size)
        if pane == "footer":
            return [footer_line(self._worth_naming(), size.width)]
        if pane == "speaking":
            people = sight.reading.people() if sight.wanted else ()
            return [speaking_line(sight, self.thread, people, size.width)]
        if pane == "bar":
            return [bar_line(sight.reading.title_page().title, moment, size.width, listed=width >= WIDE)]
        if moment is None:
            return []
        if pane == "side":
            return side_lines(moment, size, sight.manner, sight.pins)
        return strip_lines(moment, size.width, sight.manner)

    @property
    def _scenes(self) -> Sequence[SceneRow]:
        """All scenes that were begun, or those of the thread."""
        return self.thread.scenes if self.thread else self.sight.reading.known.scenes

    @property
    def scene_list(self) -> SceneList:
        """The scenes to list, with what is marked in them."""
        sight = self.sight
        rows = self._scenes
        marked = frozenset(
            sight.reading.spot(mark.position).scene
            for mark in sight.marks.near
            if mark.position is not None and mark.position < sight.reading.end
        )
        here = self.moment.head.number if self.moment else 0
        return SceneList(rows, here, marked, sight.cursor if sight.view is View.SCENES else None)

    def listing(self, width: int) -> Listing | None:
        """The list that stands in the place of the text, in a pane of `width` cells; nothing where none does."""
        if width not in self._listings:
            self._listings[width] = self._listing(width)
        return self._listings[width]

    def _listing(self, width: int) -> Listing | None:
        sight, reading, inner = self.sight, self.sight.reading, inner_width(width)
        match sight.view:
            case View.BOOKMARKS:
                return bookmark_listing(reading, sight.marks, inner)
            case View.FILTER:
                scenes = len(self.thread.scenes) if self.thread else 0
                return filter_listing(reading.people(), sight.wanted, scenes)
            case View.CAST:
                rows = cast_rows(reading.cast(sight.place), sight.order, sight.looked_for)
                return cast_listing(rows, sight.order, sight.looked_for, inner)
            case View.CARD:
                return card_listing(reading.card(sight.subject, sight.place), inner, sight.manner)
            case View.WHY if sight.pair:
                why = reading.why(sight.pair, sight.place)
                return why_listing(why, sight.place, sight.pair in sight.pins, inner, sight.manner)
            case View.RECAP:
                return recap_listing(reading.recap(sight.place), inner)
            case View.SINCE if sight.on_beat:
                return since_listing(reading.since_you_left(sight.place), inner, sight.manner)
            case View.KEYS:
                asked_from = sight.below[-1][0] if sight.below else View.TEXT
                return key_listing(available(asked_from, self._commands), inner)
        return None

    def stops(self, width: int) -> int:
        """At how many items of the open list the cursor stops."""
        if self.sight.view is View.SCENES:
            return len(self._scenes)
        listing = self.listing(width)
        return len(listing.stops) if listing else 0

    def target(self, width: int) -> Target | None:
        """Where the stop leads that the cursor is on."""
        cursor = self.sight.cursor
        if self.sight.view is View.SCENES:
            return Go(self._scenes[cursor].start) if cursor < len(self._scenes) else None
        listing = self.listing(width)
        return listing.target(cursor) if listing else None

    def names(self) -> tuple[str, ...]:
        """The people named on the page, each once, from the beat being read on."""
        if self.page is None:
            return ()
        rows = (*self.page.lines[self.page.current :], *self.page.lines[: self.page.current])
        return tuple(dict.fromkeys(_person(span.target) for row in rows for span in row.spans if _person(span.target)))

    def _worth_naming(self) -> tuple[Command, ...]:
        """The keys worth naming here, and none that would only refuse."""
        sight = self.sight
        commands = available(sight.view, self._commands)
        if sight.view is not View.TEXT:
            return tuple(command for command in commands if command.id != "back")
        if not sight.reading.horizon:
            return tuple(command for command in commands if command.id in ("next", "keys", "quit"))
        useless = {"close"} | (set() if sight.on_beat else {"bookmark"})
        useless |= {"next"} if sight.place >= sight.reading.end else set()
        useless |= set() if sight.place else {"back"}
        return tuple(command for command in commands if command.id not in useless)

    def _text(self, size: Size, width: int) -> list[Line]:
        sight, moment = self.sight, self.moment
        if sight.view is View.SCENES and width < WIDE:
            return scene_lines(self.scene_list, size)
        if listing := self.listing(size.width):
            drawn = window(listing, sight.cursor, self._top, size)
            self._top, self.shown = drawn.top, drawn.shown
            return list(drawn.lines)
        if moment is None:
            page = sight.reading.title_page()
            if sight.place >= sight.reading.end:
                return ending_lines(page, size)
            return opening_lines(page, sight.reading.frontier > 0, size)
        if sight.view is View.SIDE:
            return side_lines(moment, size, sight.manner, sight.pins)
        self.page = self._column.page(moment, size, sight.screenful, sight.manner, inline=width < NARROW)
        return self._walked(list(self.page.lines))

    def _walked(self, rows: list[Line]) -> list[Line]:
        """The page with the name lit that was walked to."""
        names = self.names()
        if self.sight.walk is None or not names or self.page is None:
            return rows
        person = names[self.sight.walk % len(names)]
        current = self.page.current
        for number in (*range(current, len(rows)), *range(current)):
            spans = rows[number].spans
            at = next((n for n, span in enumerate(spans) if _person(span.target) == person), None)
            if at is not None:
                lit = (*spans[:at], replace(spans[at], lit=True), *spans[at + 1 :])
                return [*rows[:number], replace(rows[number], spans=lit), *rows[number + 1 :]]
        return rows


def _thread(sight: Sight) -> Thread | None:
    return sight.reading.thread(sight.wanted) if sight.wanted else None


def _moment(sight: Sight) -> Moment | None:
    return sight.reading.moment(sight.place, sight.pins) if sight.on_beat else None


def _person(target: Target | None) -> str:
    return target.person if isinstance(target, Open) else ""


def _subject(sight: Sight) -> tuple[object, ...]:
    """What the open list is of."""
    return (sight.view, sight.subject, sight.pair, sight.order, sight.looked_for)
