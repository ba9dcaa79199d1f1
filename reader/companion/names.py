"""Finds the names in a beat's text: which words mean someone whom the reader has met."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from itertools import chain, islice

from reader.companion.values import Person
from reader.language import capital, capitals_of, upper
from reader.position import Position
from reader.text import Span, StoryText, may_lack_spaces, same_signs

_WORD = re.compile(r"\w+")
_JOINERS = "\u200c\u200d"
_HYPHENS = "-\u058a\u05be"
_MIDDLE_DOTS = "·\u2027"  # Catalan writes "Gal·la"

PersonAt = Callable[[str, Position], Person]
"""Given a character's id and a place, answers with the character as known there."""
Paragraphs = tuple[tuple[Span, ...], ...]
"""A beat's text. The link of a span is the person whom its words name, if the reader has met that person."""
Match = tuple[int, int, str]
"""A name in a text: the indices of its first character and of the one after its last, and the person's id."""


Shape = tuple[int, int]
"""How long a name is, and how many characters stand before its first word."""


class Names:
    """Every name of the story, with the position from which the reader knows it.

    Names are kept by their capitals, in which all ways to write a name are the same. So for each word of a text,
    `found` tries only the different lengths of the names that begin with it, however many thousands there are; then
    it looks whether the text may write the name so.

    Args:
        language: The story's; it decides what the capitals of a name are.
    """

    def __init__(self, language: str = "en") -> None:
        self._language = language
        self._capitals = capitals_of(language)
        self._shapes: dict[str, list[Shape]] = defaultdict(list)
        self._known: dict[str, dict[str, list[tuple[Position, str]]]] = defaultdict(dict)

    def add(self, words: str, since: Position, character: str) -> None:
        """Add a name.

        Args:
            words: A label, full name or alias. A name without a letter or digit is ignored.
            since: The position from which the reader knows it.
            character: The id of the person whom it means.
        """
        name = same_signs(words)
        for first, lead in islice(_beginnings(name), 1):
            capitals = self._capitals(name)
            shapes = self._shapes[self._capitals(first)]
            for shape in ((len(name), lead), (len(capitals), lead)):
                if shape not in shapes:
                    shapes.append(shape)
                    shapes.sort(reverse=True)
            self._known[capitals].setdefault(name, []).append((since, character))

    def found(self, text: str, place: Position, stage: Iterable[str]) -> Iterator[Match]:
        """Find the names in a text that are known at a place.

        A name is whole words, and not a part of a longer name with a hyphen or an apostrophe in it. If two names begin
        at the same word, the longer one is found. If several people share a name, it means the one who is on stage; if
        none or more than one of them is on stage, it means nobody.
        """
        text = same_signs(text)
        end = 0
        for first, at in _beginnings(text):
            if at < end:
                continue
            for length, lead in self._shapes.get(self._capitals(first), ()):
                start, after = at - lead, at - lead + length
                if start < end or not (people := self._called(text[start:after], place)):
                    continue
                if not _stands_alone(text, start, after):
                    continue
                end = after
                owners = people if len(people) == 1 else [person for person in people if person in stage]
                if len(owners) == 1:
                    yield start, end, owners[0]
                break

    def _called(self, words: str, place: Position) -> list[str]:
        """The ids of the people whom some words name at a place; a name as it is written comes before its capitals."""
        names = self._known.get(self._capitals(words), {})
        if exactly := _known_at(place, names.get(words, ())):
            return exactly
        written = (known for name, known in names.items() if _may_be_written(name, words, self._language))
        return _known_at(place, chain.from_iterable(written))


def _known_at(place: Position, people: Iterable[tuple[Position, str]]) -> list[str]:
    return list(dict.fromkeys(person for since, person in people if since <= place))


def _may_be_written(name: str, words: str, language: str) -> bool:
    """Whether words with the same capitals as a name are that name.

    It is written as in the story; or in capitals, as in plays, with or without its small words; and one that begins
    small also as a sentence begins. A name that begins with a capital is never written small: "may" is not May.
    """
    begun = capital(name, language)
    return words in (name, begun, upper(name, language), _large_words(name, language), _large_words(begun, language))


def _large_words(name: str, language: str) -> str:
    """A name with the words in capitals that have one: "the DOCTOR", "SARAH's friend"."""
    return _WORD.sub(lambda word: upper(word[0], language) if word[0][0].isupper() else word[0], name)


