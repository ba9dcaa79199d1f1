"""The names of keys, which the session knows without Textual, are those that Textual uses."""

import pytest
from textual.keys import KEY_NAME_REPLACEMENTS, KEY_TO_UNICODE_NAME, REPLACED_KEYS, Keys, key_to_character

from reader.session.commands import COMMANDS
from reader.session.keys import character_of, is_key, listed, written

NO_KEYS = ("<any>", "<scroll-up>", "<scroll-down>", "<ignore>", "ctrl-at")
"""Members of Textual's enumeration that nobody can press."""

NAMES = sorted({*KEY_TO_UNICODE_NAME, *KEY_NAME_REPLACEMENTS.values(), *map(chr, range(33, 127)), "é", "ß"})


@pytest.mark.parametrize("name", NAMES)
def test_a_key_that_types_a_character_is_called_as_textual_calls_it(name: str) -> None:
    character = name if len(name) == 1 else key_to_character(REPLACED_KEYS.get(name, name))
    assert is_key(name)
    assert (character_of(name), written(name)) == (character, character)


@pytest.mark.parametrize("key", [key.value for key in Keys if key.value not in NO_KEYS])
def test_every_other_key_that_textual_knows_is_a_key(key: str) -> None:
    assert is_key(key)


def test_every_usual_key_is_one() -> None:
    assert [key for command in COMMANDS for key in listed(command.keys) if not is_key(key)] == []


@pytest.mark.parametrize("name", ["\x1b", "escape_", "zero_width_space", "\u202e", "right_to_left_override"])
def test_what_cannot_be_shown_is_no_key(name: str) -> None:
    assert not is_key(name)
