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
class _Shape:
    """How long a name is, and how far into it its first word begins, in characters."""

    length: int
    lead: int


class Names:
    """Every name of the story with the position from which it may be lit.

    A story may have thousands that begin with the same word: what is looked at for each word of a text is how long
    the names are that begin with it, and not each of them.
    """

    def __init__(self) -> None:
        self._shapes: dict[str, list[_Shape]] = defaultdict(list)
        self._known: dict[str, list[tuple[Position, str]]] = defaultdict(list)

    def add(self, words: str, since: Position, character: str) -> None:
        """A name, full name or alias that is known from a position on."""
        if match := _WORD.search(words):
            shapes, shape = self._shapes[_first_small(match[0])], _Shape(len(words), match.start())
            if shape not in shapes:
                shapes.append(shape)
                shapes.sort(key=lambda one: -one.length)
            self._known[_first_small(words)].append((since, character))

    def found(self, text: str, place: Position, stage: Iterable[str]) -> Iterator[tuple[int, int, str]]:
        """Where names known at a place stand in a text: start, end, and whose; the longest name wins.

        Whole words, the case of the first letter aside. A name that several people share is the one's who is on
        stage, else nobody's.
        """
        end = 0
        for match in _WORD.finditer(text):
            if match.start() < end:
                continue
            for shape in self._shapes.get(_first_small(match[0]), ()):
                start = match.start() - shape.lead
                if start < end or not (people := self._called(text, start, shape.length, place)):
                    continue
                end = start + shape.length
                owners = people if len(people) == 1 else [person for person in people if person in stage]
                if len(owners) == 1:
                    yield start, end, owners[0]
                break

    def _called(self, text: str, start: int, length: int, place: Position) -> list[str]:
        """Whom the whole words at a place in a text name."""
        after = text[start + length : start + length + 1]
        if after.isalnum() or after == "_":
            return []
        known = self._known.get(_first_small(text[start : start + length]), ())
        return list(dict.fromkeys(person for since, person in known if since <= place))


def _first_small(words: str) -> str:
    return words[:1].lower() + words[1:]


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
