"""The palette finds commands by the words on the screens and by the words people use."""

import pytest

from reader.session.answering import say_yes
from reader.session.commands import COMMANDS, available, command
from reader.session.finding import OTHER_WORDS, find_commands, palette_commands
from reader.session.knowing import ask_know
from reader.session.state import State
from reader.session.views.bookmarks import BookmarksView
from reader.session.views.names import walk_names
from reader.session.views.stack import opening
from tests.session.states import after, at


def first(words: str, state: State | None = None) -> str:
    """The command that stands first for some words."""
    return next((one.id for one in find_commands(state or at(3), words)), "")


@pytest.mark.parametrize(
    ("words", "found"),
    [
        *[("quit", "quit"), ("exit", "quit"), ("close", "quit"), ("bye", "quit"), ("leave", "quit")],
        *[("cast", "cast"), ("characters", "cast"), ("people", "cast"), ("who", "who"), ("dramatis personae", "cast")],
        *[("recap", "recap"), ("summary", "recap"), ("story so far", "recap"), ("plot", "recap")],
        *[("help", "keys"), ("keys", "keys"), ("shortcuts", "keys"), ("keyboard shortcut", "keys")],
        *[("numbers", "numbers"), ("values", "numbers"), ("dark", "light"), ("theme", "light"), ("night", "light")],
        *[("contents", "scenes"), ("table of contents", "scenes"), ("toc", "scenes"), ("chapters", "scenes")],
        *[("bookmark", "bookmark"), ("bookmarks", "bookmarks"), ("save", "bookmark"), ("favorite", "bookmark")],
        *[("hide", "length"), ("spoilers", "know"), ("reread", "again"), ("read again", "again"), ("length", "length")],
        *[
            ("companion", "side"),
            ("on stage", "side"),
            ("furthest", "frontier"),
            ("as far as you have read", "frontier"),
        ],
        *[("everyone you have met", "cast"), ("why", "why"), ("relationship", "why"), ("opening page", "first")],
        *[("undo", "undo"), ("filter", "filter"), ("only the scenes", "filter"), ("next scene", "next-scene")],
        *[
            ("next-scene", "next-scene"),
            ("jump-ahead", "jump-ahead"),
            ("any/all", ""),
            ("re-read", "again"),
            ("name?", "cast"),
        ],
        *[
            ("Récap", "recap"),
            ("QUIT", "quit"),
            ("nxt", "next-scene"),
            ("bokmarks", "bookmark"),
            ("recpa", "recap"),
            ("zebra", ""),
        ],
    ],
)
def test_words_find_the_command_that_people_mean_by_them(words: str, found: str) -> None:
    assert first(words) == found


def test_every_command_of_the_palette_is_found_first_by_its_label() -> None:
    for state in (at(3), after(opening(BookmarksView), at(3))):
        for one in palette_commands(state):
            assert first(one.label, state) == one.id


def test_to_hide_again_is_offered_only_once_everything_is_open() -> None:
    assert "hide-unread" not in {one.id for one in palette_commands(at(3))}
    known = after(say_yes, after(ask_know, at(3)))
    assert first("hide", known) == "hide-unread"
    assert "know" not in {one.id for one in palette_commands(known)}


def test_the_commands_of_the_footer_stand_first() -> None:
    assert [one.id for one in palette_commands(at(3))][:4] == ["back", "bookmark", "filter", "why"]


def test_the_palette_lists_only_what_can_be_given_now() -> None:
    for state in (at(3), after(opening(BookmarksView), at(3)), after(walk_names, at(3))):
        assert set(palette_commands(state)) <= set(available(state))


def test_other_words_are_those_of_commands_in_the_palette() -> None:
    assert set(OTHER_WORDS) == {one.id for one in COMMANDS if one.in_palette}
    for name, words in OTHER_WORDS.items():
        own = f"{command(name).label} {command(name).help}".lower().split()
        assert not set(words.split()) & set(own), f"{name}: these words are found already"
