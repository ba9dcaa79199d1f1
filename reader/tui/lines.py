"""Lines of styled spans: what every pane draws, and how text is wrapped and fitted to a width in cells."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from rich.cells import cell_len, chop_cells

from reader.position import Position
from reader.text import Segment


@dataclass(frozen=True, slots=True)
class Go:
    """What a click on a span does: go to a position."""

    position: Position


@dataclass(frozen=True, slots=True)
class Run:
    """What a click on a span does: run a command by its id."""

    command: str


@dataclass(frozen=True, slots=True)
class Row:
    """What a click on a line does: choose a row of the list that is open."""

    number: int


Target = Go | Run | Row


@dataclass(frozen=True, slots=True)
class Span:
    """Text in one role; the looks give each role its colour."""

    text: str
    role: str = "text"
    bold: bool = False
    italic: bool = False
    target: Target | None = None

    @property
    def cells(self) -> int:
        """The width in cells."""
        return cell_len(self.text)


@dataclass(frozen=True, slots=True)
class Line:
    """One row of a pane.

    Attributes:
        spans: From left to right.
        target: What a click anywhere on the row does, where its spans say nothing.
        lit: The row the cursor is on.
    """

    spans: tuple[Span, ...] = ()
    target: Target | None = None
    lit: bool = False

    @property
    def cells(self) -> int:
        """The width in cells."""
        return sum(span.cells for span in self.spans)

    @property
    def text(self) -> str:
        """The words alone."""
        return "".join(span.text for span in self.spans)


BLANK = Line()


def line(*spans: Span | str, target: Target | None = None, lit: bool = False) -> Line:
    """A line of spans; a plain string is a span in the role of text."""
    return Line(tuple(Span(span) if isinstance(span, str) else span for span in spans), target, lit)


def fit(text: str, width: int) -> str:
    """A text cut to a width in cells, with … where something was cut."""
    if cell_len(text) <= width:
        return text
    if width <= 0:
        return ""
    head = chop_cells(text, width - 1)[0] if width > 1 else ""
    return f"{head.rstrip()}…"


def fit_line(row: Line, width: int) -> Line:
    """A line cut to a width in cells."""
    left = width
    spans: list[Span] = []
    for span in row.spans:
        if span.cells > left:
            spans.append(replace(span, text=fit(span.text, left)))
            break
        spans.append(span)
        left -= span.cells
    return replace(row, spans=tuple(spans))


def apart(left: Line, right: Line, width: int) -> Line:
    """Two lines on one row, at its two ends; the left one yields where they do not both fit."""
    right = fit_line(right, width)
    left = fit_line(left, max(0, width - right.cells - 2))
    gap = Span(" " * max(0, width - left.cells - right.cells))
    return Line((*left.spans, gap, *right.spans), left.target or right.target, left.lit)


def indent(rows: Iterable[Line], first: Sequence[Span], rest: Sequence[Span] | None = None) -> list[Line]:
    """Lines with spans put before them: `first` before the first, `rest` before the others."""
    others = first if rest is None else rest
    return [replace(row, spans=(*(others if number else first), *row.spans)) for number, row in enumerate(rows)]


def wrap(spans: Iterable[Span], width: int) -> list[Line]:
    """Spans wrapped at spaces to a width in cells; a word wider than that is broken; newlines are kept."""
    return [row for hard_line in _hard_lines(spans) for row in _fill(hard_line, max(1, width))]


def styled(paragraph: Iterable[Segment], role: str) -> list[Span]:
    """A paragraph of story text as spans in one role."""
    return [Span(segment.text, role, bold=segment.strong, italic=segment.emphasis) for segment in paragraph]


def _hard_lines(spans: Iterable[Span]) -> list[list[Span]]:
    rows: list[list[Span]] = [[]]
    for span in spans:
        first, *others = span.text.split("\n")
        rows[-1].append(replace(span, text=first))
        rows += [[replace(span, text=other)] for other in others]
    return rows


def _fill(spans: list[Span], width: int) -> list[Line]:
    rows: list[list[Span]] = [[]]
    used = 0
    gap: list[Span] = []
    for word, is_space in _words(spans):
        if is_space:
            gap = word
            continue
        cells, gap_cells = (sum(span.cells for span in part) for part in (word, gap))
        if used and used + gap_cells + cells > width:
            rows.append([])
            used, gap = 0, []
        elif not used and gap_cells > width // 2:
            gap = []
        for span in (*gap, *word):
            for piece in _pieces(span, width, used):
                if used + piece.cells > width:
                    rows.append([])
                    used = 0
                rows[-1].append(piece)
                used += piece.cells
        gap = []
    return [Line(tuple(_joined(row))) for row in rows]


def _words(spans: list[Span]) -> Iterator[tuple[list[Span], bool]]:
    """Runs of spaces and runs of other characters, each as spans: a word may change its style within."""
    run: list[Span] = []
    run_is_space = False
    for span in spans:
        for is_space, characters in groupby(span.text, key=" ".__eq__):
            if run and is_space != run_is_space:
                yield run, run_is_space
                run = []
            run.append(replace(span, text="".join(characters)))
            run_is_space = is_space
    if run:
        yield run, run_is_space


def _pieces(span: Span, width: int, used: int) -> list[Span]:
    if span.cells + used <= width or span.cells <= width:
        return [span]
    return [replace(span, text=piece) for piece in chop_cells(span.text, width)]


def _joined(spans: Iterable[Span]) -> Iterator[Span]:
    """Neighbours of one style as one span."""
    last: Span | None = None
    for span in spans:
        if last and replace(last, text="") == replace(span, text=""):
            last = replace(last, text=last.text + span.text)
            continue
        if last:
            yield last
        last = span
    if last:
        yield last
