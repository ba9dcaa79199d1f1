"""The small frozen values that all answers are made of: people, scales, scenes, facts, moves."""

from dataclasses import dataclass

from reader.position import Position
from reader.text import Link


@dataclass(frozen=True, slots=True)
class Person(Link):
    """A character as known at some position; a name in the text leads to them.

    Attributes:
        id: The character's id in the story file.
        name: The label everywhere.
        rank: 0 for the first one met, and so on; colour, shape and lane follow it.
    """

    id: str
    name: str
    rank: int


@dataclass(frozen=True, slots=True)
class Scale:
    """What a relationship is measured on: `low` to `high`, in even bands named by `words`.

    Attributes:
        start: The value before a first shift that moves `by`.
        alone: The story has no other; then it need not be named.
    """

    id: str
    name: str
    means: str
    low: int
    high: int
    words: tuple[str, ...]
    start: int
    alone: bool = True

    def word(self, value: int) -> str:
        """The word for a value, by DESIGN's rule for even bands."""
        count = len(self.words)
        return self.words[(2 * (value - self.low) + 1) * count // (2 * (self.high - self.low + 1))]


@dataclass(frozen=True, slots=True)
class SceneRow:
    """A scene as it stands in lists.

    Attributes:
        number: Counted from 1.
        start: The position of its first beat.
        part: The part it belongs to, if the story has parts.
    """

    number: int
    id: str
    title: str
    start: Position
    part: str | None


@dataclass(frozen=True, slots=True)
class BeatRef:
    """A beat by its scene's number and title, and its own number in the scene, for people to read."""

    position: Position
    scene: int
    title: str
    beat: int


@dataclass(frozen=True, slots=True)
class Found:
    """Where an anchor stands now.

    Attributes:
        moved: That is not the scene and beat it names.
        guessed: Its words are not there either; this is only the nearest.
        gone: Its scene and its words are; this is where the scene before it ends.
    """

    position: Position
    moved: bool = False
    guessed: bool = False
    gone: bool = False


@dataclass(frozen=True, slots=True)
class Fact:
    """A sentence about a character.

    Attributes:
        learned: The position at which it is learned.
    """

    sentence: str
    learned: Position


@dataclass(frozen=True, slots=True)
class Cause:
    """One shift within a move, with its reason."""

    before: int | None
    after: int
    because: str


@dataclass(frozen=True, slots=True)
class ValueChange:
    """All that one beat does to one direction: the value before the beat and after it, and why."""

    position: Position
    before: int | None
    after: int
    causes: tuple[Cause, ...]


@dataclass(frozen=True, slots=True, order=True)
class Direction:
    """One person toward another on one scale, by their ids."""

    source: str
    target: str
    scale: str


Pair = tuple[str, str]
"""Two character ids in alphabetical order."""


def pair_of(first: str, second: str) -> Pair:
    """The pair that two people make, whoever is named first."""
    return (first, second) if first <= second else (second, first)
