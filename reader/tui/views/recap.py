"""The lines of the story so far."""

from collections.abc import Sequence
from functools import partial

from reader.companion.recap import Summary
from reader.language import upper
from reader.session.state import State
from reader.session.views.recap import RecapView
from reader.text import Span
from reader.tui.lines import Line, indent, most_lines, wrap
from reader.tui.listing import GAP, Item, Listing, headings, lazy_row, passed_over


def recap_listing(view: RecapView, state: State, width: int) -> Listing:
    """The summaries of finished scenes, by part."""
    items: list[Item] = []
    for part in view.parts(state):
        items += headings(upper(part.part, state.reading.language), width) if part.part else []
        items += [*summary_rows(part.summaries, width), GAP]
    if not items:
        items = [passed_over(Span("No scene is finished yet.", "quiet"))]
    return Listing(tuple(items), "The story so far")


def summary_rows(summaries: Sequence[Summary], width: int) -> list[Item]:
    """A row for each summary, with the number of its scene."""
    return [
        lazy_row(partial(_summary, summary, width), most_lines(width - 6, summary.sentence or summary.row.title))
        for summary in summaries
    ]


def _summary(summary: Summary, width: int) -> list[Line]:
    number = Span(f"{summary.row.number:>4}  ", "accent")
    words = Span(summary.sentence or summary.row.title, "text" if summary.sentence else "quiet")
    return indent(wrap([words], width - 6), [number], [Span("      ")])
