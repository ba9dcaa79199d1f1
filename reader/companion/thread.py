"""Filters as values: the read scenes in which chosen people appear, and stepping through them."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from reader.companion.index import Index
from reader.companion.values import SceneRow
from reader.position import Position


@dataclass(frozen=True, slots=True)
class Filter:
    """Whose scenes are wanted.

    Attributes:
        people: Character ids, in the order chosen.
        every: All of them in one scene; otherwise any of them is enough.
    """

    people: tuple[str, ...] = ()
    every: bool = False

    def __bool__(self) -> bool:
        return bool(self.people)

    def toggle(self, person: str) -> "Filter":
        """With a person added, or taken out again."""
        if person in self.people:
            return Filter(tuple(other for other in self.people if other != person), self.every)
        return Filter((*self.people, person), self.every)


@dataclass(frozen=True, slots=True)
class Thread:
    """The read scenes that match a filter.

    Attributes:
        scenes: Their rows, in order.
        ends: For each, its last position that was read.
    """

    filter: Filter
    scenes: tuple[SceneRow, ...]
    ends: tuple[Position, ...]

    def after(self, place: Position) -> Position | None:
        """The next position of the thread, or nothing at its end."""
        number = bisect_right(self.scenes, place, key=_start)
        if number and place < self.ends[number - 1]:
            return Position(place + 1)
        return self.scenes[number].start if number < len(self.scenes) else None

    def before(self, place: Position) -> Position | None:
        """The position of the thread before a place, or nothing at its beginning."""
        number = bisect_right(self.scenes, place, key=_start)
        if not number:
            return None
        start, end = self.scenes[number - 1].start, self.ends[number - 1]
        if place > end:
            return end
        if place > start:
            return Position(place - 1)
        return self.ends[number - 2] if number > 1 else None

    def __contains__(self, place: Position) -> bool:
        number = bisect_right(self.scenes, place, key=_start)
        return number > 0 and place <= self.ends[number - 1]


def _start(row: SceneRow) -> Position:
    return row.start


def thread_at(index: Index, wanted: Filter, frontier: Position) -> Thread:
    """The thread of a filter through what lies at or before the frontier."""
    # Someone not met yet, and someone who is nobody, have both appeared nowhere.
    characters = (index.characters.get(person) for person in wanted.people)
    appearances = [set(timelines.scenes.until(frontier)) if timelines else set() for timelines in characters]
    numbers = _together(appearances, every=wanted.every)
    rows = tuple(index.rows[number] for number in numbers)
    ends = tuple(Position(min(frontier, index.after_scene(number) - 1)) for number in numbers)
    return Thread(wanted, rows, ends)


def _together(appearances: Sequence[set[int]], *, every: bool) -> list[int]:
    if not appearances:
        return []
    return sorted(set.intersection(*appearances) if every else set.union(*appearances))
