"""The lines of the companion: who is on stage, what is known of them, and how they stand with each other."""

from collections.abc import Sequence

from textual.geometry import Size

from reader.companion.meters import Meters
from reader.companion.moment import Moment, StageCard
from reader.companion.values import pair_of
from reader.session.links import AskWhy, GiveCommand, OpenCard
from reader.session.state import State
from reader.text import Span
from reader.tui.lines import BLANK, Line, indent, line, wrap
from reader.tui.meter import meter_lines
from reader.tui.phrases import NOBODY, badge, name

FACT_ROWS = 3
LEAST_METERS = 2
LEAST_ROWS = 3
"""No meter takes fewer rows."""
DETAIL = ((3, 4), (2, 3), (1, 2), (1, 1), (1, 0), (0, 0))
"""How many facts and how many bonds a card shows, from the fullest form to the barest; fresh facts always show."""


def companion_lines(state: State, moment: Moment, size: Size) -> list[Line]:
    """Cards above, meters below, in as much detail as fits; what does not fit is counted."""
    width, height = size
    inner = max(8, width - 4)
    blocks = [
        meter_lines(meter, inner, state.display, pinned=pair_of(meter.source.id, meter.target.id) in state.pins)
        for meter in moment.meters.shown[: height // LEAST_ROWS + 1]
    ]
    least = sum(len(block) + 1 for block in blocks[:LEAST_METERS]) + 2 if blocks else 0
    cards = _cards(moment, inner, max(4, height - least - 1))
    meters = _meters_block(moment.meters, blocks, height - len(cards) - 2)
    rows = [BLANK, *cards, *([BLANK, *meters] if meters else [])]
    return indent(rows, [Span("  ")])


def _meters_block(meters: Meters, blocks: Sequence[list[Line]], height: int) -> list[Line]:
    """As many meters as fit, and how many more there are; a click on their number asks why of the first of them."""
    if not blocks or height < 3:
        return []
    rows = [_heading("BETWEEN THEM")]
    drawn = 0
    for number, block in enumerate(blocks):
        last = number == len(meters.shown) - 1 and not meters.more
        if len(rows) + 1 + len(block) > height - (0 if last else 2):
            break
        rows += [BLANK, *block]
        drawn += 1
    more = len(meters.shown) - drawn + meters.more
    if more and len(rows) + 2 <= height:
        following = meters.shown[min(drawn, len(meters.shown) - 1)]
        rows += [
            BLANK,
            line(Span(f"+{more} more", "quiet"), link=AskWhy(pair_of(following.source.id, following.target.id))),
        ]
    return rows if len(rows) > 1 else []


def _heading(words: str) -> Line:
    return line(Span(words, "quiet", bold=True))


def _cards(moment: Moment, width: int, height: int) -> list[Line]:
    """The cards in the fullest form that fits, at last the names in a row; facts learned here show in every form."""
    if not moment.cards:
        return [_heading("ON STAGE"), BLANK, line(Span(NOBODY, "quiet"))]
    if not moment.more_cards:
        for facts, bonds in DETAIL:
            blocks = [_card(card, width, facts, bonds) for card in moment.cards]
            parted = facts > 0
            rows = [_heading("ON STAGE")]
            for number, block in enumerate(blocks):
                rows += [*([BLANK] if parted or not number else []), *block]
            if len(rows) <= height:
                return rows
    people = [span for card in moment.cards for span in (badge(card.person), name(card.person), Span("   "))]
    if moment.more_cards:
        people.append(Span(f"+{moment.more_cards} more", "quiet", link=GiveCommand("cast")))
    fresh = [row for card in moment.cards if card.fresh for row in _card(card, width, 0, 0)]
    room = max(1, height - 2 - (len(fresh) + 1 if fresh else 0))
    names = wrap(people, width)
    return [_heading("ON STAGE"), BLANK, *names[:room], *([BLANK, *fresh] if fresh else [])][:height]


def _card(card: StageCard, width: int, facts: int, bonds: int) -> list[Line]:
    new = Span("  new", "accent") if card.new else Span("")
    rows = wrap([badge(card.person), name(card.person, bold=True), new], width)
    chosen = range(min(max(facts, card.fresh), len(card.facts)))
    for number in sorted(chosen, key=lambda n: (n < card.fresh, -n)):
        fresh = number < card.fresh
        mark = Span("+ ", "accent", bold=True) if fresh else Span("  ")
        wrapped = wrap([Span(card.facts[number].sentence, "text" if fresh else "quiet")], width - 2)
        rows += indent(wrapped[:FACT_ROWS], [mark], [Span("  ")])
    for other, words in card.bonds[:bonds]:
        wrapped = wrap([Span("with ", "quiet"), name(other, within=True), Span(f": {words}", "quiet")], width - 2)
        rows += indent(wrapped, [Span("  ")])
    target = OpenCard(card.person.id)
    return [Line(row.spans, target) for row in rows]
