"""How one person stands with another at a place: the meters, and what a beat changed."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations, islice

from reader.companion.index import Index
from reader.companion.people import beat_ref, person_at
from reader.companion.values import BeatRef, Direction, Pair, Person, Scale, ValueChange, pair_of
from reader.position import OPENING, Position

MOST_METERS = 24
FURTHEST_BACK = 400
"""So many of a scene's latest moves are looked through for the meters that moved in it."""


@dataclass(frozen=True, slots=True)
class Meter:
    """A direction's value at a place.

    Attributes:
        value: On the scale, low to high.
        before: The value before the latest beat that moved it; nothing where that beat stated the first.
        at: The latest beat that moved it.
        because: That beat's reason, the last one where it gives several.
        here: It moved at the very beat.
        in_scene: It moved in the scene of the place.
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
    """A beat's change of one direction, or of both where they changed alike."""

    source: Person
    target: Person
    both: bool
    scale: Scale
    before: int | None
    after: int
    because: str


@dataclass(frozen=True, slots=True)
class BondChange:
    """A beat's change of what two people are to each other; no words where it ended."""

    first: Person
    second: Person
    words: str
    ended: str


Change = ShiftChange | BondChange


@dataclass(frozen=True, slots=True)
class Meters:
    """The meters to show at a place, the most telling first, and how many more there are."""

    shown: tuple[Meter, ...]
    more: int


def meter_at(index: Index, direction: Direction, place: Position) -> Meter | None:
    """A direction's meter at a place, or nothing before its first shift."""
    moves = index.value_changes.get(direction)
    move = moves.at(place) if moves else None
    if move is None:
        return None
    return Meter(
        direction,
        person_at(index, direction.source, place),
        person_at(index, direction.target, place),
        index.scales[direction.scale],
        move.after,
        move.before,
        beat_ref(index, move.position),
        move.causes[-1].because,
        here=move.position == place,
        in_scene=index.scene_at(move.position) == index.scene_at(place),
    )


def meters_at(index: Index, place: Position, stage: tuple[str, ...], pinned: tuple[Pair, ...] = ()) -> Meters:
    """The meters worth a look at a place: moved at it, pinned, moved in its scene, then those of who is on stage.

    Each group begins with what moved last.
    """
    in_scene = _moved_in_scene(index, place)
    wanted = dict.fromkeys(direction for direction in in_scene if _latest(index, direction, place) == place)
    for pair in pinned:
        wanted.update(dict.fromkeys(_between(index, pair, place)))
    wanted.update(dict.fromkeys(in_scene))
    wanted.update(dict.fromkeys(sorted(_on_stage(index, stage, place), key=lambda one: -_latest(index, one, place))))
    shown = (meter_at(index, direction, place) for direction in list(wanted)[:MOST_METERS])
    return Meters(tuple(meter for meter in shown if meter), max(0, len(wanted) - MOST_METERS))


def _moved_in_scene(index: Index, place: Position) -> list[Direction]:
    opened = index.starts[index.scene_at(place)]
    moved: dict[Direction, Position] = {}
    for direction in islice(index.moved.back_from(place), FURTHEST_BACK):
        move = index.value_changes[direction].at(place)
        if move is None or move.position < opened:
            break
        moved[direction] = move.position
    listed = reversed(moved)
    return sorted(listed, key=lambda direction: -moved[direction])


def between(index: Index, pair: Pair, place: Position) -> list[Meter]:
    """Every meter between two people at a place, in the order of their first shifts."""
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
    """What a beat changed between people, bonds first, in the order the story lists it."""
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
    move = _value_change(index, direction, place)
    source, target = (person_at(index, person, place) for person in (direction.source, direction.target))
    scale = index.scales[direction.scale]
    return ShiftChange(source, target, both, scale, move.before, move.after, move.causes[-1].because)


def _bond_change(index: Index, pair: Pair, place: Position) -> BondChange:
    first, second = (person_at(index, person, place) for person in pair)
    bonds = index.bonds[pair]
    words = bonds.at(place) or ""
    ended = "" if words else bonds.at(Position(place - 1)) or ""
    if second.rank < first.rank:
        first, second = second, first
    return BondChange(first, second, words, ended)


def bonds_between(index: Index, people: Iterable[str], other: str, place: Position) -> tuple[tuple[Person, str], ...]:
    """The bonds in force between one person and others, each with its words."""
    rows = []
    for person in people:
        timeline = index.bonds.get(pair_of(person, other))
        words = timeline.at(place) if timeline else None
        if words and person != other:
            rows.append((person_at(index, person, place), words))
    return tuple(rows)
