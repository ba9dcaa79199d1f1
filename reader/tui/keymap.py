"""Other keys for the commands, as the reader's settings want them, or what is wrong with what they want."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from difflib import get_close_matches

from textual.keys import KEY_NAME_REPLACEMENTS, Keys, key_to_character

from reader.toml import Problem, Problems
from reader.tui.commands import COMMANDS, Command

FIXED = ("palette",)
"""Commands whose keys are not ours to change."""


def commands_with(keys: Mapping[str, str], file: str = "") -> tuple[Command, ...] | Problems:
    """The table of commands with other keys.

    Args:
        keys: By the ids of commands, keys as Textual names them with commas between: `{"next": "space,z"}`.
        file: The settings file, as a problem shall name it.

    Returns:
        The table, or every command that does not exist, every key that does not, and every key that two commands
        would have in one view.
    """
    commands = tuple(replace(one, keys=keys.get(one.id, one.keys)) for one in COMMANDS)
    faults = (*_unknown(keys), *_clashes(commands, keys))
    return Problems.of(faults, file) if faults else commands


def _unknown(keys: Mapping[str, str]) -> Iterator[Problem]:
    ids = [one.id for one in COMMANDS if one.id not in FIXED]
    for command_id, wanted in keys.items():
        where = f"keys.{command_id}"
        if command_id not in ids:
            near = get_close_matches(command_id, ids, n=1)
            mend = f'Did you mean "{near[0]}"?' if near else f"The commands are {', '.join(ids)}."
            yield Problem(f'no command is called "{command_id}"', mend, where=where)
        for key in _listed(wanted):
            if not _is_key(key):
                yield Problem(
                    f'"{key}" is no key', 'A letter, or a name: "z", "f2", "ctrl+n", "pagedown".', where=where
                )


def _clashes(commands: tuple[Command, ...], keys: Mapping[str, str]) -> Iterator[Problem]:
    for one in commands:
        others = (other for other in commands if one.id in keys and other.id != one.id and _meet(one, other))
        for other in others:
            for key in _listed(one.keys):
                if key in _listed(other.keys):
                    mend = f"Give {other.id} another key too, or {one.id} a key that is free."
                    yield Problem(f'"{key}" is the key of {other.id} too', mend, where=f"keys.{one.id}")


def _meet(one: Command, other: Command) -> bool:
    """Whether two commands can be given in one view."""
    return not one.views or not other.views or bool(one.views & other.views)


def _listed(keys: str) -> list[str]:
    return [key.strip() for key in keys.split(",") if key.strip()]


def _is_key(key: str) -> bool:
    named = {known.value for known in Keys} | set(KEY_NAME_REPLACEMENTS.values())
    return len(key) == 1 or key in named or key_to_character(key) is not None
