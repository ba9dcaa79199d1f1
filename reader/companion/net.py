"""What changed between people over a run of beats, told once: from what it was before them to what it is after them."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from reader.companion.index import Index
from reader.companion.meters import FURTHEST_BACK, BondChange, Change, ShiftChange, moved_since
from reader.companion.people import beat_ref, person_at
from reader.companion.values import BeatRef, Direction, Pair
from reader.position import Position


@dataclass(frozen=True, slots=True)
class NetChange:
    """What a pair's bond or a direction came to, and the last beat that changed it."""

    at: BeatRef
    change: Change


def net_changes(index: Index, opened: Position, place: Position) -> tuple[NetChange, ...]:
    """What changed from one beat to another; what is in the end as it was before is left out.

    Args:
        index: The story.
        opened: The position of the first beat that counts.
        place: The position of the last beat that counts.

    Returns:
        One change for each bond and each direction, or for two directions that came to the same; the one that a beat
        changed last stands last.
    """
    changes = [*_bonds(index, opened, place), *_shifts(index, opened, place)]
    return tuple(sorted(changes, key=lambda net: net.at.position))


def _bonds(index: Index, opened: Position, place: Position) -> Iterator[NetChange]:
    changed: dict[Pair, Position] = {}
    for pair in islice(index.bonded.back_from(place), FURTHEST_BACK):
        at = index.bonds[pair].position_at(place)
        if at is None or at < opened:
            break
        changed[pair] = at
    for pair, at in reversed(changed.items()):
        before = index.bonds[pair].at(Position(opened - 1)) or ""
        words = index.bonds[pair].at(place) or ""
        if words != before:
            first, second = sorted((person_at(index, person, place) for person in pair), key=lambda one: one.rank)
            yield NetChange(beat_ref(index, at), BondChange(first, second, words, "" if words else before))


def _shifts(index: Index, opened: Position, place: Position) -> Iterator[NetChange]:
    values = {
        direction: ends
        for direction in moved_since(index, opened, place)
        if (ends := _ends(index, direction, opened, place)) and ends[0] != ends[1]
    }
    merged: set[Direction] = set()
    for direction, (before, after) in values.items():
        if direction in merged:
            continue
        back = Direction(direction.target, direction.source, direction.scale)
        both = values.get(back) == (before, after)
        if both:
            merged.add(back)
        source, target = (person_at(index, person, place) for person in (direction.source, direction.target))
        if both and target.rank < source.rank:
            source, target = target, source
        last = max(
            (
                change
                for one in (direction, *([back] if both else []))
                if (change := index.value_changes[one].at(place))
            ),
            key=lambda change: change.position,
        )
        because, scale = last.causes[-1].because, index.scales[direction.scale]
        yield NetChange(
            beat_ref(index, last.position), ShiftChange(source, target, both, scale, before, after, because)
        )


def _ends(index: Index, direction: Direction, opened: Position, place: Position) -> tuple[int | None, int] | None:
    """A direction's value before the first beat and after the last; None before a value that was stated first here."""
    changes = index.value_changes[direction]
    last, earlier, first = changes.at(place), changes.at(Position(opened - 1)), changes.first
    if last is None or first is None:
        return None
    return (earlier.after if earlier else changes.on(first)[0].before), last.after
