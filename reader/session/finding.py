"""Finding commands by words: those on the screens, and others by which people look for the same thing."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from difflib import get_close_matches
from types import MappingProxyType

from reader.session.commands import Command, available
from reader.session.state import State
from reader.text import fold

OTHER_WORDS: Mapping[str, str] = MappingProxyType(
    {
        "back": "previous",
        "next-scene": "skip chapter forward",
        "previous-scene": "previous chapter back",
        "first": "start begin beginning title cover top home",
        "frontier": "last latest end frontier continue",
        "return": "place",
        "jump-back": "history previous",
        "jump-ahead": "history",
        "bookmark": "save star mark remember favourite favorite",
        "bookmarks": "kept notes marks saved stars list annotate rename delete",
        "undo": "restore revert bring back",
        "keep-to": "apply ok",
        "filter": "thread follow character person narrow",
        "why": "relationship meter bond feelings reasons history",
        "pin": "unpin relationship",
        "cast": "characters people persons who names dramatis personae search find",
        "recap": "summary summaries plot synopsis remember",
        "who": "person card character info people",
        "scenes": "table of contents toc chapters list index outline",
        "text": "story read page",
        "side": "cards meters relationships characters people side pane",
        "top": "first start beginning",
        "bottom": "last",
        "name": "rename label title edit",
        "note": "annotate comment edit",
        "remove": "delete",
        "any-all": "together every both",
        "next-pair": "other relationship",
        "order": "alphabetical",
        "look-for": "search find",
        "know": "spoilers unlock reveal everything show",
        "hide-unread": "spoilers know story lock",
        "again": "restart reread reset over new",
        "length": "progress total count",
        "numbers": "digits figures meters scores",
        "light": "theme colours colors mode night day white black",
        "keys": "help keyboard shortcuts bindings commands manual controls",
        "suspend": "background job pause",
        "quit": "exit close stop end bye goodbye",
    }
)
"""By the ids of commands, words that stand neither in their label nor in their help, with spaces between."""

EXACT, BEGINS = 2, 1

ScoresOf = Callable[[Command, str], Iterator[int]]
"""Tells how well a word is found in a command, in each place where it is."""


def palette_commands(state: State) -> tuple[Command, ...]:
    """The commands of the palette, those that the footer names first."""
    listed = (one for one in available(state) if one.in_palette)
    return tuple(sorted(listed, key=lambda one: (not one.footer, one.footer)))


def find_commands(state: State, words: str) -> tuple[Command, ...]:
    """The commands that words mean.

    Args:
        state: What is before the reader; only commands that can be given now are found.
        words: What the reader looks for, or the beginnings of it. Case and accents do not count.

    Returns:
        The commands each of whose words is found, the best match first; of equal ones, those of the footer first.
    """
    looked_for = _words(words)
    return _best(state, looked_for, _scores) or _best(state, looked_for, _slips)


def _best(state: State, looked_for: Sequence[str], scores_of: ScoresOf) -> tuple[Command, ...]:
    """The commands in which each of the words is found, the best match first."""

    def score(one: Command) -> int:
        scores = [max(scores_of(one, word), default=0) for word in looked_for]
        return sum(scores) if all(scores) else 0

    scored = [(score(one), one) for one in palette_commands(state)]
    return tuple(one for score, one in sorted(scored, key=lambda pair: -pair[0]) if score)


def _slips(one: Command, word: str) -> Iterator[int]:
    """How well a word stands in the label or the other words if it is a slip of a key."""
    own = _words(f"{one.label} {OTHER_WORDS.get(one.id, '')}")
    yield from (BEGINS for _ in get_close_matches(word, own, n=1, cutoff=0.75))


def _scores(one: Command, word: str) -> Iterator[int]:
    """How well a word stands in the label, in the other words or the id, and in the help, in this order of weight."""
    for weight, text in ((6, one.label), (4, f"{OTHER_WORDS.get(one.id, '')} {one.id}"), (2, one.help)):
        for own in _words(text):
            if own.startswith(word):
                yield weight * 10 + (EXACT if own == word else BEGINS)


def _words(text: str) -> list[str]:
    return "".join(letter if letter.isalnum() else " " for letter in fold(text)).split()
