"""The one engine of all lists: items, the stops of the cursor, and the part of a list that is on the screen."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import overload

from textual.geometry import Size

from reader.session.links import ChooseRow
from reader.text import Span
from reader.tui.lines import BLANK, Line, both_ends, indent, line, wrap
from reader.tui.rows import APART, ended, shortened

MARGIN = 3
TITLE_SHARE = 4
"""A long title takes up to this part of a list's height; what it names stands in whole among the items too."""
WIDEST = 100
"""Cells in a list's row, at most: what stands at its two ends belongs together."""

LINES_AT_ONCE = 4
"""The cursor goes through a tall item so many lines at a time: it may be taller than the screen."""
MORE = "↑↓ more"

MakeLines = Callable[[], Sequence[Line]]
"""Makes the lines of an item; asked only while they are on the screen."""


@dataclass(frozen=True, slots=True)
class Item:
    """Some lines of a list.

    Attributes:
        stop: The cursor stops at it.
        begins_row: It begins the next row of its view; a stop that begins none belongs to the row before it.
        apart: It belongs to no row.
        section: The heading under which it stands, in a list whose items bring their headings along.
    """

    make: MakeLines
    stop: bool = False
    begins_row: bool = False
    apart: bool = False
    section: tuple[Line, ...] = ()


def row(*lines: Line) -> Item:
    """A row of the view."""
    return Item(lambda: lines, stop=True, begins_row=True)


def lazy_row(make: MakeLines) -> Item:
    """A row of the view whose lines are made when they are seen, for lists that grow with the story."""
    return Item(make, stop=True, begins_row=True)


def more_text(*lines: Line) -> Item:
    """Another stop of the cursor in the row before; in a list without rows, a stop in plain text."""
    return Item(lambda: lines, stop=True)


def tall_row(lines: Sequence[Line]) -> list[Item]:
    """A row of the view that may be taller than the screen: the cursor goes through its lines, some at a time."""
    first, *others = _in_parts(lines)
    return [row(*first), *(more_text(*part) for part in others)]


def plain_text(lines: Sequence[Line]) -> list[Item]:
    """Lines to read: the cursor passes over them, or goes through them if they may be taller than the screen."""
    if len(lines) <= LINES_AT_ONCE:
        return [Item(_making((one,))) for one in lines]
    return [Item(_making(part), stop=True, apart=True) for part in _in_parts(lines)]


def _in_parts(lines: Sequence[Line]) -> list[Sequence[Line]]:
    return [lines[first : first + LINES_AT_ONCE] for first in range(0, max(1, len(lines)), LINES_AT_ONCE)]


def _making(lines: Sequence[Line]) -> MakeLines:
    return lambda: lines


def passed_over(*spans: Span) -> Item:
    """A line at which the cursor does not stop."""
    return Item(lambda: (line(*spans),))


def heading(words: str) -> Item:
    """A line that names what follows."""
    return passed_over(Span(words, "quiet", bold=True))


def headings(words: str, width: int) -> list[Item]:
    """Lines that name what follows, for words that may be long."""
    return [passed_over(*one.spans) for one in wrap([Span(words, "quiet", bold=True)], width)]


GAP = Item(lambda: (BLANK,))


@dataclass(frozen=True, slots=True)
class LazyRows(Sequence[Item]):
    """Items that are rows, all of them, and are made when they are looked at.

    Attributes:
        total: How many there are.
        item: Makes one by its number, counted from 0.
    """

    total: int
    item: Callable[[int], Item]

    def __len__(self) -> int:
        return self.total

    @overload
    def __getitem__(self, number: int) -> Item: ...

    @overload
    def __getitem__(self, number: slice) -> Sequence[Item]: ...

    def __getitem__(self, number: int | slice) -> Item | Sequence[Item]:
        if isinstance(number, slice):
            return [self.item(one) for one in range(*number.indices(self.total))]
        return self.item(range(self.total)[number])


@dataclass(frozen=True)
class Listing:
    """What a list shows.

    Attributes:
        items: From top to bottom.
        title: What it is; a list without a title has no margin either.
        note: A remark on it, at the right of the title.
        columns: Headings of its columns, under the title.
        centred: The cursor's row is kept in the middle; else the list moves no more than the cursor needs.
        focus: The row in the middle while the list has no cursor.
    """

    items: Sequence[Item]
    title: str = ""
    note: str = ""
    columns: Line = BLANK
    centred: bool = False
    focus: int = 0

    @cached_property
    def stops(self) -> Sequence[int]:
        """The items at which the cursor stops, by their number."""
        if isinstance(self.items, LazyRows):
            return range(len(self.items))
        return tuple(number for number, item in enumerate(self.items) if item.stop)

    @cached_property
    def rows(self) -> Sequence[int | None]:
        """The row of the view to which each stop belongs; nothing for stops before the first row."""
        if isinstance(self.items, LazyRows):
            return range(len(self.items))
        begun = 0
        rows: list[int | None] = []
        for number in self.stops:
            item = self.items[number]
            begun += item.begins_row
            rows.append(begun - 1 if begun and not item.apart else None)
        return tuple(rows)

    def lines(self, number: int, *, lit: bool = False) -> list[Line]:
        """The lines of an item by its number; a click on one chooses its row. If it is lit, the cursor is on it."""
        return self.lines_of(self.items[number], number, lit=lit)

    def lines_of(self, item: Item, number: int, *, lit: bool = False) -> list[Line]:
        """The lines of an item that is at hand already, with its number."""
        chosen = self._row_of(number) if item.stop else None
        link = None if chosen is None else ChooseRow(chosen)
        return [Line(one.spans, one.link or link, lit) for one in item.make()]

    def item_at(self, cursor: int | None) -> int:
        """The item that the cursor is on, or the one in the middle if the list has no cursor."""
        if not self.stops:
            return 0
        return self.stops[min(self.focus if cursor is None else cursor, len(self.stops) - 1)]

    def _row_of(self, number: int) -> int | None:
        return number if isinstance(self.items, LazyRows) else self.rows[self._stop_numbers[number]]

    @cached_property
    def _stop_numbers(self) -> dict[int, int]:
        return {item: stop for stop, item in enumerate(self.stops)}


