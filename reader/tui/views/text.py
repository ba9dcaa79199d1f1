"""The lines of the text: the scene's head, its beats as they append, and pages that turn if one does not fit."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import accumulate

from textual.geometry import Size

from reader.companion.meters import Change, ShiftChange
from reader.companion.moment import BeatText, Moment, SceneHead
from reader.session.display import DisplayOptions
from reader.session.layout import BeatPages
from reader.session.views.where import is_shown
from reader.text import Span
from reader.tui.lines import BLANK, HANGING, Line, fit_line, indent, line, wrap
from reader.tui.phrases import CURRENT, STAR, change_line, coloured, name, names_width
from reader.tui.rows import shortened
from reader.tui.shapes import Ranks, alike_by_beat, beat_with_shapes

MEASURE = 66
"""Characters in a line of text, at most: what an eye takes in without losing the next line."""
LOW = 6
"""A pane of fewer rows has no room for a scene's head."""
LEAST_EARLIER = 3
"""Of an earlier beat that is cut, fewer rows than this (the … and a blank one among them) say nothing."""
BLOCKS_KEPT = 256


@dataclass(frozen=True, slots=True)
class Manner:
    """How a page is drawn, whatever stands on it.

    Attributes:
        display: How things are shown.
        inline: There is no room for the companion: the reasons stand under the changes, the head in the bar.
        kept: The beats that have a bookmark, by their numbers in the scene.
    """

    display: DisplayOptions
    inline: bool = False
    kept: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class TextPage:
    """A page of the column.

    Attributes:
        lines: What is drawn.
        current: The row on which the beat being read begins.
        pages: The pages of the beat being read; more than one if it is taller than the pane.
    """

    lines: tuple[Line, ...]
    current: int
    pages: BeatPages = BeatPages()  # noqa: RUF009 - it is frozen


