"""Finds the names in a beat's text: which words mean someone whom the reader has met."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from reader.companion.values import Person
from reader.position import Position
from reader.text import Span, StoryText

_WORD = re.compile(r"\w+")

PersonAt = Callable[[str, Position], Person]
"""Given a character's id and a place, answers with the character as known there."""
Paragraphs = tuple[tuple[Span, ...], ...]
"""A beat's text. The link of a span is the person whom its words name, if the reader has met that person."""


@dataclass(frozen=True, slots=True)
class _Shape:
    """How long a name is, and how many characters stand before its first word."""

    length: int
    lead: int


class Names:
    """Every name of the story, with the position from which the reader knows it.

    A story may have thousands of names that begin with the same word. So for each word of a text, `found` tries only
    the different lengths that such names have, and does not go through the names themselves.
    """

    def __init__(self) -> None:
        self._shapes: dict[str, list[_Shape]] = defaultdict(list)
        self._known: dict[str, list[tuple[Position, str]]] = defaultdict(list)

    def add(self, words: str, since: Position, character: str) -> None:
        """Add a name.

        Args:
            words: A label, full name or alias. A name without a letter or digit is ignored.
            since: The position from which the reader knows it.
            character: The id of the person whom it means.
        """
        if match := _WORD.search(words):
            shapes, shape = self._shapes[_first_small(match[0])], _Shape(len(words), match.start())
            if shape not in shapes:
                shapes.append(shape)
                shapes.sort(key=lambda one: -one.length)
            self._known[_first_small(words)].append((since, character))

    def found(self, text: str, place: Position, stage: Iterable[str]) -> Iterator[tuple[int, int, str]]:
        """Find the names in a text that are known at a place.

        Names are whole words, and the case of their first letter does not count. If two names begin at the same word,
        the longer one is found. If several people share a name, it means the one who is on stage; if none or more
        than one of them is on stage, it means nobody.

        Yields:
            For each name, the indices of its first character and of the one after its last, and the person's id.
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
        """The ids of the people whom part of a text names at a place; none if the part ends inside a word."""
        after = text[start + length : start + length + 1]
        if after.isalnum() or after == "_":
            return []
        known = self._known.get(_first_small(text[start : start + length]), ())
        return list(dict.fromkeys(person for since, person in known if since <= place))


def _first_small(words: str) -> str:
    return words[:1].lower() + words[1:]


def with_names(
    text: StoryText, names: Names, place: Position, stage: tuple[str, ...], person_at: PersonAt
) -> Paragraphs:
    """Link the names in a beat's text to the people whom they mean.

    Args:
        text: The text.
        names: All names of the story.
        place: The position of the beat; only names that are known there count.
        stage: The ids of those on stage there.
        person_at: Answers with a character as known at a place.

    Returns:
        The paragraphs, with a span of its own for every name.
    """
    return tuple(
        tuple(part for span in paragraph for part in _parted(span, names, place, stage, person_at))
        for paragraph in text.paragraphs
    )


def _parted(span: Span, names: Names, place: Position, stage: tuple[str, ...], person_at: PersonAt) -> Iterator[Span]:
    """A span, divided where names begin and end."""
    at = 0
    for start, end, character in names.found(span.text, place, stage):
        if start > at:
            yield replace(span, text=span.text[at:start])
        yield replace(span, text=span.text[start:end], link=person_at(character, place))
        at = end
    if at < len(span.text):
        yield replace(span, text=span.text[at:])
