"""The meter: a bar over the whole declared range, ○ where it was before its latest move and ● where it is."""

from collections.abc import Callable

from reader.companion.meters import Meter
from reader.companion.values import pair_of
from reader.session.display import DisplayOptions
from reader.session.links import AskWhy
from reader.text import Span
from reader.tui.lines import Line, both_ends, fit_line, indent, line, wrap
from reader.tui.phrases import BEFORE, NOW, meter_word, name, scale_spans, where

WIDEST = 25
REASON_ROWS = 3


def bar(meter: Meter, width: int) -> Line:
    """The bar alone, at most `width` cells wide with its two ends; the range never depends on what was read."""
    room = max(3, min(width, WIDEST) - 2)
    scale = meter.scale
    inner = _cells(scale.high - scale.low, room)

    def column(value: int) -> int:
        return round((value - scale.low) * (inner - 1) / (scale.high - scale.low))

    before, now = _columns(meter, column, inner)
    cells = ["·"] * inner
    roles = ["faint"] * inner
    if scale.low < scale.start < scale.high:
        cells[column(scale.start)] = "┼"
    for cell in range(min(now, before), max(now, before)):
        cells[cell], roles[cell] = "─", "accent"
    cells[before], roles[before] = BEFORE, "quiet"
    cells[now], roles[now] = NOW, "accent"
    return line(Span("├", "faint"), *map(Span, cells, roles), Span("┤", "faint"))


def _cells(steps: int, room: int) -> int:
    """The most cells in which the steps of a scale are equally far apart; all of the room if they do not fit."""
    return steps * ((room - 1) // steps) + 1 if steps < room else room


def _columns(meter: Meter, column: Callable[[int], int], inner: int) -> tuple[int, int]:
    """Where ○ and ● stand; if a scale has more values than cells, a small move is still drawn as one."""
    now = column(meter.value)
    if meter.before is None or meter.before == meter.value:
        return now, now
    before = column(meter.before)
    if before != now:
        return before, now
    rises = meter.value > meter.before
    if rises:
        return (now - 1, now) if now else (0, 1)
    return (now + 1, now) if now < inner - 1 else (now, now - 1)


def direction_line(meter: Meter, width: int, display: DisplayOptions) -> Line:
    """Who toward whom, on which scale if there are several, and the word."""
    role = "accent" if meter.here else "text"
    return both_ends(
        line(name(meter.source), Span(" → ", "quiet"), name(meter.target, within=True), *scale_spans(meter.scale)),
        line(Span(meter_word(meter, display), role, bold=meter.here)),
        width,
    )


def meter_lines(meter: Meter, width: int, display: DisplayOptions, *, pinned: bool = False) -> list[Line]:
    """A meter in full: the direction and its word, the bar, the reason and where it stands; a click asks why."""
    moved = f"pinned · {where(meter)}" if pinned else where(meter)
    rows = [
        direction_line(meter, width, display),
        Line((Span("  "), *bar(meter, width - 2).spans)),
        *_reason(meter.because, moved, width),
    ]
    target = AskWhy(pair_of(meter.source.id, meter.target.id))
    return [Line(row.spans, target) for row in rows]


def _reason(because: str, moved: str, width: int) -> list[Line]:
    """The reason in a few rows, and where it stands: at the end of the last row, or on one of its own."""
    at = line(Span(moved, "quiet"))
    rows = wrap([Span(because, "quiet")], width - 2)
    shown = rows[:REASON_ROWS]
    if len(rows) > REASON_ROWS:
        shown[-1] = fit_line(line(Span(f"{shown[-1].text} {rows[REASON_ROWS].text}", "quiet")), width - 2)
    if shown[-1].cells + at.cells + 4 > width:
        shown.append(line())
    *first, last = indent(shown, [Span("  ")])
    return [*first, both_ends(last, at, width)]
