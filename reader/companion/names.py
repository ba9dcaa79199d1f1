"""Names in the text: which words mean someone the reader has met."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from reader.companion.values import Person
from reader.position import Position
from reader.text import Span, StoryText

_WORD = re.compile(r"\w+")


PersonAt = Callable[[str, Position], Person]
"""A character as known at a place."""
Paragraphs = tuple[tuple[Span, ...], ...]
"""A beat's text; the link of a span is the person whom its words name, if the reader has met them."""


@dataclass(frozen=True, slots=True)
class _Shape:
    """How long a name is, and how far into it its first word begins, in characters."""

    length: int
    lead: int


class Names:
    """Every name of the story with the position from which it may be lit.

    A story may have thousands of names that begin with the same word. For each word of a text, only the different
    lengths of such names are looked at, and not the names one by one.
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

        Names are whole words; the case of their first letter does not count. If several people share a name, it
        means the one of them who is on stage; it means nobody if none or several of them are.
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
        """The ids of those whom the words at a place in a text name; the words must be whole."""
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
    """A beat's text in which the names lead to their people.

    Args:
        text: The text.
        names: All names of the story.
        place: The position of the beat: only names that are known there count.
        stage: The ids of those on stage there.
        person_at: Tells what is known of a character at a place.
    """
    return tuple(
        tuple(part for span in paragraph for part in _parted(span, names, place, stage, person_at))
        for paragraph in text.paragraphs
    )


def _parted(span: Span, names: Names, place: Position, stage: tuple[str, ...], person_at: PersonAt) -> Iterator[Span]:
    """A span parted where names begin and end."""
    at = 0
    for start, end, character in names.found(span.text, place, stage):
        if start > at:
            yield replace(span, text=span.text[at:start])
        yield replace(span, text=span.text[start:end], link=person_at(character, place))
        at = end
    if at < len(span.text):
        yield replace(span, text=span.text[at:])