def inner_width(width: int) -> int:
    """The width a titled list's items have in a pane of `width` cells."""
    return max(8, min(WIDEST, width - 2 * MARGIN))


@dataclass(frozen=True, slots=True)
class Window:
    """The part of a list that is on the screen.

    Attributes:
        top: The number of the item it begins with; 0 if the list is centred.
        shown: The stops that are whole on it.
    """

    lines: tuple[Line, ...]
    top: int
    shown: int


def window(listing: Listing, cursor: int | None, top: int, size: Size) -> Window:
    """The part of a list around its cursor.

    Args:
        listing: The list.
        cursor: Which of its stops the cursor is on; nothing if the list has no cursor.
        top: The item with which the window began before.
        size: Of the pane, in cells and rows.
    """
    return _centred(listing, cursor, size) if listing.centred else _followed(listing, cursor, top, size)


def _followed(listing: Listing, cursor: int | None, top: int, size: Size) -> Window:
    """The title, and as many items as fit, moved no more than the cursor needs."""
    width = inner_width(size.width)
    room = max(1, size.height - len(_head(listing, width, size.height, MORE)) - 2)
    focus = listing.item_at(cursor)
    top = _top(listing, focus, top, room)
    lines: list[Line] = []
    shown = 0
    number = top
    while number < len(listing.items) and len(lines) < room:
        stop = listing.items[number].stop
        lines += listing.lines(number, lit=stop and number == focus)
        shown += stop and len(lines) <= room
        number += 1
    more = len(lines) > room or any(listing.items[rest] is not GAP for rest in range(number, len(listing.items)))
    arrows = "↑" * (top > 0) + "↓" * more
    head = _head(listing, width, size.height, f"{arrows} more" if arrows else "")
    drawn = indent([*head, listing.columns, *lines[:room]], [Span(" " * MARGIN)])
    return Window(tuple([BLANK, *drawn][: size.height]), top, shown)


def _head(listing: Listing, width: int, height: int, arrows: str) -> list[Line]:
    """The title, and at its end the note and that there is more; its height does not depend on whether there is."""
    title = shortened(wrap([Span(listing.title, "accent", bold=True)], width), max(1, height // TITLE_SHARE), width)
    widest, note = (" · ".join(part for part in (listing.note, more) if part) for more in (MORE, arrows))
    if title[-1].cells + APART + len(widest) <= width:
        return ended(title, [Span(note, "quiet")], width)
    return [*title, both_ends(line(), line(Span(note, "quiet")), width)]


def _top(listing: Listing, focus: int, top: int, room: int) -> int:
    """The item to begin with: the same as before if the cursor's item is then whole on the screen."""
    first = _with_its_heading(listing, focus)
    if first < top:
        return first
    last = focus
    if listing.stops and focus == listing.stops[-1]:
        last = len(listing.items) - 1  # the cursor reaches what follows the last stop in no other way
    lowest, used = focus, len(listing.lines(focus)) if listing.items else 0
    for number in range(focus + 1, last + 1):
        used += len(listing.lines(number))
    while lowest > top and used + len(listing.lines(lowest - 1)) <= room:
        lowest -= 1
        used += len(listing.lines(lowest))
    return lowest


def _with_its_heading(listing: Listing, focus: int) -> int:
    """The first of the items that the cursor passes over just before an item: its heading is among them."""
    while focus and not listing.items[focus - 1].stop:
        focus -= 1
    return focus


def _centred(listing: Listing, cursor: int | None, size: Size) -> Window:
    """The items around the cursor, each section under its heading; nothing else is made."""
    height = size.height - 1
    focus = listing.item_at(cursor)
    # A heading takes two rows more, so a window of `height` items is always enough.
    first = max(0, focus - height)
    lines: list[Line] = []
    sections: list[tuple[Line, ...]] = []
    owners: list[int | None] = []
    focus_line = 0
    section: tuple[Line, ...] = ()
    for number, item in enumerate(listing.items[first : focus + height + 1], start=first):
        if item.section and item.section != section:
            lines += [BLANK, *item.section] if lines else item.section
        section = item.section
        owners += [None] * (len(lines) - len(owners))
        if number == focus:
            focus_line = len(lines)
        lines += listing.lines_of(item, number, lit=cursor is not None and number == focus)
        owners += [number] * (len(lines) - len(owners))
        sections += [section] * (len(lines) - len(sections))
    top = min(max(0, focus_line - height // 2), max(0, len(lines) - height))
    shown = lines[top : top + height]
    rows_follow = 0 < top < focus_line and lines[top].link and lines[top + 1].link
    if rows_follow and (begun := sections[top]):
        (shown[0],) = shortened(begun, 1, size.width - 1)  # the rows that are scrolled past have a section all the same
    # Where a centred list begins follows from its cursor alone: there is nothing to remember.
    return Window((BLANK, *shown), 0, max(1, len({*owners[top : top + height]} - {None})))