def _beginnings(text: str) -> Iterator[tuple[str, int]]:
    """Where a name may begin in a text: the words, each with its index."""
    words = ((match[0], match.start()) for match in _WORD.finditer(text))
    if not may_lack_spaces(text):
        return words
    from reader.scripts import pieces  # noqa: PLC0415 - its data takes time, which most stories save

    return ((word[start:end], at + start) for word, at in words for start, end in pieces(word))


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Whether a name from `start` to `end` is not only a part of a longer word or name."""
    if text[end - 1] == "." and text[end : end + 1].isalpha():
        return False  # "J.R." is not J.R.R. Tolkien
    parted = not _goes_on(text, start) and not _goes_on(text, end)
    return parted and not _joined_before(text, start) and not _joined_after(text, start, end)


def _goes_on(text: str, at: int) -> bool:
    """Whether one word stands on both sides of an index; vowel signs and other marks belong to their word."""
    if not 0 < at < len(text):
        return False
    before, after = text[at - 1], text[at]
    if after in _JOINERS or after in _MIDDLE_DOTS:
        return _in_word(before) and _in_word(text[at + 1 : at + 2])
    if before in _JOINERS or before in _MIDDLE_DOTS:
        return _in_word(after) and _in_word(text[at - 2 : at - 1])
    return _in_word(before) and _in_word(after) and not _parts_words(before, after)


def _joined_before(text: str, start: int) -> bool:
    """Whether a hyphen or an apostrophe binds a name to what stands before it.

    "O'Neill" and "Jo-Anna" are names of their own. A small word is none: "l'Anna", "ex-Anna".
    """
    sign = text[start - 1 : start]
    if start < 2 or sign not in ("'", *_HYPHENS) or not _in_word(text[start - 2]) or _parts_words(text[start - 2], "x"):
        return False
    first = start - 2
    while first and _in_word(text[first - 1]):
        first -= 1
    return not text[first].islower() or (sign != "'" and text[start].islower())


def _joined_after(text: str, start: int, end: int) -> bool:
    """Whether a hyphen or an apostrophe binds a name to what stands after it.

    "Jean-Paul" is a name of its own. A small word is none after a name with a capital: "Sam's", "Sam-like"; but
    "the man-eater" is not the man.
    """
    sign, after = text[end : end + 1], text[end + 1 : end + 2]
    if not sign or sign not in ("'", *_HYPHENS) or not _in_word(after) or _parts_words("x", after):
        return False
    if sign == "'":
        possessive = after == "S" and not _in_word(text[end + 2 : end + 3]) and text[start:end].isupper()
        return not (after.islower() or possessive)
    last = end - 1
    while last > start and _in_word(text[last - 1]):
        last -= 1
    return not after.islower() or text[last].islower()


def _in_word(character: str) -> bool:
    """Whether a character is a letter, a digit or a mark on one."""
    return (
        character.isalnum() or character == "_" or (character >= "\u0300" and unicodedata.category(character)[0] == "M")
    )


def _parts_words(before: str, after: str) -> bool:
    """Whether two letters side by side may belong to two words, since a script has no spaces."""
    if not may_lack_spaces(before + after):
        return False
    from reader.scripts import parts_words  # noqa: PLC0415 - as in `_beginnings`

    return parts_words(before, after)


def with_names(
    text: StoryText, names: Names, place: Position, stage: tuple[str, ...], person_at: PersonAt
) -> Paragraphs:
    """Link the names in a beat's text to the people whom they mean.

    Names are found in the words of a paragraph, whatever is emphasized in them: "the *Doctor*" is the Doctor.

    Args:
        text: The text.
        names: All names of the story.
        place: The position of the beat; only names that are known there count.
        stage: The ids of those on stage there.
        person_at: Answers with a character as known at a place.

    Returns:
        The paragraphs, with a span of its own for every name, or several if only a part of it is emphasized.
    """
    return tuple(
        tuple(
            _divided(paragraph, names.found("".join(span.text for span in paragraph), place, stage), person_at, place)
        )
        for paragraph in text.paragraphs
    )


def _divided(spans: tuple[Span, ...], matches: Iterator[Match], person_at: PersonAt, place: Position) -> Iterator[Span]:
    """Spans, divided where names begin and end."""
    match = next(matches, None)
    first = 0
    for span in spans:
        at, after = first, first + len(span.text)
        while at < after:
            start, end, character = match or (after, after, "")
            if start > at:
                stop, link = min(start, after), None
            else:
                stop, link = min(end, after), person_at(character, place)
            yield Span(span.text[at - first : stop - first], span.role, span.bold, span.italic, link)
            at = stop
            if match and at >= end:
                match = next(matches, None)
        first = after
