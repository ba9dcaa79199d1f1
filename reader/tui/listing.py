"""Lists: items, the rows they make, and the stops of the cursor."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import overload

from reader.session.links import ChooseRow
from reader.text import Span
from reader.tui.lines import BLANK, Line, line, wrap

LINES_AT_ONCE = 4
"""The cursor goes through an item that is taller than the screen so many lines at a time, or fewer on a low screen."""

MakeLines = Callable[[], Sequence[Line]]
"""Makes the lines of an item; asked only while they are on the screen."""


@dataclass(frozen=True, slots=True)
class Item:
    """Some lines of a list.

    Attributes:
        stop: The cursor stops at it.
        begins_row: It begins the next row of its view; a stop that begins none belongs to the row before it.
        apart: It belongs to no row.
        most: The most lines that it may have; it may be told without making them.
        section: The heading under which it stands, in a list whose items bring their headings along.
    """

    make: MakeLines
    stop: bool = False
    begins_row: bool = False
    apart: bool = False
    most: int = 1
    section: tuple[Line, ...] = ()


def row(*lines: Line) -> Item:
    """A row of the view."""
    return Item(lambda: lines, stop=True, begins_row=True, most=len(lines))


def lazy_row(make: MakeLines, most: int) -> Item:
    """A row of the view whose lines are made when they are seen, for lists that grow with the story.

    Args:
        make: Makes them.
        most: The most lines that it may have, as `most_lines` tells.
    """
    return Item(make, stop=True, begins_row=True, most=most)


def more_text(*lines: Line) -> Item:
    """Another stop of the cursor in the row before; in a list without rows, a stop in plain text."""
    return Item(lambda: lines, stop=True, most=len(lines))


def in_parts(item: Item, room: int) -> list[Item]:
    """An item that is taller than the room on the screen, as several stops of the cursor; else the item alone."""
    if item.most <= room or len(lines := item.make()) <= room:
        return [item]
    step = min(LINES_AT_ONCE, room)
    first, *others = (more_text(*lines[start : start + step]) for start in range(0, len(lines), step))
    return [replace(first, begins_row=item.begins_row), *others]


def passed_over(*spans: Span) -> Item:
    """A line at which the cursor does not stop."""
    return Item(lambda: (line(*spans),))


def plain_text(lines: Sequence[Line]) -> list[Item]:
    """Lines over which the cursor passes."""
    return [passed_over(*one.spans) for one in lines]


def heading(words: str) -> Item:
    """A line that names what follows."""
    return passed_over(Span(words, "quiet", bold=True))


def headings(words: str, width: int) -> list[Item]:
    """Lines that name what follows, for words that may be long."""
    return plain_text(wrap([Span(words, "quiet", bold=True)], width))


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
