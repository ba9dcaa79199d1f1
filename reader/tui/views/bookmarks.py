"""The lines of the list of bookmarks."""

from functools import partial

from reader.companion.reading import Reading
from reader.session.placing import PlacedBookmark
from reader.session.state import State
from reader.session.views.bookmarks import BookmarksView
from reader.text import Span, clean, clean_line
from reader.tui.lines import Line, fit, indent, line, wrap
from reader.tui.listing import GAP, Item, Listing, lazy_row, passed_over
from reader.tui.phrases import STAR


def bookmarks_listing(_: BookmarksView, state: State, width: int) -> Listing:
    """The bookmarks a reader may see; of those further on, only their number."""
    items: list[Item] = []
    for placed in state.bookmarks.rows:
        items += [lazy_row(partial(_bookmark, state.reading, placed, width)), GAP]
    if not items:
        keep = Span(state.keys.key("bookmark"), "accent")
        empty = wrap([Span("None yet. ", "quiet"), keep, Span(" keeps the beat you read.", "quiet")], width)
        items = [*(passed_over(*one.spans) for one in empty), GAP]
    if state.bookmarks.further:
        items.append(passed_over(Span(f"{state.bookmarks.further} further on", "quiet")))
    return Listing(tuple(items), "Bookmarks")


def _bookmark(reading: Reading, placed: PlacedBookmark, width: int) -> list[Line]:
    """A bookmark: its name and a line of its beat, or more of the beat if it has no name; its place, and the note."""
    bookmark, room = placed.bookmark, width - 2
    rows = wrap([Span(bookmark.title, "strong", bold=bool(bookmark.label))], room)
    if bookmark.label and (quote := clean_line(bookmark.anchor.quote)):
        rows.append(line(Span(f"“{fit(quote, room - 2)}”", "quiet")))
    rows += wrap([Span(_where(reading, placed), "quiet")], room)
    if note := clean(bookmark.note).strip():
        rows += wrap([Span(note)], room)
    return indent(rows, [Span(f"{STAR} ", "accent")], [Span("  ")])


def _where(reading: Reading, placed: PlacedBookmark) -> str:
    if placed.position is None:
        return "its scene is gone"
    if placed.position >= reading.end:
        return "the end"
    at = reading.beat_ref(placed.position)
    return f"{at.scene}  {at.title}, beat {at.beat}" + (" (moved with the text)" if placed.moved else "")
