"""The lines of a character's card in full."""

from collections.abc import Iterable

from reader.companion.card import Card, Learned
from reader.companion.meters import Meter
from reader.companion.values import BeatRef, Person
from reader.session.display import DisplayOptions
from reader.session.state import State
from reader.session.views.card import CardView
from reader.text import Span
from reader.tui.lines import both_ends, indent, line, wrap
from reader.tui.listing import GAP, Item, Listing, heading, passed_over, row
from reader.tui.meter import direction_line
from reader.tui.phrases import badge, name
from reader.tui.shapes import card_with_shapes

ROOMY = 64
"""From so many cells a fact says in full where it comes from."""


def card_listing(view: CardView, state: State, width: int) -> Listing:
    """Names, bonds, what is known now and was before, how the person stands with others."""
    card, display = card_with_shapes(view.card(state), state.display), state.display
    items = [*_names(card, width), GAP]
    if card.bonds:
        items += [*(_bond(bond, width) for bond in card.bonds), GAP]
    items += _block("KNOWN NOW", [_fact(one, width, "text") for one in card.now])
    items += _block("BEFORE", [_fact(one, width, "quiet") for one in card.earlier])
    items += _block("TOWARD OTHERS", _meters(card.toward, width, display))
    items += _block("FROM OTHERS", _meters(card.from_others, width, display))
    return Listing(tuple(items), name(card.person).text, "on stage" if card.here else "")


def _names(card: Card, width: int) -> Iterable[Item]:
    rows = [line(Span(card.full, "strong", bold=True))] if card.full else []
    if card.others:
        rows += wrap([Span(f"also {', '.join(card.others)}", "quiet")], width - 2)
    rows += wrap([Span(_seen(card), "quiet")], width - 2)
    for one in indent(rows, [badge(card.person)], [Span("  ")]):
        yield passed_over(*one.spans)


def _seen(card: Card) -> str:
    if card.first is None or card.last is None:
        return f"heard of in {_scene(card.met)}"
    last = f" · last seen {_scene(card.last)}" if card.last != card.first else ""
    return f"first seen {_scene(card.first)}{last}"


def _scene(at: BeatRef) -> str:
    return f"{at.scene} {at.title}"


def _bond(bond: tuple[Person, str], width: int) -> Item:
    other, words = bond
    spans = [Span("with ", "quiet"), name(other, within=True), Span(f": {words}")]
    return row(*indent(wrap(spans, width - 2), [Span("  ")]))


def _block(title: str, items: list[Item]) -> list[Item]:
    return [heading(title), *items, GAP] if items else []


def _fact(learned: Learned, width: int, role: str) -> Item:
    rows = wrap([Span(learned.fact.sentence, role)], width - 2)
    where = line(Span(_scene(learned.at) if width >= ROOMY else f"scene {learned.at.scene}", "quiet"))
    last = rows.pop() if rows[-1].cells + where.cells + 4 <= width else line()
    rows.append(both_ends(last, where, width - 2))
    return row(*indent(rows, [Span("  ")]))


def _meters(meters: Iterable[Meter], width: int, display: DisplayOptions) -> list[Item]:
    return [row(*indent([direction_line(meter, width - 2, display)], [Span("  ")])) for meter in meters]
