"""A character's card in full."""

from collections.abc import Iterable

from reader.companion.card import Card, Learned
from reader.companion.meters import Meter
from reader.companion.values import Person, Spot
from reader.tui.draw.listing import GAP, Item, Listing, heading, item, said
from reader.tui.draw.meter import direction_line
from reader.tui.draw.phrases import badge, name
from reader.tui.lines import Ask, Go, Line, Span, apart, indent, line, wrap
from reader.tui.manner import Manner


def card_listing(card: Card, width: int, manner: Manner) -> Listing:
    """Names, bonds, what is known now and was before, how the person stands with others; each leads to its beat."""
    items = [*_names(card, width), GAP]
    if card.bonds:
        items += [*(_bond(row, width) for row in card.bonds), GAP]
    items += _block("KNOWN NOW", [_fact(one, width, "text") for one in card.now])
    items += _block("BEFORE", [_fact(one, width, "quiet") for one in card.earlier])
    items += _block("TOWARD OTHERS", _meters(card.toward, width, manner))
    items += _block("FROM OTHERS", _meters(card.from_others, width, manner))
    return Listing(card.person.name, "on stage" if card.here else "", tuple(items))


def _names(card: Card, width: int) -> Iterable[Item]:
    yield said(badge(card.person), Span(card.full or card.person.name, "strong", bold=True))
    if card.others:
        also = wrap([Span(f"also {', '.join(card.others)}", "quiet")], width - 2)
        yield item(*indent(also, [Span("  ")]))
    if card.first and card.last:
        seen = f"first seen {_scene(card.first)}"
        if card.last != card.first:
            seen += f" · last seen {_scene(card.last)}"
        yield item(*indent(wrap([Span(seen, "quiet")], width - 2), [Span("  ")]))
    else:
        yield item(*indent(wrap([Span(f"heard of in {_scene(card.met)}", "quiet")], width - 2), [Span("  ")]))


def _scene(spot: Spot) -> str:
    return f"{spot.scene} {spot.title}"


def _bond(row: tuple[Person, str], width: int) -> Item:
    other, words = row
    return item(*indent(wrap([Span("with ", "quiet"), name(other), Span(f": {words}")], width - 2), [Span("  ")]))


def _block(title: str, items: list[Item]) -> list[Item]:
    return [heading(title), *items, GAP] if items else []


def _fact(learned: Learned, width: int, role: str) -> Item:
    where = line(Span(f"{learned.spot.scene} {learned.spot.title}", "quiet"))
    rows = wrap([Span(learned.fact.sentence, role)], width - 2)
    room = width - 2 - rows[-1].cells - where.cells
    rows = [*rows[:-1], apart(rows[-1], where, width - 2)] if room >= 2 else [*rows, apart(Line(), where, width - 2)]
    return item(*indent(rows, [Span("  ")]), target=Go(learned.spot.position))


def _meters(meters: Iterable[Meter], width: int, manner: Manner) -> list[Item]:
    return [
        item(
            *indent([direction_line(meter, width - 2, manner)], [Span("  ")]),
            target=Ask((meter.source.id, meter.target.id)),
        )
        for meter in meters
    ]
