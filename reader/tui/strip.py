"""The strip below the text, if the screen is too narrow for the companion's pane."""

from rich.cells import cell_len

from reader.companion.meters import Meter
from reader.companion.moment import Moment
from reader.companion.values import pair_of
from reader.session.display import DisplayOptions
from reader.session.links import AskWhy
from reader.text import Span
from reader.tui.lines import Line, fit_line, line, width_of
from reader.tui.phrases import NOBODY, badge, meter_word, name, scale_spans

HEIGHT = 5
REASON_FROM = 16


def strip_lines(moment: Moment, width: int, display: DisplayOptions) -> list[Line]:
    """A rule, who is on stage or that nobody is, and the meters that tell most, a line each."""
    rows = [line(Span("─" * width, "faint")), _people(moment, width)]
    room = HEIGHT - len(rows)
    shown = moment.meters.shown[:room]
    more = len(moment.meters.shown) - len(shown) + moment.meters.more
    widest = max((_names_cells(meter) for meter in shown), default=0)
    columns = (min(widest, width // 2), max((cell_len(meter_word(meter, display)) for meter in shown), default=0))
    for number, meter in enumerate(shown):
        note = f"   +{more} more" if more and number == len(shown) - 1 else ""
        rows.append(_meter(meter, columns, note, width, display))
    return rows


def _people(moment: Moment, width: int) -> Line:
    if not moment.cards:
        return fit_line(line(Span(f"  {NOBODY}", "quiet")), width)
    spans = [Span("  ")]
    for card in moment.cards:
        spans += [badge(card.person), name(card.person), Span(" new" if card.new else "", "accent"), Span("   ")]
    if moment.more_cards:
        spans.append(Span(f"+{moment.more_cards} more", "quiet"))
    return fit_line(Line(tuple(spans)), width)


def _meter(meter: Meter, columns: tuple[int, int], note: str, width: int, display: DisplayOptions) -> Line:
    names, words = columns
    gap = " " * max(2, names - _names_cells(meter) + 2)
    head = line(
        Span("  "),
        name(meter.source),
        Span(" → ", "quiet"),
        name(meter.target, within=True),
        *scale_spans(meter.scale),
        Span(f"{gap}{meter_word(meter, display):<{words}}", "accent" if meter.here else "text", bold=meter.here),
    )
    room = width - head.cells - len(note) - 2
    reason = fit_line(line(Span(f"  {meter.because}", "quiet")), room).spans if room > REASON_FROM else ()
    target = AskWhy(pair_of(meter.source.id, meter.target.id))
    return fit_line(Line((*head.spans, *reason, Span(note, "quiet")), target), width)


def _names_cells(meter: Meter) -> int:
    return width_of([name(meter.source), name(meter.target), *scale_spans(meter.scale)]) + len(" → ")
