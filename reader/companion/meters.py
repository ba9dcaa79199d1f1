"""How people stand toward each other at a place: the meters, the bonds, and what a single beat changed."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations, islice

from reader.companion.index import Index
from reader.companion.people import beat_ref, person_at
from reader.companion.values import BeatRef, Direction, Pair, Person, Scale, ValueChange, pair_of
from reader.position import OPENING, Position

MOST_METERS = 24
"""How many meters are handed out at a place; the others are only counted."""
FURTHEST_BACK = 400
"""How many of the latest changes are looked through for the directions that changed in the scene."""


@dataclass(frozen=True, slots=True)
class Meter:
    """A direction's value at a place.

    Attributes:
        direction: The two people and the scale, by their ids.
        source: Who has the feeling.
        target: Toward whom.
        scale: What is measured.
        value: The value, from the scale's `low` to its `high`.
        before: The value before the latest beat that changed it; None if that beat states the first value.
        at: The latest beat that changed the value.
        because: That beat's reason; the last one if the beat gives several.
        here: Whether the beat at the place changed the value.
        in_scene: Whether a beat of the scene at the place changed it.
    """

    direction: Direction
    source: Person
    target: Person
    scale: Scale
    value: int
    before: int | None
    at: BeatRef
    because: str
    here: bool
    in_scene: bool

    @property
    def word(self) -> str:
        """The word for the value."""
        return self.scale.word(self.value)


@dataclass(frozen=True, slots=True)
class ShiftChange:
    """A beat's change of one direction.

    Attributes:
        source: Who has the feeling.
        target: Toward whom.
        both: Whether the beat changed the opposite direction in exactly the same way; then this stands for both.
        scale: What is measured.
        before: The value before the beat; None if the beat states the first value.
        after: The value after the beat.
        because: The reason; the last one if the beat gives several.
    """

    source: Person
    target: Person
    both: bool
    scale: Scale
    before: int | None
    after: int
    because: str


@dataclass(frozen=True, slots=True)
class BondChange:
    """A beat's change of what two people are to each other.

    Attributes:
        first: The one of the two whom the reader met earlier.
        second: The other.
        words: What they are from this beat on; "" if the beat ends the bond.
        ended: What they were, if the beat ends the bond; otherwise "".
    """

    first: Person
    second: Person
    words: str
    ended: str


Change = ShiftChange | BondChange


@dataclass(frozen=True, slots=True)
class Meters:
    """The meters to show at a place, the most important first, and how many more there are."""

    shown: tuple[Meter, ...]
    more: int


def meter_at(index: Index, direction: Direction, place: Position) -> Meter | None:
    """A direction's meter at a place; None before the direction's first shift."""
    changes = index.value_changes.get(direction)
    change = changes.at(place) if changes else None
    if change is None:
        return None
    return Meter(
        direction,
        person_at(index, direction.source, place),
        person_at(index, direction.target, place),
        index.scales[direction.scale],
        change.after,
        change.before,
        beat_ref(index, change.position),
        change.causes[-1].because,
        here=change.position == place,
        in_scene=index.scene_at(change.position) == index.scene_at(place),
    )


def meters_at(index: Index, place: Position, stage: tuple[str, ...], pinned: tuple[Pair, ...] = ()) -> Meters:
    """The meters to show at a place.

    They come in four groups: those that the beat changed, those of pinned pairs, those that changed in the scene, and
    those between people on stage. Except among pinned pairs, the one that changed last comes first.

    Args:
        index: The story.
        place: The position of a beat.
        stage: The ids of those on stage.
        pinned: The pairs that the reader has pinned.
    """
    in_scene = moved_since(index, index.starts[index.scene_at(place)], place)
    listed = dict.fromkeys(direction for direction in in_scene if _latest(index, direction, place) == place)
    for pair in pinned:
        listed.update(dict.fromkeys(_between(index, pair, place)))
    listed.update(dict.fromkeys(in_scene))
    listed.update(dict.fromkeys(sorted(_on_stage(index, stage, place), key=lambda one: -_latest(index, one, place))))
    shown = (meter_at(index, direction, place) for direction in list(listed)[:MOST_METERS])
    return Meters(tuple(meter for meter in shown if meter), max(0, len(listed) - MOST_METERS))


def moved_since(index: Index, opened: Position, place: Position) -> list[Direction]:
    """The directions that changed from one beat to another, the one that changed last first."""
    moved: dict[Direction, Position] = {}
    for direction in islice(index.moved.back_from(place), FURTHEST_BACK):
        change = index.value_changes[direction].at(place)
        if change is None or change.position < opened:
            break
        moved[direction] = change.position
    oldest_first = reversed(moved)  # directions that one beat changed stay in the story's order
    return sorted(oldest_first, key=lambda direction: -moved[direction])


def between(index: Index, pair: Pair, place: Position) -> list[Meter]:
    """Every meter between two people at a place, in the order of the directions' first shifts."""
    meters = (meter_at(index, direction, place) for direction in _between(index, pair, place))
    return [meter for meter in meters if meter]


