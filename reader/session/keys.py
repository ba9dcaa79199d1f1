"""Keys: how the settings name them, how people write them, and which keys each command has."""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

WRITTEN = {
    **{"space": "Space", "left": "←", "right": "→", "up": "↑", "down": "↓", "enter": "Enter", "escape": "Esc"},
    **{"tab": "Tab", "backspace": "Backspace", "delete": "Del", "pagedown": "PgDn", "pageup": "PgUp"},
    **{"home": "Home", "end": "End", "insert": "Insert", "return": "Return"},
    **{f"f{number}": f"F{number}" for number in range(1, 25)},
}
"""The keys that type no character, by the names that Textual and the settings use, and as people write them."""

MODIFIERS = frozenset({"ctrl", "shift", "alt"})

CHARACTERS = {
    **{"slash": "/", "backslash": "\\", "at": "@", "minus": "-", "plus": "+", "underscore": "_"},
    **{"solidus": "/", "reverse_solidus": "\\", "commercial_at": "@", "hyphen_minus": "-", "low_line": "_"},
    **{"less_than_sign": "<", "greater_than_sign": ">"},
}
"""Characters whose key is not called by their Unicode name, or whose Unicode name has a hyphen."""


def character_of(key: str) -> str | None:
    """The character that a key types, or nothing if it types none: `?` of `?` and of `question_mark`."""
    if len(key) == 1:
        return key if key.isprintable() else None
    if key in WRITTEN:
        return None
    try:
        character = CHARACTERS.get(key) or unicodedata.lookup(key.replace("_", " "))
    except KeyError:
        return None
    return character if len(character) == 1 and character.isprintable() else None


def same(key: str) -> str:
    """One name for each key: `?` and `question_mark` are the same."""
    return character_of(key) or key


def is_key(name: str) -> bool:
    """Whether a name means a key: `z`, `f2`, `question_mark`, `ctrl+pagedown`."""
    *modifiers, key = name.split("+") if len(name) > 1 else [name]
    return set(modifiers) <= MODIFIERS and (key in WRITTEN or character_of(key) is not None)


def written(key: str) -> str:
    """A key as people write it: `Space`, `?`, `Ctrl+O`."""
    if "+" in key and len(key) > 1:
        return "+".join(part.capitalize() for part in key.split("+"))
    return WRITTEN.get(key) or character_of(key) or key.capitalize()


def listed(keys: str) -> tuple[str, ...]:
    """The keys of a list with commas between them."""
    return tuple(key.strip() for key in keys.split(",") if key.strip())


@dataclass(frozen=True, slots=True)
class Keymap:
    """The keys of every command, as the reader has set them.

    Attributes:
        keys: By the ids of commands, their keys by the names that Textual uses; a command may have none.
    """

    keys: Mapping[str, tuple[str, ...]]

    def gives(self, key: str, command: str) -> bool:
        """Whether a key gives a command."""
        return same(key) in map(same, self.keys.get(command, ()))

    def shown(self, command: str) -> tuple[str, ...]:
        """A command's keys as people write them."""
        return tuple(written(key) for key in self.keys.get(command, ()))

    def key(self, command: str) -> str:
        """How a sentence names the key of a command; a command without a key is found in the palette."""
        return next(iter(self.shown(command)), f"“{command}” in the palette")
