"""Other keys: they are checked before anything starts, and mistakes in them are told."""

import pytest

from reader.problems import Problems
from reader.session.commands import COMMANDS, usual_keys
from reader.session.keymap import FIXED, changeable, keymap_with, meet
from reader.session.keys import is_key
from reader.shelf.settings import first_settings


@pytest.mark.parametrize(
    ("keys", "said"),
    [
        ({"nxt": "z"}, 'keys.nxt: no command is called "nxt"\n    Did you mean "next"?'),
        ({"next": "nosuchkey"}, 'keys.next: "nosuchkey" is no key'),
        ({"next": "b"}, 'keys.next: "b" is the key of bookmark too'),
        ({"next": "ctrl+p"}, "It cannot be changed: give next a key that is free."),
        ({"next": "ctrl+q"}, '"ctrl+q" leaves the program'),
        ({"choose": ""}, "choose needs a key: the palette does not have it"),
        ({"palette": "z"}, 'no command is called "palette"'),
    ],
)
def test_a_slip_in_the_keys_is_told(keys: dict[str, str], said: str) -> None:
    told = keymap_with(keys, "settings.toml")
    assert isinstance(told, Problems)
    assert said in str(told)


@pytest.mark.parametrize(
    ("command", "key", "shown"),
    [
        ("next", "z", "z"),
        ("next", "Z", "Z"),
        ("next", "space,z", "Space z"),
        ("next", "ctrl+n", "Ctrl+N"),
        ("next", "f2", "F2"),
        ("page-down", "pagedown", "PgDn"),
        ("keys", "?", "?"),
        ("keys", "question_mark", "?"),
        ("next", "é", "é"),
        ("know", "K", "K"),
    ],
)
def test_any_key_may_be_asked_for(command: str, key: str, shown: str) -> None:
    keymap = keymap_with({command: key})
    assert not isinstance(keymap, Problems)
    assert " ".join(keymap.shown(command)) == shown


@pytest.mark.parametrize("key", ["", "nosuchkey", "ctrl+", "hyper+x", "\x1b", "f25", "spacebar"])
def test_what_is_no_key_is_not_taken_for_one(key: str) -> None:
    assert not is_key(key)


GOES_BEFORE = {
    *(("next-name", "next"), ("next-name", "jump-ahead"), ("previous-name", "back")),  # only while walking names
    *(("to-text", "page-down"), ("tick", "page-down"), ("keep-to", "choose")),  # only in one kind of list
}
"""Commands that share a key in a view: the first of each pair goes before the other."""


def test_no_two_commands_have_one_key_in_one_view_but_those_of_few_views_or_moments() -> None:
    usual = usual_keys().keys
    shared = {
        (one.id, other.id)
        for number, one in enumerate(COMMANDS)
        for other in COMMANDS[number + 1 :]
        if set(usual[one.id]) & set(usual[other.id]) and meet(one, other)
    }
    assert shared == GOES_BEFORE


def test_to_give_all_commands_their_usual_keys_is_no_mistake() -> None:
    assert not isinstance(keymap_with({one.id: one.keys for one in changeable()}), Problems)


def test_a_key_that_two_commands_have_in_different_views_is_no_clash() -> None:
    assert not isinstance(keymap_with({"order": "e"}), Problems)
    told = keymap_with({"note": "e"})
    assert isinstance(told, Problems)
    assert '"e" is the key of name too' in str(told)


def test_the_first_settings_name_each_command_whose_keys_can_be_changed_and_no_other() -> None:
    ids = [one.id for one in changeable()]
    comment = " ".join(row.removeprefix("# ") for row in first_settings(ids).splitlines())
    named = comment.partition("The names are ")[2].partition(". [keys]")[0].split(", ")
    assert sorted(named) == sorted({one.id for one in COMMANDS} - set(FIXED))


def test_nothing_is_changed_if_nothing_is_asked_for() -> None:
    assert keymap_with({}) == usual_keys()


def test_a_command_without_a_key_is_named_by_where_it_is_found() -> None:
    keymap = keymap_with({"bookmark": ""})
    assert not isinstance(keymap, Problems)
    assert (keymap.shown("bookmark"), keymap.key("bookmark")) == ((), "“bookmark” in the palette")
