"""Names in the text: which words mean someone the reader has met."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from reader.companion.values import Person
from reader.position import Position
from reader.text import Segment, StoryText

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of a beat's text in one style; `person` where its words name someone the reader has met."""

    text: str
    emphasis: bool = False
    strong: bool = False
    person: Person | None = None


PersonAt = Callable[[str, Position], Person]
"""A character as known at a place."""
Paragraphs = tuple[tuple[Piece, ...], ...]


@dataclass(frozen=True, slots=True)
class _Name:
    words: str
    since: Position
    character: str


class Names:
    """Every name of the story by its first word, each with the position from which it may be lit."""

    def __init__(self) -> None:
        self._by_word: dict[str, list[_Name]] = defaultdict(list)

    def add(self, words: str, since: Position, character: str) -> None:
        """A name, full name or alias that is known from a position on."""
        if match := _WORD.search(words):
            row = self._by_word[_first_small(match[0])]
            row.append(_Name(words, since, character))
            row.sort(key=lambda name: -len(name.words))

    def found(self, text: str, place: Position, stage: Iterable[str]) -> Iterator[tuple[int, int, str]]:
        """Where names known at a place stand in a text: start, end, and whose; the longest name wins.

        Whole words, the case of the first letter aside. A name that several people share is the one's who is on
        stage, else nobody's.
        """
        end = 0
        for match in _WORD.finditer(text):
            if match.start() < end:
                continue
            named = [
                name
                for name in self._by_word.get(_first_small(match[0]), ())
                if name.since <= place and _stands(name.words, text, match.start())
            ]
            if not named:
                continue
            length = len(named[0].words)
            people = dict.fromkeys(name.character for name in named if len(name.words) == length)
            present = [person for person in people if person in stage]
            owners = list(people) if len(people) == 1 else present
            end = match.start() + length
            if len(owners) == 1:
                yield match.start(), end, owners[0]


def _first_small(word: str) -> str:
    return word[:1].lower() + word[1:]


def _stands(words: str, text: str, start: int) -> bool:
    end = start + len(words)
    there = text[start:end]
    after = text[end : end + 1]
    return there[1:] == words[1:] and there[:1].lower() == words[:1].lower() and not (after.isalnum() or after == "_")


def lit(text: StoryText, names: Names, place: Position, stage: tuple[str, ...], people: PersonAt) -> Paragraphs:
    """A beat's text with the names lit that were known when it was read."""
    return tuple(
        tuple(piece for segment in paragraph for piece in _pieces(segment, names, place, stage, people))
        for paragraph in text.paragraphs
    )


def _pieces(
    segment: Segment, names: Names, place: Position, stage: tuple[str, ...], people: PersonAt
) -> Iterator[Piece]:
    at = 0
    for start, end, character in names.found(segment.text, place, stage):
        if start > at:
            yield Piece(segment.text[at:start], segment.emphasis, segment.strong)
        yield Piece(segment.text[start:end], segment.emphasis, segment.strong, people(character, place))
        at = end
    if at < len(segment.text):
        yield Piece(segment.text[at:], segment.emphasis, segment.strong)
