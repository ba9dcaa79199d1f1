"""A character's card and the list of the cast: everything that is known of people at a place."""

from dataclasses import dataclass

from reader.companion.index import CharacterTimelines, Index
from reader.companion.meters import Meter, bonds_between, meter_at
from reader.companion.moment import current_facts
from reader.companion.people import beat_ref, person_at
from reader.companion.values import BeatRef, Fact, Person
from reader.position import Position


@dataclass(frozen=True, slots=True)
class Learned:
    """A fact, and the beat at which the reader learned it."""

    fact: Fact
    at: BeatRef


@dataclass(frozen=True, slots=True)
class Card:
    """Everything known of a character at a place.

    Attributes:
        person: The character, by the name known at the place.
        full: The full name; None until it is known.
        others: Other names of this person, earlier labels included, in the order in which they were learned.
        met: The beat at which the reader first hears of the person.
        first: The beat at which the person first comes on stage or speaks; None if that has not happened.
        last: The beat at which the person comes on stage in the latest scene with them; None if there is no such scene.
        here: Whether the person is on stage at the place.
        now: The facts that hold, newest first.
        earlier: The facts that were replaced or ended, newest first.
        bonds: The people with whom this person has a bond, and its words; those on stage come first.
        toward: The person's directions toward others; the one that changed last comes first.
        from_others: The directions of others toward the person, in the same order.
    """

    person: Person
    full: str | None
    others: tuple[str, ...]
    met: BeatRef
    first: BeatRef | None
    last: BeatRef | None
    here: bool
    now: tuple[Learned, ...]
    earlier: tuple[Learned, ...]
    bonds: tuple[tuple[Person, str], ...]
    toward: tuple[Meter, ...]
    from_others: tuple[Meter, ...]


@dataclass(frozen=True, slots=True)
class CastRow:
    """A character in the list of the cast.

    Attributes:
        person: The character, by the name known at the place.
        full: The full name; None until it is known.
        called: Every known name: the label, the full name and the others.
        met: The beat at which the reader first hears of the person.
        last: The beat at which the person comes on stage in the latest scene with them; None if there is no such scene.
        newest: The newest fact that holds, or "".
    """

    person: Person
    full: str | None
    called: tuple[str, ...]
    met: BeatRef
    last: BeatRef | None
    newest: str


def card_at(index: Index, character: str, place: Position) -> Card:
    """A character's card.

    Args:
        index: The story.
        character: The character's id.
        place: The position at which the card is asked for.

    Raises:
        KeyError: The reader has met nobody with this id at the place.
    """
    person = person_at(index, character, place)
    timelines = index.characters[character]
    stage = index.stage.at(place) or ()
    meters = _meters(index, timelines, place)
    now = tuple(current_facts(timelines, place))
    earlier = (f.fact for f in timelines.facts.back_from(place) if f.until is not None and f.until <= place)
    return Card(
        person=person,
        full=timelines.fulls.at(place),
        others=_others(timelines, place),
        met=beat_ref(index, timelines.met),
        first=_first_seen(index, timelines, place),
        last=_last_seen(index, timelines, place),
        here=character in stage,
        now=tuple(Learned(fact, beat_ref(index, fact.learned)) for fact in now),
        earlier=tuple(Learned(fact, beat_ref(index, fact.learned)) for fact in earlier),
        bonds=_bonds(index, timelines, stage, place),
        toward=tuple(meter for meter in meters if meter.source.id == character),
        from_others=tuple(meter for meter in meters if meter.target.id == character),
    )


def cast_at(index: Index, place: Position) -> tuple[CastRow, ...]:
    """Everyone whom the reader has met at a place, in the order of meeting."""
    return tuple(_row(index, index.characters[character], place) for character in index.met.until(place))


def _row(index: Index, timelines: CharacterTimelines, place: Position) -> CastRow:
    person, full = person_at(index, timelines.id, place), timelines.fulls.at(place)
    called = (person.name, *([full] if full else []), *_others(timelines, place))
    newest = next((fact.sentence for fact in timelines.newest.at(place) or ()), "")
    return CastRow(person, full, called, beat_ref(index, timelines.met), _last_seen(index, timelines, place), newest)


def _others(timelines: CharacterTimelines, place: Position) -> tuple[str, ...]:
    label = timelines.names.at(place)
    words = (*timelines.names.until(place), *timelines.fulls.until(place), *timelines.aliases.until(place))
    return tuple(dict.fromkeys(word for word in words if word not in (label, timelines.fulls.at(place))))


def _first_seen(index: Index, timelines: CharacterTimelines, place: Position) -> BeatRef | None:
    first = timelines.scenes.first
    return beat_ref(index, first) if first is not None and first <= place else None


def _last_seen(index: Index, timelines: CharacterTimelines, place: Position) -> BeatRef | None:
    came_on = timelines.scenes.position_at(place)
    return None if came_on is None else beat_ref(index, came_on)


def _bonds(
    index: Index, timelines: CharacterTimelines, stage: tuple[str, ...], place: Position
) -> tuple[tuple[Person, str], ...]:
    known = [other for pair in timelines.bonds.until(place) for other in pair if other != timelines.id]
    present = [other for other in known if other in stage]
    absent = [other for other in known if other not in stage]
    return bonds_between(index, (*present, *absent), timelines.id, place)


def _meters(index: Index, timelines: CharacterTimelines, place: Position) -> list[Meter]:
    meters = [meter_at(index, direction, place) for direction in timelines.directions.until(place)]
    return sorted((meter for meter in meters if meter), key=lambda meter: -meter.at.position)
