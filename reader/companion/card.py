"""A character's card and the cast: all that is known of people at a place."""

from dataclasses import dataclass

from reader.companion.index import Index, Life
from reader.companion.meters import Meter, bonds_between, meter_at
from reader.companion.moment import current_facts
from reader.companion.people import person_at, spot_at
from reader.companion.values import Fact, Person, Spot
from reader.position import Position


@dataclass(frozen=True, slots=True)
class Learned:
    """A fact with the beat that told it."""

    fact: Fact
    spot: Spot


@dataclass(frozen=True, slots=True)
class Card:
    """Everything known of a character at a place.

    Attributes:
        full: The full name, once known.
        others: Other words that mean this person, in the order learned; earlier labels too.
        met: Where the person was first heard of.
        first, last: The first and the latest scene with the person on stage, by where they come on.
        here: On stage at the place.
        now: Facts that hold, newest first.
        earlier: Facts that were replaced or ended, newest first.
        bonds: What the person is to others, those on stage first.
        toward: How the person stands toward others, the latest moved first.
        from_others: How others stand toward the person, likewise.
    """

    person: Person
    full: str | None
    others: tuple[str, ...]
    met: Spot
    first: Spot | None
    last: Spot | None
    here: bool
    now: tuple[Learned, ...]
    earlier: tuple[Learned, ...]
    bonds: tuple[tuple[Person, str], ...]
    toward: tuple[Meter, ...]
    from_others: tuple[Meter, ...]


@dataclass(frozen=True, slots=True)
class CastRow:
    """A character in the cast.

    Attributes:
        called: Name, full name and other names known.
        met: Where the person was first heard of.
        last: Where the person came on stage last, if ever.
        newest: The newest fact that holds.
    """

    person: Person
    full: str | None
    called: tuple[str, ...]
    met: Spot
    last: Spot | None
    newest: str


def card_at(index: Index, character: str, place: Position) -> Card:
    """A character's card.

    Raises:
        KeyError: Nobody with this id has been met at the place.
    """
    person = person_at(index, character, place)
    life = index.lives[character]
    stage = index.stage.at(place) or ()
    meters = _meters(index, life, place)
    now = tuple(current_facts(life, place))
    earlier = (f.fact for f in life.facts.back_from(place) if f.until is not None and f.until <= place)
    return Card(
        person=person,
        full=life.fulls.at(place),
        others=_others(life, place),
        met=spot_at(index, life.met),
        first=_first_seen(index, life, place),
        last=_last_seen(index, life, place),
        here=character in stage,
        now=tuple(Learned(fact, spot_at(index, fact.learned)) for fact in now),
        earlier=tuple(Learned(fact, spot_at(index, fact.learned)) for fact in earlier),
        bonds=_bonds(index, life, stage, place),
        toward=tuple(meter for meter in meters if meter.source.id == character),
        from_others=tuple(meter for meter in meters if meter.target.id == character),
    )


def cast_at(index: Index, place: Position) -> tuple[CastRow, ...]:
    """Everyone met, in the order of meeting."""
    return tuple(_row(index, index.lives[character], place) for character in index.met.until(place))


def _row(index: Index, life: Life, place: Position) -> CastRow:
    person, full = person_at(index, life.id, place), life.fulls.at(place)
    called = (person.name, *([full] if full else []), *_others(life, place))
    newest = next((fact.sentence for fact in life.newest.at(place) or ()), "")
    return CastRow(person, full, called, spot_at(index, life.met), _last_seen(index, life, place), newest)


def _others(life: Life, place: Position) -> tuple[str, ...]:
    label = life.names.at(place)
    words = (*life.names.until(place), *life.fulls.until(place), *life.aliases.until(place))
    return tuple(dict.fromkeys(word for word in words if word not in (label, life.fulls.at(place))))


def _first_seen(index: Index, life: Life, place: Position) -> Spot | None:
    first = life.scenes.first
    return spot_at(index, first) if first is not None and first <= place else None


def _last_seen(index: Index, life: Life, place: Position) -> Spot | None:
    came_on = life.scenes.position_at(place)
    return None if came_on is None else spot_at(index, came_on)


def _bonds(index: Index, life: Life, stage: tuple[str, ...], place: Position) -> tuple[tuple[Person, str], ...]:
    known = [other for pair in life.bonds.until(place) for other in pair if other != life.id]
    present = [other for other in known if other in stage]
    absent = [other for other in known if other not in stage]
    return bonds_between(index, (*present, *absent), life.id, place)


def _meters(index: Index, life: Life, place: Position) -> list[Meter]:
    meters = [meter_at(index, direction, place) for direction in life.directions.until(place)]
    return sorted((meter for meter in meters if meter), key=lambda meter: -meter.spot.position)
