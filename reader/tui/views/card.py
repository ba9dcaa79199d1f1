"""The lines of a character's card in full."""

from collections.abc import Iterable

from reader.companion.card import Card, Learned
from reader.companion.values import BeatRef, Person
from reader.session.state import State
from reader.session.views.card import CardView
from reader.text import Span
from reader.tui.lines import Line, both_ends, indent, line, wrap
from reader.tui.listing import GAP, Item, Listing, heading, passed_over, plain_text, tall_row
from reader.tui.meter import other_rows
from reader.tui.phrases import badge, name
from reader.tui.rows import ended
from reader.tui.shapes import card_with_shapes

ROOMY = 64
"""From so many cells a fact says in full where it comes from."""


def card_listing(view: CardView, state: State, width: int) -> Listing:
    """Names, bonds, what is known now and was before, how the person stands with others."""
    card, display = card_with_shapes(view.card(state), state.display), state.display
    items = [*_names(card, width), GAP]
    if card.bonds:
        items += [*_rows(_bond(bond, width) for bond in card.bonds), GAP]
    items += _block(_learned("KNOWN NOW", width), (_fact(one, width, "text") for one in card.now))
    items += _block(_learned("BEFORE", width), (_fact(one, width, "quiet") for one in card.earlier))
    toward = (other_rows(meter.target, meter, width - 2, display) for meter in card.toward)
    items += _block(heading("TOWARD OTHERS"), toward)
    from_others = (other_rows(meter.source, meter, width - 2, display) for meter in card.from_others)
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


def _bond(bond: tuple[Person, str], width: int) -> list[Line]:
    other, words = bond
    return wrap([Span("with ", "quiet"), name(other, within=True), Span(f": {words}")], width - 2)


def _learned(title: str, width: int) -> Item:
    """The heading of facts, at whose end stands where each was learned."""
    head = both_ends(line(Span(title, "quiet", bold=True)), line(Span("learned in", "quiet")), width)
    return passed_over(*head.spans)


def _fact(learned: Learned, width: int, role: str) -> list[Line]:
    where = _scene(learned.at) if width >= ROOMY else f"scene {learned.at.scene}"
    return ended(wrap([Span(learned.fact.sentence, role)], width - 2), [Span(where, "quiet")], width - 2)


def _block(title: Item, rows: Iterable[list[Line]]) -> list[Item]:
    items = _rows(rows)
    return [title, *items, GAP] if items else []


def _rows(rows: Iterable[list[Line]]) -> list[Item]:
    return [tall_row(indent(lines, [Span("  ")])) for lines in rows]
