"""A filter chooses people; its thread is the read scenes in which they appear, for stepping through them alone."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from reader.companion.index import Index
from reader.companion.values import SceneRow
from reader.position import Position


@dataclass(frozen=True, slots=True)
class Filter:
    """The people whose scenes the reader wants to see. An empty filter is false.

    Attributes:
        people: Their ids, in the order in which the reader chose them.
        every: Whether all of them must appear in a scene; otherwise one of them is enough.
    """

    people: tuple[str, ...] = ()
    every: bool = False

    def __bool__(self) -> bool:
        return bool(self.people)

    def toggle(self, person: str) -> "Filter":
        """The filter with a person added, or without the person if they are in it."""
        if person in self.people:
            return Filter(tuple(other for other in self.people if other != person), self.every)
        return Filter((*self.people, person), self.every)


@dataclass(frozen=True, slots=True)
class Thread:
    """The read scenes that match a filter.

    Attributes:
        scenes: The rows of the scenes, in the order of the story.
        ends: For each scene, the position of the last beat that the reader has read.
    """

    scenes: tuple[SceneRow, ...]
    ends: tuple[Position, ...]

    def after(self, place: Position) -> Position | None:
        """The position of the thread that follows a place; None at the end of the thread."""
        number = bisect_right(self.scenes, place, key=_start)
        if number and place < self.ends[number - 1]:
            return Position(place + 1)
        return self.scenes[number].start if number < len(self.scenes) else None

    def before(self, place: Position) -> Position | None:
        """The position of the thread that comes before a place; None at its beginning."""
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


def thread_at(index: Index, chosen: Filter, frontier: Position) -> Thread:
    """The thread of a filter through the scenes up to the frontier."""
    # A character whom the reader has not met and an id that does not exist give the same answer: no scenes.
    characters = (index.characters.get(person) for person in chosen.people)
    appearances = [set(timelines.scenes.until(frontier)) if timelines else set() for timelines in characters]
    numbers = _together(appearances, every=chosen.every)
    rows = tuple(index.rows[number] for number in numbers)
    ends = tuple(Position(min(frontier, index.after_scene(number) - 1)) for number in numbers)
    return Thread(rows, ends)


def _together(appearances: Sequence[set[int]], *, every: bool) -> list[int]:
    if not appearances:
        return []
    return sorted(set.intersection(*appearances) if every else set.union(*appearances))
