"""The lines of the story so far."""

from collections.abc import Sequence
from functools import partial

from reader.companion.recap import Summary
from reader.language import upper
from reader.session.state import State
from reader.session.views.recap import RecapView
from reader.text import Span
from reader.tui.lines import Line, indent, wrap
from reader.tui.listing import GAP, Item, Listing, headings, lazy_row, passed_over, tall_row


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
    return [_row(summary, width) for summary in summaries]


def _row(summary: Summary, width: int) -> Item:
    """The row of a summary; only if it may be tall its lines are made before they are seen."""
    if len(summary.sentence or summary.row.title) <= 2 * (width - 6):
        return lazy_row(partial(_summary, summary, width))
    return tall_row(_summary(summary, width))


def _summary(summary: Summary, width: int) -> list[Line]:
    number = Span(f"{summary.row.number:>4}  ", "accent")
    words = Span(summary.sentence or summary.row.title, "text" if summary.sentence else "quiet")
    return indent(wrap([words], width - 6), [number], [Span("      ")])
