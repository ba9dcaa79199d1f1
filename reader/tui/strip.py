"""The strip below the text, if the screen is too narrow for the companion's pane."""

from rich.cells import cell_len

from reader.companion.meters import Meter
from reader.companion.moment import Moment
from reader.companion.values import pair_of
from reader.session.display import DisplayOptions
from reader.session.links import AskWhy
from reader.text import Span
from reader.tui.lines import Line, fit, fit_line, line, width_of
from reader.tui.phrases import NO_BREAK, NOBODY, badge, meter_word, name, toward
from reader.tui.rows import people_rows

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
    """Everyone on stage on one row: those who have no room on it are counted."""
    if not moment.cards:
        return fit_line(line(Span(f"  {NOBODY}", "quiet")), width)
    people = [
        (badge(card.person), name(card.person), Span(f"{NO_BREAK}new" if card.new else "", "accent"))
        for card in moment.cards
    ]
    rows = people_rows(people, moment.more_cards, width - 2, 1)
    return line(Span("  "), *(span for row in rows for span in row.spans))


def _meter(meter: Meter, columns: tuple[int, int], note: str, width: int, display: DisplayOptions) -> Line:
    names, words = columns
    word = fit(meter_word(meter, display), width // 2)
    most = max(1, width - 4 - cell_len(word) - len(note))  # the word and the count come before the names in whole
    directed = fit_line(line(*toward(meter.source, meter.target, meter.scale)), most)
    gap = " " * max(2, min(names, most) - directed.cells + 2)
    told = Span(f"{gap}{word}", "accent" if meter.here else "text", bold=meter.here)
    head = line(Span("  "), *directed.spans, told)
    column = Span(" " * max(0, words - cell_len(word)))
    room = width - head.cells - width_of([column]) - len(note) - 2
    reason = (column, *fit_line(line(Span(f"  {meter.because}", "quiet")), room).spans) if room > REASON_FROM else ()
    target = AskWhy(pair_of(meter.source.id, meter.target.id))
    return fit_line(Line((*head.spans, *reason, Span(note, "quiet")), target), width)


def _names_cells(meter: Meter) -> int:
    return width_of(toward(meter.source, meter.target, meter.scale))
