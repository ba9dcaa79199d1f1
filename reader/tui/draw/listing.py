"""A list that stands in the place of the text: a title, items, and a cursor over those that lead somewhere."""

from dataclasses import dataclass, replace

from textual.geometry import Size

from reader.tui.lines import BLANK, Line, Span, Target, apart, indent, line

MARGIN = 3
HEAD_ROWS = 3


@dataclass(frozen=True, slots=True)
class Item:
    """A row or several of a list; the cursor stops at it if it has a target."""

    lines: tuple[Line, ...]
    target: Target | None = None


@dataclass(frozen=True, slots=True)
class Listing:
    """What a list shows.

    Attributes:
        title: What it is.
        said: What is to be said of it, at the right.
    """

    title: str
    said: str
    items: tuple[Item, ...]

    @property
    def targets(self) -> tuple[Target, ...]:
        """Where each stop of the cursor leads."""
        return tuple(item.target for item in self.items if item.target)


def inner_width(width: int) -> int:
    """The width a list's items have in a pane of `width` cells."""
    return max(8, width - 2 * MARGIN)


def item(*lines: Line, target: Target | None = None) -> Item:
    """An item of these lines."""
    return Item(lines, target)


def said(*spans: Span) -> Item:
    """A line that leads nowhere."""
    return Item((line(*spans),))


GAP = Item((BLANK,))


def heading(words: str) -> Item:
    """A line that names what follows."""
    return said(Span(words, "quiet", bold=True))


def last_stop(listing: Listing, size: Size) -> int:
    """The last place of the cursor; where nothing leads anywhere, how far the list can be scrolled."""
    if targets := listing.targets:
        return len(targets) - 1
    return max(0, sum(len(one.lines) for one in listing.items) - max(1, size.height - HEAD_ROWS))


def listing_lines(listing: Listing, cursor: int, size: Size) -> list[Line]:
    """The title, and as many rows around the cursor as fit."""
    margin = Span(" " * MARGIN)
    right = line(Span(listing.said, "quiet"), margin)
    head = apart(line(margin, Span(listing.title, "accent", bold=True)), right, size.width)
    rows, focus = _rows(listing, cursor)
    room = max(1, size.height - HEAD_ROWS)
    top = min(max(0, focus), max(0, len(rows) - room))
    return [BLANK, head, BLANK, *indent(rows[top : top + room], [margin])][: size.height]


def _rows(listing: Listing, cursor: int) -> tuple[list[Line], int]:
    """Every row, the cursor's lit, and the one to begin with; a list that leads nowhere is scrolled by its cursor."""
    rows: list[Line] = []
    stop = 0
    focus = 0 if listing.targets else cursor
    for one in listing.items:
        lit = one.target is not None and stop == cursor
        if one.target is not None:
            focus = len(rows) if lit and stop else focus
            stop += 1
        rows += [replace(row, target=one.target or row.target, lit=lit) for row in one.lines]
    # The cursor's row stands a little below the top, so that what leads up to it is seen.
    return rows, focus if not listing.targets else max(0, focus - 4)
