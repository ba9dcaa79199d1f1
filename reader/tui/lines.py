"""Lines of spans: what every pane draws, and how text is wrapped and fitted to a width in cells."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from rich.cells import cell_len, chop_cells

from reader.text import Link, Span

_WORD = re.compile("( *)([^ ]+)")


@dataclass(frozen=True, slots=True)
class Line:
    """One row of a pane.

    Attributes:
        spans: From left to right.
        link: Where a click on the row leads, if the span under it has no link of its own.
        lit: The cursor is on the row.
    """

    spans: tuple[Span, ...] = ()
    link: Link | None = None
    lit: bool = False

    @property
    def cells(self) -> int:
        """The width in cells."""
        return width_of(self.spans)

    @property
    def text(self) -> str:
        """The words alone."""
        return "".join(span.text for span in self.spans)


BLANK = Line()


def line(*spans: Span | str, link: Link | None = None, lit: bool = False) -> Line:
    """A line of spans; a plain string is a span in the role of text."""
    return Line(tuple(Span(span) if isinstance(span, str) else span for span in spans), link, lit)


def width_of(spans: Iterable[Span]) -> int:
    """The width of some spans, in cells."""
    return sum(cell_len(span.text) for span in spans)


def fit(text: str, width: int) -> str:
    """A text cut to a width in cells, with … where something was cut."""
    if cell_len(text) <= width:
        return text
    if width <= 0:
        return ""
    head = chop_cells(text, width - 1)[0] if width > 1 else ""
    return f"{head.rstrip()}…"


def fit_line(row: Line, width: int) -> Line:
    """A line cut to a width in cells; it ends in … if something was cut, also between two spans."""
    if row.cells <= width:
        return row
    left = width
    spans: list[Span] = []
    for span in row.spans:
        cells = cell_len(span.text)
        if cells >= left:
            spans.append(replace(span, text=fit(f"{span.text} ", left)))
            break
        spans.append(span)
        left -= cells
    return replace(row, spans=tuple(spans))


def both_ends(left: Line, right: Line, width: int) -> Line:
    """Two lines on one row, at its two ends; if they do not both fit, the left one yields down to half of it."""
    right = fit_line(right, max(width - left.cells - 2, width // 2))
    left = fit_line(left, max(0, width - right.cells - 2))
    gap = Span(" " * max(0, width - left.cells - right.cells))
    return Line((*left.spans, gap, *right.spans), left.link or right.link, left.lit)


def indent(rows: Iterable[Line], first: Sequence[Span], rest: Sequence[Span] | None = None) -> list[Line]:
    """Lines with spans put before them: `first` before the first, `rest` before the others."""
    others = first if rest is None else rest
    return [Line((*(others if number else first), *row.spans), row.link, row.lit) for number, row in enumerate(rows)]


def wrap(spans: Iterable[Span], width: int) -> list[Line]:
    """Spans wrapped at spaces to a width in cells; a word wider than that is broken; newlines are kept."""
    parts = tuple(spans)
    text = "".join(span.text for span in parts)
    if text and "\n" not in text and text.strip(" ") == text and cell_len(text) <= width:
        return [Line(tuple(span for span in parts if span.text))]
    ranges: list[tuple[int, int]] = []
    start = 0
    for hard_line in text.split("\n"):
        ranges += _breaks(hard_line, start, max(1, width))
        start += len(hard_line) + 1
    return [Line(row) for row in _cut(parts, ranges)]


def _breaks(text: str, offset: int, width: int) -> Iterator[tuple[int, int]]:
    """Where each row of one hard line begins and ends; spaces at a break belong to neither row."""
    row_start = row_end = used = 0
    for match in _WORD.finditer(text):
        cells = cell_len(match[2])
        gap = len(match[1])
        if used and used + gap + cells > width:
            yield offset + row_start, offset + row_end
            row_start, used = match.start(2), 0
        elif not used and gap > width // 2:  # an indent that would leave no room for words
            row_start = match.start(2)
        used += cells + match.start(2) - max(row_end, row_start)
        if used > width:
            *whole, rest = chop_cells(text[row_start : match.end()], width)
            for piece in whole:
                yield offset + row_start, offset + row_start + len(piece)
                row_start += len(piece)
            used = cell_len(rest)
        row_end = match.end()
    yield offset + row_start, offset + row_end


def _cut(spans: tuple[Span, ...], ranges: Iterable[tuple[int, int]]) -> Iterator[tuple[Span, ...]]:
    """Spans cut at ranges of their joined text, each range one row."""
    number = first = 0
    for start, end in ranges:
        row: list[Span] = []
        while number < len(spans) and first + len(spans[number].text) <= start:
            first += len(spans[number].text)
            number += 1
        at, left = number, first
        while at < len(spans) and left < end:
            span = spans[at]
            piece = span.text[max(0, start - left) : end - left]
            row.append(Span(piece, span.role, span.bold, span.italic, span.link, span.lit))
            left += len(span.text)
            at += 1
        yield tuple(row)
