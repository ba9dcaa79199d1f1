"""The list of bookmarks."""

from functools import partial

from reader.companion.reading import Reading
from reader.text import clean_line
from reader.tui.draw.listing import GAP, Item, Listing, late, said
from reader.tui.draw.phrases import STAR
from reader.tui.lines import Line, Row, Span, indent, line, wrap
from reader.tui.sight import Mark, Marks


def bookmark_listing(reading: Reading, marks: Marks, width: int) -> Listing:
    """The bookmarks a reader may see; of those further on, only their number."""
    items: list[Item] = []
    for number, mark in enumerate(marks.rows):
        items += [late(partial(_bookmark, reading, mark, width), target=Row(number)), GAP]
    if not items:
        items = [
            said(Span("None yet. ", "quiet"), Span("b", "accent"), Span(" keeps the beat you read.", "quiet")),
            GAP,
        ]
    if marks.further:
        items.append(said(Span(f"{marks.further} further on", "quiet")))
    return Listing("Bookmarks", "", tuple(items))


def _bookmark(reading: Reading, mark: Mark, width: int) -> list[Line]:
    title = wrap([Span(mark.bookmark.title, "strong", bold=bool(mark.bookmark.label))], width - 2)
    rows = indent(title, [Span(f"{STAR} ", "accent")], [Span("  ")])
    rows.append(line(Span(f"  {_where(reading, mark)}", "quiet")))
    if mark.bookmark.note:
        rows += indent(wrap([Span(clean_line(mark.bookmark.note))], width - 2), [Span("  ")])
    return rows


def _where(reading: Reading, mark: Mark) -> str:
    if mark.position is None:
        return "its scene is gone"
    if mark.position >= reading.end:
        return "the end"
    spot = reading.spot(mark.position)
    return f"{spot.scene}  {spot.title}, beat {spot.beat}" + (" (moved with the text)" if mark.moved else "")
