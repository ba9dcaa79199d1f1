"""The meter: a bar over the whole declared range, ○ where it was before its latest move and ● where it is."""

from reader.companion.meters import Meter
from reader.tui.draw.phrases import BEFORE, NOW, meter_word, name, where
from reader.tui.lines import Line, Span, apart, fit_line, line, wrap

WIDEST = 25


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
    spans = [Span("├", "faint"), *map(Span, cells, roles), Span("┤", "faint")]
    return line(*spans)


def meter_lines(meter: Meter, width: int, reason_lines: int = 2) -> list[Line]:
    """A meter in full: the direction and its word, the bar, the reason and where it stands."""
    role = "accent" if meter.here else "text"
    head = apart(
        line(name(meter.source), Span(" → ", "quiet"), name(meter.target)),
        line(Span(meter_word(meter), role, bold=meter.here)),
        width,
    )
    rows = [
        head,
        apart(Line((Span("  "), *bar(meter, width - 2 - 10).spans)), line(Span(where(meter), "quiet")), width),
    ]
    reason = wrap([Span(meter.because, "quiet")], width - 2)
    shown = reason[:reason_lines]
    if len(reason) > reason_lines and shown:
        shown[-1] = fit_line(line(Span(f"{shown[-1].text} …", "quiet")), width - 2)
    return rows + [Line((Span("  "), *row.spans)) for row in shown]
