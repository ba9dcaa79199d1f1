"""The lines of a character's card in full."""

from collections.abc import Sequence
from functools import partial

from reader.companion.card import Card, Learned
from reader.companion.meters import Meter
from reader.companion.values import BeatRef, Person
from reader.session.display import DisplayOptions
from reader.session.state import State
from reader.session.views.card import CardView
from reader.text import Span
from reader.tui.lines import Line, both_ends, indent, line, most_lines, wrap
from reader.tui.listing import GAP, Item, Listing, heading, lazy_row, passed_over, plain_text
from reader.tui.meter import other_rows
from reader.tui.phrases import badge, bond_spans, meter_word, name
from reader.tui.rows import ended
from reader.tui.shapes import card_with_shapes

MARGIN = [Span("  ")]
ROOMY = 64
"""From so many cells a fact says in full where it comes from."""


def card_listing(view: CardView, state: State, width: int) -> Listing:
    """Names, bonds, what is known now and was before, how the person stands with others."""
    card, display = card_with_shapes(view.card(state), state.display), state.display
    items = [*_names(card, width), GAP]
    if card.bonds:
        items += [*(_bond_row(bond, width) for bond in card.bonds), GAP]
    items += _block(_learned("KNOWN NOW", width), [_fact_row(one, width, "text") for one in card.now])
    items += _block(_learned("BEFORE", width), [_fact_row(one, width, "quiet") for one in card.earlier])
    toward = [_meter_row(meter.target, meter, width, display) for meter in card.toward]
    items += _block(heading("TOWARD OTHERS"), toward)
    from_others = [_meter_row(meter.source, meter, width, display) for meter in card.from_others]
    items += _block(heading("FROM OTHERS"), from_others)
    return Listing(tuple(items), name(card.person).text, "on stage" if card.here else "")


def _names(card: Card, width: int) -> list[Item]:
    rows = wrap([Span(card.full, "strong", bold=True)], width - 2) if card.full else []
    if card.others:
        rows += wrap([Span(f"also {', '.join(card.others)}", "quiet")], width - 2)
    rows += wrap([Span(_seen(card), "quiet")], width - 2)
    return plain_text(indent(rows, [badge(card.person)], [Span("  ")]))


def _seen(card: Card) -> str:
    if card.first is None or card.last is None:
        return f"heard of in {_scene(card.met)}"
    last = f" · last seen {_scene(card.last)}" if card.last != card.first else ""
    return f"first seen {_scene(card.first)}{last}"


def _scene(at: BeatRef) -> str:
    return f"{at.scene} {at.title}"


def _bond_row(bond: tuple[Person, str], width: int) -> Item:
    return lazy_row(partial(_bond, bond, width), most_lines(width - 2, f"with {bond[0].name}: {bond[1]}"))


def _bond(bond: tuple[Person, str], width: int) -> list[Line]:
    other, words = bond
    return indent(wrap(bond_spans(other, words), width - 2), MARGIN)


def _learned(title: str, width: int) -> Item:
    """The heading of facts, at whose end stands where each was learned."""
    head = both_ends(line(Span(title, "quiet", bold=True)), line(Span("learned in", "quiet")), width)
    return passed_over(*head.spans)


def _fact_row(learned: Learned, width: int, role: str) -> Item:
    most = most_lines(width - 2, learned.fact.sentence, _scene(learned.at))
    return lazy_row(partial(_fact, learned, width, role), most)


def _fact(learned: Learned, width: int, role: str) -> list[Line]:
    where = _scene(learned.at) if width >= ROOMY else f"scene {learned.at.scene}"
    fact = ended(wrap([Span(learned.fact.sentence, role)], width - 2), [Span(where, "quiet")], width - 2)
    return indent(fact, MARGIN)


def _meter_row(other: Person, meter: Meter, width: int, display: DisplayOptions) -> Item:
    most = most_lines(width - 2, other.name, meter_word(meter, display)) + 1
    return lazy_row(lambda: indent(other_rows(other, meter, width - 2, display), MARGIN), most)


def _block(title: Item, items: Sequence[Item]) -> list[Item]:
    return [title, *items, GAP] if items else []
