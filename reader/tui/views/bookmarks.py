"""The lines of the list of bookmarks."""

from functools import partial

from reader.companion.reading import Reading
from reader.companion.values import Finding
from reader.session.placing import PlacedBookmark
from reader.session.state import State
from reader.session.views.bookmarks import BookmarksView
from reader.text import Span, clean_line
from reader.tui.lines import Line, indent, wrap
from reader.tui.listing import GAP, Item, Listing, lazy_row, passed_over, tall_row
from reader.tui.phrases import STAR

MOVED = {
    Finding.MOVED: " (moved with the text)",
    Finding.NEAREST: " (its words are gone; the nearest beat)",
}


def bookmarks_listing(_: BookmarksView, state: State, width: int) -> Listing:
    """The bookmarks a reader may see; of those further on, only their number."""
    items: list[Item] = []
    for placed in state.bookmarks.rows:
        items += [_row(state.reading, placed, width), GAP]
    if not items:
        keep = Span(state.keys.key("bookmark"), "accent")
        empty = wrap([Span("None yet. ", "quiet"), keep, Span(" keeps the beat you read.", "quiet")], width)
        items = [*(passed_over(*one.spans) for one in empty), GAP]
    if state.bookmarks.further:
        items.append(passed_over(Span(f"{state.bookmarks.further} further on", "quiet")))
    return Listing(tuple(items), "Bookmarks")


def _row(reading: Reading, placed: PlacedBookmark, width: int) -> Item:
    """The row of a bookmark; only if it may be tall its lines are made before they are seen."""
    bookmark = placed.bookmark
    if len(bookmark.title_in(reading.language)) + len(_where(reading, placed)) + len(bookmark.note) <= 2 * width:
        return lazy_row(partial(_bookmark, reading, placed, width))
    return tall_row(_bookmark(reading, placed, width))


def _bookmark(reading: Reading, placed: PlacedBookmark, width: int) -> list[Line]:
    bookmark = placed.bookmark
    title = wrap([Span(bookmark.title_in(reading.language), "strong", bold=bool(bookmark.label))], width - 2)
    rows = indent(title, [Span(f"{STAR} ", "accent")], [Span("  ")])
    rows += indent(wrap([Span(_where(reading, placed), "quiet")], width - 2), [Span("  ")])
    if bookmark.note:
        rows += indent(wrap([Span(clean_line(bookmark.note))], width - 2), [Span("  ")])
    return rows


def _where(reading: Reading, placed: PlacedBookmark) -> str:
    if placed.found is None:
        return "its words and its scene are gone"
    if placed.found.position >= reading.end:
        return "the end"
    at = reading.beat_ref(placed.found.position)
    return f"{at.scene}  {at.title}, beat {at.beat}{MOVED.get(placed.found.how, '')}"
