"""A list that stands in the place of the text: a title, items, and a cursor that stops at most of them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from textual.geometry import Size

from reader.tui.lines import BLANK, Line, Span, Target, apart, fit_line, indent, line

MARGIN = 3
HEAD_ROWS = 3
WIDEST = 100
"""Cells in a list's row, at most: what stands at its two ends belongs together."""

Make = Callable[[], Sequence[Line]]
"""Makes the rows of an item; asked only while they are on the screen."""


@dataclass(frozen=True, slots=True)
class Item:
    """Some rows of a list.

    Attributes:
        target: Where it leads.
        stop: The cursor stops at it.
    """

    make: Make
    target: Target | None = None
    stop: bool = False

    def lines(self, *, lit: bool = False) -> list[Line]:
        """Its rows; lit, where the cursor is on it."""
        return [replace(row, target=self.target or row.target, lit=lit) for row in self.make()]


@dataclass(frozen=True)
class Listing:
    """What a list shows.

    Attributes:
        title: What it is.
        said: What is to be said of it, at the right.
    """

    title: str
    said: str
    items: tuple[Item, ...]

    @cached_property
    def stops(self) -> tuple[int, ...]:
        """The items at which the cursor stops, by their number."""
        return tuple(number for number, one in enumerate(self.items) if one.stop)

    def target(self, cursor: int) -> Target | None:
        """Where the stop the cursor is on leads."""
        return self.items[self.stops[cursor]].target if cursor < len(self.stops) else None


def inner_width(width: int) -> int:
    """The width a list's items have in a pane of `width` cells."""
    return max(8, min(WIDEST, width - 2 * MARGIN))


def item(*lines: Line, target: Target | None = None) -> Item:
    """An item of these rows, at which the cursor stops."""
    return Item(lambda: lines, target, stop=True)


def late(make: Make, target: Target | None = None) -> Item:
    """An item whose rows are made when they are seen, for lists that grow with the story."""
    return Item(make, target, stop=True)


def said(*spans: Span) -> Item:
    """A row that is passed over."""
    return Item(lambda: (line(*spans),))


GAP = Item(lambda: (BLANK,))


def heading(words: str) -> Item:
    """A row that names what follows."""
    return said(Span(words, "quiet", bold=True))


@dataclass(frozen=True, slots=True)
class Window:
    """The part of a list that is on the screen.

    Attributes:
        top: The number of the item it begins with.
        shown: The stops that are whole on it.
    """

    lines: tuple[Line, ...]
    top: int
    shown: int


def window(listing: Listing, cursor: int, top: int, size: Size) -> Window:
    """The title, and as many items as fit, moved no more than the cursor needs.

    Args:
        listing: The list.
        cursor: Which of its stops the cursor is on.
        top: The item that the window began with before.
        size: Of the pane, in cells and rows.
    """
    room = max(1, size.height - HEAD_ROWS)
    focus = listing.stops[min(cursor, len(listing.stops) - 1)] if listing.stops else 0
    top = _top(listing, focus, top, room)
    rows: list[Line] = []
    shown = 0
    number = top
    while number < len(listing.items) and len(rows) < room:
        one = listing.items[number]
        rows += one.lines(lit=one.stop and number == focus)
        shown += one.stop and len(rows) <= room
        number += 1
    more = len(rows) > room or any(one is not GAP for one in listing.items[number:])
    margin = Span(" " * MARGIN)
    head = _head(listing, inner_width(size.width), above=top > 0, below=more)
    return Window(tuple([BLANK, *indent([head, BLANK, *rows[:room]], [margin])][: size.height]), top, shown)


def _head(listing: Listing, width: int, *, above: bool, below: bool) -> Line:
    arrows = "↑" * above + "↓" * below
    right = " · ".join(part for part in (listing.said, f"{arrows} more" if arrows else "") if part)
    title = line(Span(listing.title, "accent", bold=True))
    return fit_line(apart(title, line(Span(right, "quiet")), width), width)


def _top(listing: Listing, focus: int, top: int, room: int) -> int:
    """The item to begin with: the same as before where the cursor's item is whole on the screen with it."""
    first = _with_what_leads_to_it(listing, focus)
    if first < top:
        return first
    last = focus
    if listing.stops and focus == listing.stops[-1]:
        last = len(listing.items) - 1  # what follows the last stop is reached no other way
    lowest, used = focus, len(listing.items[focus].lines()) if listing.items else 0
    for number in range(focus + 1, last + 1):
        used += len(listing.items[number].lines())
    while lowest > top and used + len(listing.items[lowest - 1].lines()) <= room:
        lowest -= 1
        used += len(listing.items[lowest].lines())
    return lowest


def _with_what_leads_to_it(listing: Listing, focus: int) -> int:
    """The first of the items that are passed over just before an item: its heading stands there."""
    while focus and not listing.items[focus - 1].stop:
        focus -= 1
    return focus
