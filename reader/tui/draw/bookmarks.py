"""The list of bookmarks."""

from reader.companion.reading import Reading
from reader.tui.draw.listing import GAP, Item, Listing, item, said
from reader.tui.draw.phrases import STAR
from reader.tui.lines import Row, Span, indent, line, wrap
from reader.tui.sight import Mark, Marks


def bookmark_listing(reading: Reading, marks: Marks, width: int) -> Listing:
    """The bookmarks a reader may see; of those further on, only their number."""
    items: list[Item] = []
    for number, mark in enumerate(marks.rows):
        items += [_bookmark(reading, mark, number, width), GAP]
    if not items:
        items = [
            said(Span("None yet. ", "quiet"), Span("b", "accent"), Span(" keeps the beat you read.", "quiet")),
            GAP,
        ]
    if marks.further:
        items.append(said(Span(f"{marks.further} further on", "quiet")))
    return Listing("Bookmarks", "", tuple(items))


def _bookmark(reading: Reading, mark: Mark, number: int, width: int) -> Item:
    title = wrap([Span(mark.bookmark.title, "strong", bold=bool(mark.bookmark.label))], width - 2)
    rows = indent(title, [Span(f"{STAR} ", "accent")], [Span("  ")])
    rows.append(line(Span(f"  {_where(reading, mark)}", "quiet")))
    if mark.bookmark.note:
        rows += indent(wrap([Span(mark.bookmark.note)], width - 2), [Span("  ")])
    return item(*rows, target=Row(number))


def _where(reading: Reading, mark: Mark) -> str:
    if mark.position is None:
        return "its scene is gone"
    if mark.position >= reading.end:
        return "the end"
    spot = reading.spot(mark.position)
    return f"{spot.scene}  {spot.title}, beat {spot.beat}" + (" (moved with the text)" if mark.moved else "")
