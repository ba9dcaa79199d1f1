"""Lines of spans: what every pane draws, and how text is wrapped and fitted to a width in cells."""

import re
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from rich.cells import cell_len, chop_cells

from reader.text import Link, Span, may_lack_spaces

HANGING = 4
"""How far the rest of a line of verse stands in if the line takes more than one row."""

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


def padded(text: str, width: int) -> str:
    """A text with spaces after it, up to a width in cells."""
    return text + " " * max(0, width - cell_len(text))


def most_lines(width: int, *texts: str) -> int:
    """The most lines that texts take if each is wrapped to a width in cells; cheaper than to wrap them.

    Two lines that follow one another hold more than one line's cells, or the second one's first word would stand in the
    first.
    """
    width = max(1, width)
    return sum(2 * (cell_len(text) // width + 1) + text.count("\n") for text in texts)


def wrap(spans: Iterable[Span], width: int, *, hang: int = 0) -> list[Line]:
    """Spans wrapped to a width in cells; newlines are kept.

    A row ends at a space, or between two characters of a script without spaces, but with no closing mark at its
    beginning and no opening one at its end; a word wider than the row is broken.

    Args:
        spans: What is wrapped.
        width: In cells.
        hang: How far the rows that continue a line stand in from where the line begins, as in verse.
    """
    parts = tuple(spans)
    text = "".join(span.text for span in parts)
    if text and "\n" not in text and text.strip(" ") == text and cell_len(text) <= width:
        return [Line(tuple(span for span in parts if span.text))]
    rows: list[_Row] = []
    start = 0
    for hard_line in text.split("\n"):
        rows += _rows(hard_line, start, max(1, width), hang)
        start += len(hard_line) + 1
    return [
        Line((Span(" " * row.indent), *cut) if row.indent else cut)
        for row, cut in zip(rows, _cut(parts, rows), strict=True)
    ]


@dataclass(frozen=True, slots=True)
class _Row:
    """Where a row begins and ends in the text, and how many spaces stand before it."""

    start: int
    end: int
    indent: int = 0


def _rows(text: str, offset: int, width: int, hang: int) -> Iterator[_Row]:
    """The rows of one hard line; spaces at a break belong to neither row."""
    row_start = row_end = used = indent = 0
    hanging = _hanging(text, width, hang)
    for gap, start, end in _units(text):
        cells = cell_len(text[start:end])
        begun = row_end > row_start  # the row may have a word that takes no cells
        if begun and indent + used + (start - gap) + cells > width:
            yield _Row(offset + row_start, offset + row_end, indent)
            row_start, used, indent = start, 0, hanging
        elif not begun and start - gap > width // 2:  # an indent that would leave no room for words
            row_start = start
        used += cells + start - max(row_end, row_start)
        if indent + used > width:
            *whole, rest = _chopped(text[row_start:end], width - indent, width - hanging)
            for piece in whole:
                yield _Row(offset + row_start, offset + row_start + len(piece), indent)
                row_start, indent = row_start + len(piece), hanging
            used = cell_len(rest)
        row_end = end
    yield _Row(offset + row_start, offset + row_end, indent)


def _hanging(text: str, width: int, hang: int) -> int:
    """How many spaces stand before the rows that continue a line: its own and some more, if that leaves room."""
    if not hang:
        return 0
    own = len(text) - len(text.lstrip(" "))
    return min((own if own <= width // 2 else 0) + hang, max(0, width // 2 - 1))


def _chopped(text: str, first: int, others: int) -> list[str]:
    """A text broken within words: into a piece of `first` cells and others of at most `others` cells."""
    head, *rest = chop_cells(text, first)
    return [head, *chop_cells("".join(rest), others)] if rest else [head]


def _units(text: str) -> Iterator[tuple[int, int, int]]:
    """What is never parted at the end of a row: where the spaces before it begin, where it begins, where it ends."""
    breaks = deque(_row_breaks(text))
    for match in _WORD.finditer(text):
        gap, start = match.start(1), match.start(2)
        while breaks and breaks[0] < match.end():
            if (at := breaks.popleft()) > start:
                yield gap, start, at
                gap = start = at
        yield gap, start, match.end()


def _row_breaks(text: str) -> list[int]:
    if not may_lack_spaces(text):
        return []
    from reader.scripts import row_breaks  # noqa: PLC0415 - its data takes time, which most stories save

    return row_breaks(text)


def _cut(spans: tuple[Span, ...], rows: Iterable[_Row]) -> Iterator[tuple[Span, ...]]:
    """Spans cut into rows of their joined text."""
    number = first = 0
    for one in rows:
        start, end = one.start, one.end
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
