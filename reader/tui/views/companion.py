"""The companion: who is on stage, what is known of them, how they stand; in a pane beside the text, or as a list."""

from collections.abc import Sequence

from textual.geometry import Size

from reader.companion.meters import Meter, Meters
from reader.companion.moment import Moment, SceneHead, StageCard
from reader.companion.values import pair_of
from reader.session.links import OpenCard
from reader.session.state import State
from reader.session.views.companion import CompanionView
from reader.text import Span
from reader.tui.lines import BLANK, Line, indent, line, wrap
from reader.tui.listing import GAP, Item, Listing, heading, passed_over, plain_text, row
from reader.tui.meter import meter_lines
from reader.tui.phrases import NOBODY, badge, bond_spans, name
from reader.tui.rows import OPENS_ALL, people_rows, shortened
from reader.tui.shapes import moment_with_shapes

FACT_ROWS = 3
LEAST_METERS = 2
LEAST_ROWS = 3
"""No meter takes fewer rows."""
DETAIL = ((3, 4), (2, 3), (1, 2), (1, 1), (1, 0), (0, 0))
"""How many facts and how many bonds a card shows, from the fullest form to the barest; fresh facts always show."""
WHOLE = (1000, 1000)
"""As many facts and bonds as a card has."""


def companion_listing(view: CompanionView, state: State, width: int) -> Listing:
    """Where this is, everyone on stage with their card, and every meter, all in whole.

    People lead to their full card and meters to the reasons.
    """
    moment = view.moment(state)
    if moment is None:
        return Listing((passed_over(Span("Nobody is on stage.", "quiet")),), "Companion")
    moment = moment_with_shapes(moment, state.display)
    items = [*plain_text(_where(moment.head, width)), GAP]
    if moment.cards:
        items.append(heading("ON STAGE"))
    for card in moment.cards:
        items += [row(*_unlinked(_card(card, width, *WHOLE))), GAP]
    items += _counted(moment.more_cards, "more on stage, whom the cast names too", width)
    if moment.meters.shown:
        items.append(heading("BETWEEN THEM"))
    for meter in moment.meters.shown:
        items += [row(*_unlinked(_meter(meter, state, width, whole=True))), GAP]
    items += _counted(moment.meters.more, "more, which the cards tell", width)
    present = len(moment.cards) + moment.more_cards
    return Listing(tuple(items), "Companion", f"{present} on stage" if present else "nobody on stage")


def _where(head: SceneHead, width: int) -> list[Line]:
    """The scene's title, its place and time: the text's own head has no room for long ones, or for any."""
    number = f"{head.number}  "
    rows = wrap([Span(head.title, "strong")], width - len(number))
    rows += wrap([Span(head.where, "quiet")], width - len(number)) if head.where else []
    return indent(rows, [Span(number, "accent")], [Span(" " * len(number))])


def companion_lines(state: State, moment: Moment, size: Size) -> list[Line]:
    """Cards above, meters below, in as much detail as fits; what does not fit is counted."""
    width, height = size
    inner = max(8, width - 4)
    blocks = [_meter(meter, state, inner) for meter in moment.meters.shown[: height // LEAST_ROWS + 1]]
    least = sum(len(block) + 1 for block in blocks[:LEAST_METERS]) + 2 if blocks else 0
    cards = _cards(moment, inner, max(4, height - least - 1))
    meters = _meters_block(moment.meters, blocks, height - len(cards) - 2)
    rows = [BLANK, *cards, *([BLANK, *meters] if meters else [])]
    return indent(rows, [Span("  ")])


def _meter(meter: Meter, state: State, width: int, *, whole: bool = False) -> list[Line]:
    pinned = pair_of(meter.source.id, meter.target.id) in state.pins
    return meter_lines(meter, width, state.display, pinned=pinned, whole=whole)


def _unlinked(rows: Sequence[Line]) -> list[Line]:
    """Rows that lead where the list's row leads, so that a click takes the cursor along."""
    return [Line(one.spans) for one in rows]


def _counted(number: int, words: str, width: int) -> list[Item]:
    if not number:
        return []
    return [*plain_text(wrap([Span(f"+{number} {words}", "quiet")], width)), GAP]


def _meters_block(meters: Meters, blocks: Sequence[list[Line]], height: int) -> list[Line]:
    """As many meters as fit, and how many more there are; a click on their number opens the list of all."""
    if not blocks or height <= 0:
        return []
    rows: list[Line] = [_heading("BETWEEN THEM")]
    drawn = 0
    for number, block in enumerate(blocks):
        last = number == len(meters.shown) - 1 and not meters.more
        if len(rows) + 1 + len(block) > height - (0 if last else 2):
            break
        rows += [BLANK, *block]
        drawn += 1
    more = len(meters.shown) - drawn + meters.more
    if not drawn:
        return [line(Span(f"+{more} between them", "quiet"), link=OPENS_ALL)]
    return [*rows, BLANK, line(Span(f"+{more} more", "quiet"), link=OPENS_ALL)] if more else rows


def _heading(words: str) -> Line:
    return line(Span(words, "quiet", bold=True))


def _cards(moment: Moment, width: int, height: int) -> list[Line]:
    """The cards in the fullest form that fits, at last the names in a row; facts learned here show in every form."""
    if not moment.cards:
        return [_heading("ON STAGE"), BLANK, line(Span(NOBODY, "quiet"))]
    if not moment.more_cards:
        for facts, bonds in DETAIL:
            blocks = [_card(card, width, facts, bonds, FACT_ROWS) for card in moment.cards]
            parted = facts > 0
            rows = [_heading("ON STAGE")]
            for number, block in enumerate(blocks):
                rows += [*([BLANK] if parted or not number else []), *block]
            if len(rows) <= height:
                return rows
    people = [(badge(card.person), name(card.person)) for card in moment.cards]
    fresh = [row for card in moment.cards if card.fresh for row in _card(card, width, 0, 0, FACT_ROWS)]
    fresh = shortened(fresh, max(0, height - 4), width)
    names = people_rows(people, moment.more_cards, width, max(1, height - 2 - (len(fresh) + 1 if fresh else 0)))
    return [_heading("ON STAGE"), BLANK, *names, *([BLANK, *fresh] if fresh else [])]


def _card(card: StageCard, width: int, facts: int, bonds: int, fact_rows: int | None = None) -> list[Line]:
    new = Span("  new", "accent") if card.new else Span("")
    rows = wrap([badge(card.person), name(card.person, bold=True), new], width)
    chosen = range(min(max(facts, card.fresh), len(card.facts)))
    for number in sorted(chosen, key=lambda n: (n < card.fresh, -n)):
        fresh = number < card.fresh
        mark = Span("+ ", "accent", bold=True) if fresh else Span("  ")
        wrapped = wrap([Span(card.facts[number].sentence, "text" if fresh else "quiet")], width - 2)
        rows += indent(shortened(wrapped, fact_rows or len(wrapped), width - 2), [mark], [Span("  ")])
    for other, words in card.bonds[:bonds]:
        rows += indent(wrap(bond_spans(other, words, "quiet"), width - 2), [Span("  ")])
    target = OpenCard(card.person.id)
    return [Line(row.spans, target) for row in rows]
