"""The one engine of all lists: the part of a list that is on the screen, under its title."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from textual.geometry import Size

from reader.text import Span
from reader.tui.lines import BLANK, Line, both_ends, indent, line, wrap
from reader.tui.listing import GAP, LINES_AT_ONCE, Item, LazyRows, Listing, in_parts, plain_text
from reader.tui.rows import APART, ended, shortened

MARGIN = 3
TITLE_SHARE = 4
"""A title takes up to this part of a list's height; one that is longer ends in …, and is whole in the list itself."""
WIDEST = 100
"""Cells in a list's row, at most: what stands at its two ends belongs together."""

MORE = "↑↓ more"


def inner_width(width: int) -> int:
    """The width a titled list's items have in a pane of `width` cells."""
    return max(8, min(WIDEST, width - 2 * MARGIN))


def fitted(listing: Listing, size: Size) -> Listing:
    """A list for a pane: all that its lines say can be reached with the cursor.

    A title that is too long to stand above the list in whole stands in it too. The cursor goes through a row that is
    taller than the pane; and where lines over which it would pass do not all fit above a row, it stops in them too.

    Args:
        listing: The list.
        size: Of the pane, in cells and rows.
    """
    if listing.centred or isinstance(listing.items, LazyRows):
        return listing
    room = _room(listing, size)
    title = wrap([Span(listing.title, "strong", bold=True)], inner_width(size.width))
    passed = plain_text(title) if len(title) > _title_rows(size.height) else []
    items: list[Item] = []
    for item in listing.items:
        if not item.stop:
            passed.append(item)
            continue
        parts = in_parts(item, room)
        items += [*_reachable(passed, room, parts[0].most), *parts]
        passed = []
    return replace(listing, items=(*items, *_reachable(passed, room, LINES_AT_ONCE)))


def _reachable(passed: Sequence[Item], room: int, height: int) -> Iterator[Item]:
    """Lines that are passed over; if they do not fit together with a row of some height, with stops among them."""
    fit = len(passed) + height <= room
    step = max(1, room - 1)
    for number, item in enumerate(passed, start=1):
        stops = not fit and (number % step == 0 or number == len(passed))
        yield replace(item, stop=True, apart=True) if stops else item


def _room(listing: Listing, size: Size) -> int:
    """The rows of a pane that are left for items."""
    return max(1, size.height - len(_head(listing, inner_width(size.width), size.height, MORE)) - 2)


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
    room = _room(listing, size)
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
    head = _head(listing, inner_width(size.width), size.height, f"{arrows} more" if arrows else "")
    drawn = indent([*head, listing.columns, *lines[:room]], [Span(" " * MARGIN)])
    return Window(tuple([BLANK, *drawn][: size.height]), top, shown)


def _head(listing: Listing, width: int, height: int, arrows: str) -> list[Line]:
    """The title, and at its end the note and that there is more; its height does not depend on whether there is."""
    title = shortened(wrap([Span(listing.title, "accent", bold=True)], width), _title_rows(height), width)
    widest, note = (" · ".join(part for part in (listing.note, more) if part) for more in (MORE, arrows))
    if title[-1].cells + APART + len(widest) <= width:
        return ended(title, [Span(note, "quiet")], width)
    return [*title, both_ends(line(), line(Span(note, "quiet")), width)]


def _title_rows(height: int) -> int:
    return max(1, height // TITLE_SHARE)


def _top(listing: Listing, focus: int, top: int, room: int) -> int:
    """The item to begin with: the same as before if the cursor's item is then whole on the screen."""
    top = min(top, _with_its_heading(listing, focus))
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
