"""Which command a key gives: on the text it reads, in a list it acts on the list, while walking names it walks."""

from dataclasses import replace
from functools import partial

import pytest

from reader.companion.thread import Filter
from reader.session.answering import answer
from reader.session.commands import COMMANDS, command_at
from reader.session.keymap import keymap_with
from reader.session.keys import Keymap
from reader.session.state import State, TextView
from reader.session.views.bookmarks import BookmarksView
from reader.session.views.card import CardView
from reader.session.views.cast import CastView, look_for_name
from reader.session.views.companion import show_companion
from reader.session.views.filter import FilterView
from reader.session.views.keys import toggle_keys
from reader.session.views.names import walk_names
from reader.session.views.recap import RecapView
from reader.session.views.scenes import open_scenes
from reader.session.views.stack import opening
from reader.session.views.where import WhereView
from reader.session.views.why import WhyView
from tests.session.states import after, at

LISTS = {
    "bookmarks": opening(BookmarksView),
    "filter": opening(FilterView),
    "cast": opening(CastView),
    "recap": opening(RecapView),
    "scenes": open_scenes,
    "keys": toggle_keys,
    "where you are": opening(WhereView),
    "companion": show_companion,
    "card": opening(partial(CardView, "ali")),
    "why": opening(partial(WhyView, ("ali", "bea"))),
}
READING = ("next", "back", "next-scene", "previous-scene", "look-on", "look-back", "return", "bookmark", "yes")


def given(state: State, key: str) -> str:
    """The id of the command that a key gives."""
    found = command_at(state, key)
    return found.id if found else ""


def pressed(state: State, *keys: str) -> State:
    """The state after some keys."""
    for key in keys:
        if found := command_at(state, key):
            state = after(found.move, state)
    return state


@pytest.mark.parametrize(
    ("key", "command"),
    [
        ("space", "next"),
        ("right", "next"),
        ("l", "next"),
        ("left", "back"),
        ("down", "look-on"),
        ("pageup", "look-back"),
    ],
)
def test_on_the_text_keys_read(key: str, command: str) -> None:
    assert given(at(3), key) == command


@pytest.mark.parametrize("name", LISTS)
def test_no_key_of_a_list_reads(name: str) -> None:
    state = after(LISTS[name], at(3))
    assert {given(state, key) for one in COMMANDS for key in state.keys.keys[one.id]}.isdisjoint(READING)


@pytest.mark.parametrize("name", LISTS)
def test_in_a_list_the_arrows_move_and_space_pages_or_ticks_or_goes_on(name: str) -> None:
    state = after(LISTS[name], at(3))
    moves = [given(state, key) for key in ("down", "up", "right", "left", "pagedown")]
    assert moves == ["down", "up", "page-down", "page-up", "page-down"]
    expected = {"filter": "tick", "where you are": "to-text"}.get(name, "page-down")
    assert given(state, "space") == expected


def test_space_in_the_filter_takes_a_person_in_and_out_again() -> None:
    state = pressed(at(3), "f", "space")
    assert (state.filter.people, type(state.view)) == (("ali",), FilterView)
    assert pressed(state, "space").filter == Filter()


def test_enter_in_the_filter_keeps_to_those_ticked_or_to_the_one_it_is_on() -> None:
    one = pressed(at(3), "f", "down", "enter")
    assert (one.filter.people, type(one.view)) == (("bea",), TextView)
    two = pressed(at(3), "f", "space", "down", "enter")
    assert (two.filter.people, type(two.view)) == (("ali",), TextView)


def test_while_walking_names_arrows_and_tab_walk_and_space_reads_on() -> None:
    class Named(type(at(1).layout)):  # type: ignore[misc]
        def names(self, state: State) -> tuple[str, ...]:  # noqa: ARG002
            return ("ali", "bea", "cy")

    state = after(walk_names, replace(at(3), layout=Named()))
    walked = []
    for key in ("right", "tab", "l", "left", "h", "shift+tab", "i"):
        state = pressed(state, key)
        walked.append(state.text.walked)
    assert walked == [1, 2, 0, 2, 1, 0, 1]
    assert state.place == 3
    assert pressed(state, "escape").text == TextView()
    assert pressed(state, "space").place == 4
    for keys in (("c", "escape"), ("?", "escape"), ("1", "escape"), ("enter", "escape"), ("B", "2")):
        assert pressed(state, *keys, "right").text.walked == 2, "who comes back from a view walks on"


def test_while_something_is_typed_no_key_gives_a_command_but_to_leave() -> None:
    state = after(look_for_name, after(opening(CastView), at(3)))
    keys = {key for one in COMMANDS for key in state.keys.keys[one.id]}
    assert {given(state, key) for key in keys} == {"close", "quit", ""}
    assert answer(state, "b").state.prompt is None


def test_a_key_is_the_same_by_its_sign_and_by_its_name() -> None:
    assert given(at(3), "question_mark") == given(at(3), "?") == "keys"
    keymap = keymap_with({"next": "question_mark"})
    assert not isinstance(keymap, Keymap)
    assert "is the key of keys too" in str(keymap)
    keymap = keymap_with({"next": "question_mark", "keys": "f1"})
    assert isinstance(keymap, Keymap)
    assert given(replace(at(3), keys=keymap), "?") == "next"
