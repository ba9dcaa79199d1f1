"""A timeline keeps values in the order of the story, and finds the one that holds at a position by bisection."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from typing import Generic, TypeVar

from reader.position import Position

Value = TypeVar("Value")


class Timeline(Generic[Value]):
    """Values, each with the position from which it holds. Several values may share a position."""

    __slots__ = ("_positions", "_values")

    def __init__(self) -> None:
        self._positions: list[Position] = []
        self._values: list[Value] = []

    def add(self, position: Position, value: Value) -> None:
        """Append a value. Positions must be added in order."""
        self._positions.append(position)
        self._values.append(value)

    def at(self, position: Position) -> Value | None:
        """The newest value at or before a position; None if there is none."""
        count = bisect_right(self._positions, position)
        return self._values[count - 1] if count else None

    def position_at(self, position: Position) -> Position | None:
        """The position of the newest value at or before a position; None if there is none."""
        count = bisect_right(self._positions, position)
        return self._positions[count - 1] if count else None

    def until(self, position: Position) -> list[Value]:
        """Every value at or before a position, oldest first."""
        return self._values[: bisect_right(self._positions, position)]

    def on(self, position: Position) -> list[Value]:
        """The values that were added at this very position, in order."""
        return self._values[bisect_left(self._positions, position) : bisect_right(self._positions, position)]

    def back_from(self, position: Position) -> Iterator[Value]:
        """The values at or before a position, newest first, without copying them."""
        for number in range(bisect_right(self._positions, position) - 1, -1, -1):
            yield self._values[number]

    @property
    def first(self) -> Position | None:
        """The position of the first value; None if there is none."""
        return self._positions[0] if self._positions else None
