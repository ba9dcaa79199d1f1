"""Rows in which nothing is cut silently: what does not fit takes another row, or ends in …, or is counted."""

from collections.abc import Sequence

from reader.session.links import GiveCommand
from reader.text import Span
from reader.tui.lines import Line, both_ends, fit_line, indent, line, width_of, wrap

APART = 2
"""The fewest cells between what stands at the two ends of a row."""
OPENS_ALL = GiveCommand("side")
"""Where a click on a count leads: the list of the companion, in which nothing is cut."""
BETWEEN = Span("   ")
"""What stands between two people in a row of people."""


def ended(rows: Sequence[Line], end: Sequence[Span], width: int) -> list[Line]:
    """Wrapped rows, and what stands at their right end: on the last of them if it fits there, else below it."""
    cells = width_of(end)
    if not cells:
        return list(rows)
    if rows and rows[-1].cells + APART + cells <= width:
        return [*rows[:-1], both_ends(rows[-1], line(*end), width)]
    if cells <= width:
        return [*rows, both_ends(line(), line(*end), width)]
    return [*rows, *indent(wrap(end, max(1, width - 2)), [Span("  ")])]


def shortened(rows: Sequence[Line], most: int, width: int) -> list[Line]:
    """At most so many rows; if that leaves something out, the last of them ends in …."""
    if len(rows) <= most:
        return list(rows)
    if most <= 0:
        return []
    last, left_out = rows[most - 1], rows[most]
    longer = Line((*last.spans, Span(" "), *left_out.spans), last.link, last.lit)
    if longer.cells <= width:  # a hard line's end, after which words would have fitted
        longer = Line((*last.spans, Span(" …", "quiet")), last.link, last.lit)
    return [*rows[: most - 1], fit_line(longer, width)]


def people_rows(people: Sequence[Sequence[Span]], more: int, width: int, most: int) -> list[Line]:
    """People in a row, on as many rows as they may take; those who do not fit are counted.

    Args:
        people: How each of them is drawn.
        more: How many there are besides these.
        width: Of a row, in cells.
        most: The most rows.
    """
    for named in range(len(people), 0, -1):
        spans = list(in_a_row(people[:named]))
        if left := len(people) - named + more:
            spans += [BETWEEN, _count(left)]
        rows = wrap(spans, width)
        if len(rows) <= most:
            return rows
        if named == 1:
            count = [BETWEEN, _count(left)] if left else []
            first = fit_line(line(*people[0]), max(1, width - width_of(count)))
            return [fit_line(line(*first.spans, *count), width)] if most > 0 else []
    return [line(_count(more))] if more and most > 0 else []


def in_a_row(people: Sequence[Sequence[Span]]) -> list[Span]:
    """People side by side."""
    return [span for number, one in enumerate(people) for span in ([BETWEEN, *one] if number else one)]


def _count(number: int) -> Span:
    return Span(f"+{number}\u00a0more", "quiet", link=OPENS_ALL)
