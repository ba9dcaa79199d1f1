"""The companion's pane: who is on stage and what is known of them, and how they stand with each other."""

from textual.geometry import Size

from reader.companion.meters import Meters
from reader.companion.moment import Moment, StageCard
from reader.companion.values import Pair, pair_of
from reader.tui.draw.meter import meter_lines
from reader.tui.draw.phrases import badge, name
from reader.tui.lines import BLANK, Line, Span, indent, line, wrap
from reader.tui.manner import Manner

MOST_FACTS = 3
FACT_ROWS = 3


def side_lines(moment: Moment, size: Size, manner: Manner, pins: tuple[Pair, ...] = ()) -> list[Line]:
    """Cards above, meters below, in as much detail as fits; what does not is counted."""
    width, height = size
    inner = max(8, width - 4)
    least_meters = min(len(moment.meters.shown), 2) * 4 + 3 if moment.meters.shown else 0
    cards = _cards(moment, inner, max(4, height - least_meters - 1))
    meters = _meters_block(moment.meters, Size(inner, height - len(cards) - 2), manner, pins)
    rows = [BLANK, *cards, *([BLANK, *meters] if meters else [])]
    return indent(rows, [Span("  ")])


def _meters_block(meters: Meters, size: Size, manner: Manner, pins: tuple[Pair, ...]) -> list[Line]:
    """As many meters as fit, and how many more there are."""
    width, height = size
    if not meters.shown or height < 3:
        return []
    rows = [_heading("BETWEEN THEM")]
    drawn = 0
    for number, meter in enumerate(meters.shown):
        pinned = pair_of(meter.source.id, meter.target.id) in pins
        block = meter_lines(meter, width, manner, pinned=pinned)
        last = number == len(meters.shown) - 1 and not meters.more
        if len(rows) + 1 + len(block) > height - (0 if last else 2):
            break
        rows += [BLANK, *block]
        drawn += 1
    more = len(meters.shown) - drawn + meters.more
    if more and len(rows) + 2 <= height:
        rows += [BLANK, line(Span(f"+{more} more", "quiet"))]
    return rows if len(rows) > 1 else []


def _heading(words: str) -> Line:
    return line(Span(words, "quiet", bold=True))


def _cards(moment: Moment, width: int, height: int) -> list[Line]:
    """The cards in the fullest form that fits: fewer facts each, then one line each, then names in a row."""
    for facts in range(MOST_FACTS, -1, -1):
        rows = [_heading("ON STAGE")]
        for card in moment.cards:
            rows += [*([BLANK] if facts or len(rows) == 1 else []), *_card(card, width, facts)]
        if len(rows) <= height and not moment.more_cards:
            return rows
    people: list[Span] = []
    for card in moment.cards:
        people += [badge(card.person), name(card.person), Span("   ")]
    if moment.more_cards:
        people.append(Span(f"+{moment.more_cards} more", "quiet"))
    return [_heading("ON STAGE"), BLANK, *wrap(people, width)][:height]


def _card(card: StageCard, width: int, facts: int) -> list[Line]:
    new = Span("  new", "accent") if card.new else Span("")
    rows = [line(badge(card.person), name(card.person, bold=True), new)]
    if not facts:
        return rows
    chosen = range(min(facts, len(card.facts)))
    for number in sorted(chosen, key=lambda n: (n < card.fresh, -n)):
        fresh = number < card.fresh
        mark = Span("+ ", "accent", bold=True) if fresh else Span("  ")
        wrapped = wrap([Span(card.facts[number].sentence, "text" if fresh else "quiet")], width - 2)
        rows += indent(wrapped[:FACT_ROWS], [mark], [Span("  ")])
    for other, words in card.bonds[: facts + 1]:
        wrapped = wrap([Span("with ", "quiet"), name(other), Span(f": {words}", "quiet")], width - 2)
        rows += indent(wrapped, [Span("  ")])
    return rows