def _between(index: Index, pair: Pair, place: Position) -> list[Direction]:
    directions = index.between.get(pair)
    return directions.until(place) if directions else []


def _on_stage(index: Index, stage: tuple[str, ...], place: Position) -> Iterator[Direction]:
    for first, second in combinations(stage, 2):
        yield from _between(index, pair_of(first, second), place)


def _latest(index: Index, direction: Direction, place: Position) -> Position:
    return index.value_changes[direction].position_at(place) or OPENING


def changes_at(index: Index, place: Position) -> tuple[Change, ...]:
    """What the beat at a place changed between people: bonds first, then values, each in the story's order."""
    bonds = [_bond_change(index, pair, place) for pair in dict.fromkeys(index.bonded.on(place))]
    moved = list(dict.fromkeys(index.moved.on(place)))
    shifts: list[Change] = []
    merged: set[Direction] = set()
    for direction in moved:
        if direction in merged:
            continue
        back = Direction(direction.target, direction.source, direction.scale)
        both = back in moved and _alike(_value_change(index, direction, place), _value_change(index, back, place))
        if both:
            merged.add(back)
        shifts.append(_shift_change(index, direction, place, both=both))
    return (*bonds, *shifts)


def _value_change(index: Index, direction: Direction, place: Position) -> ValueChange:
    return index.value_changes[direction].on(place)[0]


def _alike(one: ValueChange, other: ValueChange) -> bool:
    return one.causes == other.causes


def _shift_change(index: Index, direction: Direction, place: Position, *, both: bool) -> ShiftChange:
    change = _value_change(index, direction, place)
    source, target = (person_at(index, person, place) for person in (direction.source, direction.target))
    scale = index.scales[direction.scale]
    return ShiftChange(source, target, both, scale, change.before, change.after, change.causes[-1].because)


def _bond_change(index: Index, pair: Pair, place: Position) -> BondChange:
    first, second = (person_at(index, person, place) for person in pair)
    bonds = index.bonds[pair]
    words = bonds.at(place) or ""
    ended = "" if words else bonds.at(Position(place - 1)) or ""
    if second.rank < first.rank:
        first, second = second, first
    return BondChange(first, second, words, ended)


def bonds_between(index: Index, people: Iterable[str], other: str, place: Position) -> tuple[tuple[Person, str], ...]:
    """The bonds that hold between one person and others at a place.

    Args:
        index: The story.
        people: The ids of the others; `other` among them is skipped.
        other: The id of the one person.
        place: The position.

    Returns:
        Those of `people` who have a bond with `other`, in the order given, each with the bond's words.
    """
    rows = []
    for person in people:
        timeline = index.bonds.get(pair_of(person, other))
        words = timeline.at(place) if timeline else None
        if words and person != other:
            rows.append((person_at(index, person, place), words))
    return tuple(rows)
