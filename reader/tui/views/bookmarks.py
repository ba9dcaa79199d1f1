"""The lines of the list of bookmarks."""

from functools import partial

from reader.companion.reading import Reading
from reader.companion.values import Finding
from reader.language import quoted
from reader.session.placing import PlacedBookmark
from reader.session.state import State
from reader.session.views.bookmarks import BookmarksView
from reader.text import Span, clean, clean_line
from reader.tui.lines import Line, fit, indent, line, most_lines, width_of, wrap
from reader.tui.listing import GAP, Item, Listing, lazy_row, passed_over, plain_text
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
        items = [*plain_text(empty), GAP]
    if state.bookmarks.further:
        items.append(passed_over(Span(f"{state.bookmarks.further} further on", "quiet")))
    return Listing(tuple(items), "Bookmarks")


def _row(reading: Reading, placed: PlacedBookmark, width: int) -> Item:
    bookmark = placed.bookmark
    told = (bookmark.title_in(reading.language), _where(reading, placed), bookmark.note)
    return lazy_row(partial(_bookmark, reading, placed, width), most_lines(width - 2, *told) + 1)


def _bookmark(reading: Reading, placed: PlacedBookmark, width: int) -> list[Line]:
    """A bookmark: its name and a line of its beat, or more of the beat if it has no name; its place, and the note."""
    bookmark, room, language = placed.bookmark, width - 2, reading.language
    rows = wrap([Span(bookmark.title_in(language), "strong", bold=bool(bookmark.label))], room)
    if bookmark.label and (quote := clean_line(bookmark.anchor.quote)):
        rows.append(line(Span(quoted(fit(quote, room - width_of([Span(quoted("", language))])), language), "quiet")))
    rows += wrap([Span(_where(reading, placed), "quiet")], room)
    if note := clean(bookmark.note).strip():
        rows += wrap([Span(note)], room)
    return indent(rows, [Span(f"{STAR} ", "accent")], [Span("  ")])


def _where(reading: Reading, placed: PlacedBookmark) -> str:
    if placed.found is None:
        return "its words and its scene are gone"
    if placed.found.position >= reading.end:
        return "the end"
    at = reading.beat_ref(placed.found.position)
    return f"{at.scene}  {at.title}, beat {at.beat}{MOVED.get(placed.found.how, '')}"
