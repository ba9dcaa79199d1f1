"""The meter: a bar over the whole declared range, ○ where it was before its latest move and ● where it is."""

from dataclasses import replace

from reader.companion.meters import Meter
from reader.tui.draw.phrases import BEFORE, NOW, meter_word, name, scale_spans, where
from reader.tui.lines import Ask, Line, Span, apart, fit_line, line, wrap
from reader.tui.manner import Manner

WIDEST = 25
WHERE_CELLS = 10
REASON_ROWS = 2


def bar(meter: Meter, width: int) -> Line:
    """The bar alone, `width` cells wide with its two ends; the range never depends on what was read."""
    inner = max(3, min(width, WIDEST) - 2)
    scale = meter.scale

    def column(value: int) -> int:
        return round((value - scale.low) * (inner - 1) / (scale.high - scale.low))

    now = column(meter.value)
    before = now if meter.before is None else column(meter.before)
    cells = ["·"] * inner
    roles = ["faint"] * inner
    if scale.low < scale.start < scale.high:
        cells[column(scale.start)] = "┼"
    for cell in range(min(now, before), max(now, before)):
        cells[cell], roles[cell] = "─", "accent"
    cells[before], roles[before] = BEFORE, "quiet"
    cells[now], roles[now] = NOW, "accent"
    return line(Span("├", "faint"), *map(Span, cells, roles), Span("┤", "faint"))


def direction_line(meter: Meter, width: int, manner: Manner, *, pinned: bool = False) -> Line:
    """Who toward whom, on which scale where there are several, and the word."""
    pin = Span("  pinned" if pinned else "", "quiet")
    role = "accent" if meter.here else "text"
    return apart(
        line(name(meter.source), Span(" → ", "quiet"), name(meter.target), *scale_spans(meter.scale), pin),
        line(Span(meter_word(meter, manner), role, bold=meter.here)),
        width,
    )


def meter_lines(meter: Meter, width: int, manner: Manner, *, pinned: bool = False) -> list[Line]:
    """A meter in full: the direction and its word, the bar, the reason and where it stands; a click asks why."""
    drawn = bar(meter, width - 2 - WHERE_CELLS)
    rows = [
        direction_line(meter, width, manner, pinned=pinned),
        apart(Line((Span("  "), *drawn.spans)), line(Span(where(meter), "quiet")), width),
    ]
    reason = wrap([Span(meter.because, "quiet")], width - 2)
    shown = reason[:REASON_ROWS]
    if len(reason) > REASON_ROWS:
        shown[-1] = fit_line(line(Span(f"{shown[-1].text} …", "quiet")), width - 2)
    rows += [Line((Span("  "), *row.spans)) for row in shown]
    target = Ask((meter.source.id, meter.target.id))
    return [replace(row, target=target) for row in rows]
