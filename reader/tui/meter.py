"""The meter: a bar over the whole declared range, ○ where it was before its latest move and ● where it is."""

from collections.abc import Callable

from reader.companion.meters import Meter
from reader.companion.values import Person, pair_of
from reader.session.display import DisplayOptions
from reader.session.links import AskWhy
from reader.text import Span
from reader.tui.lines import Line, both_ends, fit_line, indent, line, width_of, wrap
from reader.tui.phrases import BEFORE, NOW, meter_word, name, scale_spans, toward, where
from reader.tui.rows import APART, ended, shortened

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


def word_span(meter: Meter, display: DisplayOptions) -> Span:
    """A meter's word; it stands out if the beat being read moved the meter."""
    return Span(meter_word(meter, display), "accent" if meter.here else "text", bold=meter.here)


def direction_rows(meter: Meter, width: int, display: DisplayOptions, *, whole: bool) -> list[Line]:
    """Who toward whom and the word, on one row; if they do not fit, on two, and in whole on as many as they need."""
    word = word_span(meter, display)
    names = toward(meter.source, meter.target, meter.scale)
    if width_of(names) + APART + width_of([word]) <= width:
        return [both_ends(line(*names), line(word), width)]
    source, *target = names[0], Span("  → ", "quiet"), *names[2:]
    if whole:
        return [
            *wrap([source], width),
            *ended(indent(wrap(target[1:], width - 4), [target[0]], [Span("    ")]), [word], width),
        ]
    return [fit_line(line(source), width), both_ends(line(*target), line(word), width)]


def other_rows(other: Person, meter: Meter, width: int, display: DisplayOptions) -> list[Line]:
    """A meter on a card, where it goes without saying whose card it is: only the other's name, and the word."""
    named = wrap([name(other), *scale_spans(meter.scale)], width)
    return ended(named, [word_span(meter, display)], width)


def meter_lines(
    meter: Meter, width: int, display: DisplayOptions, *, pinned: bool = False, whole: bool = False
) -> list[Line]:
    """A meter in full: the direction and its word, the bar, the reason and where it stands; a click asks why.

    Args:
        meter: The meter.
        width: Of the rows, in cells.
        display: How things are shown.
        pinned: The reader has pinned the pair.
        whole: Nothing is cut, however many rows that takes.
    """
    moved = f"pinned · {where(meter)}" if pinned else where(meter)
    reason = wrap([Span(meter.because, "quiet")], width - 2)
    rows = [
        *direction_rows(meter, width, display, whole=whole),
        Line((Span("  "), *bar(meter, width - 2).spans)),
        *indent(
            ended(reason if whole else shortened(reason, REASON_ROWS, width - 2), [Span(moved, "quiet")], width - 2),
            [Span("  ")],
        ),
    ]
    target = AskWhy(pair_of(meter.source.id, meter.target.id))
    return [Line(row.spans, target) for row in rows]
