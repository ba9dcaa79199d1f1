"""The small frozen values of which all answers are made: people, scales, scenes, facts, changes."""

from dataclasses import dataclass
from enum import Enum

from reader.language import capital
from reader.position import Position
from reader.text import Link


@dataclass(frozen=True, slots=True)
class Person(Link):
    """A character as known at some position. A name in the text links to a person.

    Attributes:
        id: The character's id in the story file.
        name: The label that all screens show.
        rank: 0 for the person met first, 1 for the next, and so on; it decides colour, shape and lane.
        language: The story's; it decides what the capital of a letter is.
    """

    id: str
    name: str
    rank: int
    language: str = "en"

    @property
    def name_alone(self) -> str:
        """The label where it does not stand within a sentence: with a capital."""
        return capital(self.name, self.language)


@dataclass(frozen=True, slots=True)
class Scale:
    """What a relationship is measured on.

    Attributes:
        id: The scale's id in the story file.
        name: What it is called.
        means: What it measures, in a few words.
        low: The lowest value.
        high: The highest value.
        words: The names of the bands, low to high; all bands are equally wide, as far as whole numbers allow.
        start: The value to which a direction's first shift is added if it is a `by`.
        alone: Whether the story has no other scale; then screens need not name it.
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
        """The word of the band in which a value lies."""
        count = len(self.words)
        return self.words[(2 * (value - self.low) + 1) * count // (2 * (self.high - self.low + 1))]


@dataclass(frozen=True, slots=True)
class SceneRow:
    """A scene as lists show it.

    Attributes:
        number: The number of the scene, counted from 1.
        id: The scene's id, which never changes.
        title: Its title.
        start: The position of its first beat.
        part: The part to which it belongs; None if it belongs to none.
    """

    number: int
    id: str
    title: str
    start: Position
    part: str | None


@dataclass(frozen=True, slots=True)
class BeatRef:
    """A beat, named so that people can read it.

    Attributes:
        position: The beat's position.
        scene: The number of its scene, counted from 1.
        title: The title of its scene.
        beat: The beat's number in the scene, counted from 1.
    """

    position: Position
    scene: int
    title: str
    beat: int


class Finding(Enum):
    """How an anchor was found in a story that may have been edited since."""

    UNMOVED = "the scene and beat that the anchor names still have its words"
    MOVED = "its words stand elsewhere now, and that is the position"
    NEAREST = "its words are gone; the position is a guess, the nearest beat of its scene"
    SCENE_GONE = "its words and its scene are gone; the position is a guess, the end of the scene that stood before"

    @property
    def guessed(self) -> bool:
        """The anchor's words were not found."""
        return self in (Finding.NEAREST, Finding.SCENE_GONE)


@dataclass(frozen=True, slots=True)
class Found:
    """The position that was found for an anchor, and how it was found."""

    position: Position
    how: Finding = Finding.UNMOVED


@dataclass(frozen=True, slots=True)
class Fact:
    """A sentence about a character.

    Attributes:
        sentence: The sentence.
        learned: The position of the beat at which the reader learns it.
    """

    sentence: str
    learned: Position


@dataclass(frozen=True, slots=True)
class Cause:
    """One shift: the values before and after it, and its reason. `before` is None if it states the first value."""

    before: int | None
    after: int
    because: str


@dataclass(frozen=True, slots=True)
class ValueChange:
    """Everything that one beat does to one direction.

    Attributes:
        position: The beat's position.
        before: The value before the beat; None if the beat states the first value.
        after: The value after the beat.
        causes: The beat's shifts of this direction, in order; at least one.
    """

    position: Position
    before: int | None
    after: int
    causes: tuple[Cause, ...]


@dataclass(frozen=True, slots=True, order=True)
class Direction:
    """One person toward another on one scale. All three are ids."""

    source: str
    target: str
    scale: str


Pair = tuple[str, str]
"""Two character ids in alphabetical order."""


def pair_of(first: str, second: str) -> Pair:
    """The pair of two people, given by their ids in either order."""
    return (first, second) if first <= second else (second, first)
