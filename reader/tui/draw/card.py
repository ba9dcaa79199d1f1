"""A character's card in full."""

from collections.abc import Iterable

from reader.companion.card import Card, Learned
from reader.companion.meters import Meter
from reader.companion.values import Person, Spot
from reader.tui.draw.listing import GAP, Item, Listing, heading, item, said
from reader.tui.draw.meter import direction_line
from reader.tui.draw.phrases import badge, name
from reader.tui.lines import Ask, Go, Open, Span, apart, indent, line, wrap
from reader.tui.manner import Manner

ROOMY = 64
"""From so many cells a fact says where it comes from in full."""


def card_listing(card: Card, width: int, manner: Manner) -> Listing:
    """Names, bonds, what is known now and was before, how the person stands with others; each leads to its beat."""
    items = [*_names(card, width), GAP]
    if card.bonds:
        items += [*(_bond(row, width) for row in card.bonds), GAP]
    items += _block("KNOWN NOW", [_fact(one, width, "text") for one in card.now])
    items += _block("BEFORE", [_fact(one, width, "quiet") for one in card.earlier])
    items += _block("TOWARD OTHERS", _meters(card.toward, width, manner))
    items += _block("FROM OTHERS", _meters(card.from_others, width, manner))
    return Listing(name(card.person).text, "on stage" if card.here else "", tuple(items))


def _names(card: Card, width: int) -> Iterable[Item]:
    rows = [line(Span(card.full, "strong", bold=True))] if card.full else []
    if card.others:
        rows += wrap([Span(f"also {', '.join(card.others)}", "quiet")], width - 2)
    rows += wrap([Span(_seen(card), "quiet")], width - 2)
    for row in indent(rows, [badge(card.person)], [Span("  ")]):
        yield said(*row.spans)


def _seen(card: Card) -> str:
    if card.first is None or card.last is None:
        return f"heard of in {_scene(card.met)}"
    last = f" · last seen {_scene(card.last)}" if card.last != card.first else ""
    return f"first seen {_scene(card.first)}{last}"


def _scene(spot: Spot) -> str:
    return f"{spot.scene} {spot.title}"


def _bond(row: tuple[Person, str], width: int) -> Item:
    other, words = row
    spans = [Span("with ", "quiet"), name(other, within=True), Span(f": {words}")]
    return item(*indent(wrap(spans, width - 2), [Span("  ")]), target=Open(other.id))


def _block(title: str, items: list[Item]) -> list[Item]:
    return [heading(title), *items, GAP] if items else []


def _fact(learned: Learned, width: int, role: str) -> Item:
    rows = wrap([Span(learned.fact.sentence, role)], width - 2)
    where = line(Span(_scene(learned.spot) if width >= ROOMY else f"scene {learned.spot.scene}", "quiet"))
    last = rows.pop() if rows[-1].cells + where.cells + 4 <= width else line()
    rows.append(apart(last, where, width - 2))
    return item(*indent(rows, [Span("  ")]), target=Go(learned.spot.position))


def _meters(meters: Iterable[Meter], width: int, manner: Manner) -> list[Item]:
    return [
        item(
            *indent([direction_line(meter, width - 2, manner)], [Span("  ")]),
            target=Ask((meter.source.id, meter.target.id)),
        )
        for meter in meters
    ]