class Column:
    """Lays out the text column; keeps the beats it has wrapped, since they return with every step."""

    def __init__(self) -> None:
        self._block = lru_cache(maxsize=BLOCKS_KEPT)(_block)

    def page(self, moment: Moment, size: Size, into: int, manner: Manner) -> TextPage:
        """The page that shows the beat being read.

        Args:
            moment: The beats of the scene up to the place.
            size: Of the pane, in cells and rows.
            into: How far into an over-tall beat the page begins, in characters without white space.
            manner: How it is drawn.
        """
        display, inline = manner.display, manner.inline
        width, height = size
        margin = 1 if inline else 3
        measure = max(8, min(MEASURE, width - 2 * margin - 2))
        left = max(margin, (width - measure) // 2 - 2)
        head = _head(moment.head, left, measure, height, inline=inline)
        room = max(1, height - len(head))
        beats = [beat for beat in (moment.before, *moment.text) if beat]
        wrapped = [
            replace(self._block(beat, measure, display, inline, shaped), kept=beat.number in manner.kept)
            for beat, shaped in zip(beats, alike_by_beat(beats, display), strict=True)
        ]
        blocks, before = wrapped[-len(moment.text) :], wrapped[0] if moment.before else None
        first = _page_start(blocks, room, 0 if before is None else _context(before, room))
        carried = blocks[first - 1] if first else before
        lines: list[Line] = []
        if carried and _drawn_above(_context(carried, room), blocks[first], room):
            lines += [*_tail(_earlier(carried.text, carried.margin(left)), _context(carried, room) - 1, left), BLANK]
        for block in blocks[first:-1]:
            lines += [*_earlier((*block.text, *block.changes), block.margin(left)), BLANK]
        current = _current(blocks[-1], left)
        if len(current) <= room:
            above = room - len(current)
            earlier = _tail(lines, above, left) if above >= min(len(lines), LEAST_EARLIER) else []
            return TextPage(_starred_once([*head, *earlier, *current]), len(head) + len(earlier))
        return _over_tall(blocks[-1], current, head, room, into)


def _over_tall(block: "_Block", current: list[Line], head: list[Line], room: int, into: int) -> TextPage:
    """A page of a beat that is taller than the pane: it begins with the last row of the page before.

    Args:
        block: The beat.
        current: Its rows as drawn.
        head: The rows above it.
        room: The rows of the pane below the head.
        into: How far into the beat the page begins.
    """
    starts, step, last = _row_starts(block), max(1, room - 1), len(current) - room
    top = min(bisect_right(starts, into) - 1, last) if into > 0 else 0
    pages = BeatPages(
        number=1 - (-top // step),
        count=1 - (-last // step),
        before=starts[max(0, top - step)] if top else None,
        after=starts[min(top + step, last)] if top < last else None,
        last=starts[last],
    )
    rows = current[top : top + room]
    if top < last and room > 1:
        rows[-1] = replace(rows[-1], spans=tuple(_goes_on(span) for span in rows[-1].spans))
    return TextPage(_starred_once([*head, *rows]), len(head), pages)


def _row_starts(block: "_Block") -> list[int]:
    """How many characters stand before each row of a beat, white space not counted.

    They are the same however the beat is wrapped. The speaker's name is not counted, because a narrow column cuts it.
    """
    rows = (*block.text, *block.changes)
    lengths = (sum(len(span.text) - sum(map(str.isspace, span.text)) for span in row.spans) for row in rows)
    counted = (0 if number < block.lead else length for number, length in enumerate(lengths))
    return list(accumulate(counted, initial=0))[: len(rows)]


def _goes_on(span: Span) -> Span:
    """The mark of the beat being read becomes … if more of the beat follows on the next page."""
    return replace(span, text=span.text.replace(CURRENT, "…")) if span.role == "accent" else span


def _head(head: SceneHead, left: int, measure: int, height: int, *, inline: bool) -> list[Line]:
    """The scene's number and title, place and time; on a low screen less of it, for the text comes first.

    What is long takes several rows; if it would leave too few for the text it ends in …, and the companion's list has
    it in whole.
    """
    if height < LOW or inline:
        return [BLANK] * (height >= LOW // 2)
    number, margin = Span(f"{head.number:>{left}}  ", "accent", bold=True), Span(" " * (left + 2))
    most = max(1, height // LOW)
    title = shortened(wrap([Span(head.title, "strong", bold=True)], measure), most, measure)
    if height < 2 * LOW:
        return [*indent(title, [number], [margin]), BLANK]
    there = shortened(wrap([Span(head.where, "quiet")], measure), most, measure)
    return [BLANK, *indent(title, [number], [margin]), *indent(there, [margin]), BLANK]


@dataclass(frozen=True, slots=True)
class _Block:
    """A beat as wrapped: its text, and under it what it changed.

    Attributes:
        lead: How many rows of the text name the speaker.
        kept: The reader keeps it.
    """

    text: tuple[Line, ...]
    changes: tuple[Line, ...]
    lead: int = 0
    kept: bool = False

    def margin(self, left: int) -> Span:
        """The `left` cells before each of its rows."""
        return Span(f"{STAR:>{max(1, left - 1)}}{' ' * min(1, left - 1)}", "accent") if self.kept else Span(" " * left)

    def __len__(self) -> int:
        return len(self.text) + len(self.changes)


def _block(unshaped: BeatText, measure: int, display: DisplayOptions, inline: bool, shaped: Ranks) -> _Block:
    beat = beat_with_shapes(unshaped, shaped)
    rows: list[Line] = []
    if beat.speaker:
        rows.append(fit_line(line(name(beat.speaker, bold=True)), measure))
    lead = len(rows)
    if beat.cue:
        rows += wrap([Span("→ ", "accent"), Span(beat.cue)], measure)
    if beat.text:
        for number, paragraph in enumerate(beat.text):
            rows += [BLANK] if number else []
            rows += wrap(map(coloured, paragraph), measure, hang=HANGING if beat.verse else 0)
    return _Block(tuple(rows), tuple(_changes(beat.changes, measure, display, inline=inline)), lead)


def _changes(changes: tuple[Change, ...], measure: int, display: DisplayOptions, *, inline: bool) -> list[Line]:
    rows: list[Line] = []
    shown = tuple(change for change in changes if is_shown(change, display))
    width = min(names_width(shown), measure - 16)
    for change in shown:
        rows += indent(wrap(change_line(change, width, display).spans, measure - 6), [Span("    ")], [Span("      ")])
        if inline and isinstance(change, ShiftChange):
            rows += indent(wrap([Span(change.because, "quiet")], measure - 6), [Span("      ")])
    return rows


def _page_start(blocks: list[_Block], room: int, carried: int) -> int:
    """The first beat in full of the page that ends with the last; pages are filled from the run's beginning."""
    first, used = 0, _drawn_above(carried, blocks[0], room)
    for number, block in enumerate(blocks):
        if number > first and used + len(block) > room:
            first = number
            used = _drawn_above(_context(blocks[number - 1], room), block, room)
        used += len(block) + 1
    return first


def _drawn_above(carried: int, block: _Block, room: int) -> int:
    """The rows of the beat before that stand above the first beat of a page: none if too few would be left of them."""
    return carried if room - len(block) >= min(carried, LEAST_EARLIER) else 0


def _context(block: _Block, room: int) -> int:
    """The rows that the last beat of the page before takes at the top, with the blank one after it."""
    return min(len(block.text), max(1, room // 3)) + 1


def _tail(rows: list[Line], most: int, left: int) -> list[Line]:
    if len(rows) <= most or most <= 0:
        return rows[: max(0, most)]
    cut = line(Span(" " * (left + 2)), Span("…", "quiet"))
    return [cut, *rows[len(rows) - most + 1 :]] if most > 1 else rows[-most:]


def _current(block: _Block, left: int) -> list[Line]:
    margin = block.margin(left)
    text = indent(block.text, [margin, Span(f"{CURRENT} ", "accent")])
    return [*text, *indent(block.changes, [margin, Span("  ")])]


def _earlier(rows: tuple[Line, ...], margin: Span) -> list[Line]:
    quieter = [Line(tuple(_quieter(span) for span in row.spans)) for row in rows]
    return indent(quieter, [margin, Span("  ")])


def _starred_once(rows: Sequence[Line]) -> tuple[Line, ...]:
    """The rows of a page, with the star of a kept beat only beside the first of its rows that is on the page."""
    starred = [bool(row.spans) and row.spans[0].role == "accent" and STAR in row.spans[0].text for row in rows]
    again = [here and before for here, before in zip(starred, (False, *starred), strict=False)]
    return tuple(_without_star(row) if twice else row for row, twice in zip(rows, again, strict=True))


def _without_star(row: Line) -> Line:
    margin = replace(row.spans[0], text=row.spans[0].text.replace(STAR, " "))
    return replace(row, spans=(margin, *row.spans[1:]))


def _quieter(span: Span) -> Span:
    return replace(span, role="quiet") if span.role == "text" else span
