"""Other keys for the commands, as the settings ask for them, or what is wrong with what they ask for."""

from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from types import MappingProxyType

from reader.problems import Problem, Problems
from reader.session.commands import COMMANDS, Command, usual_keys
from reader.session.keys import Keymap, is_key, listed

TAKEN = MappingProxyType({"ctrl+q": "leaves the program", "ctrl+c": "says how to leave"})
"""Keys that Textual keeps for itself, and what they do."""
FIXED = ("palette", "suspend")
"""Commands whose keys are not the screen's but the program's: they work while something is typed too."""


def changeable() -> tuple[Command, ...]:
    """The commands whose keys the settings may change."""
    return tuple(command for command in COMMANDS if command.id not in FIXED)


def keymap_with(keys: Mapping[str, str], file: str = "") -> Keymap | Problems:
    """The keys of all commands, some of them changed.

    Args:
        keys: By the ids of commands, keys as Textual names them with commas between: `{"next": "space,z"}`.
        file: The settings file, as a problem shall name it.

    Returns:
        The keys; or a problem for every command that does not exist, every key that does not exist, and every key
        that two commands would have in one view.
    """
    keymap = Keymap({**usual_keys().keys, **{command: listed(wanted) for command, wanted in keys.items()}})
    faults = (*_unknown(keys), *_clashes(keymap, keys))
    return Problems.of(faults, file) if faults else keymap


def _unknown(keys: Mapping[str, str]) -> Iterator[Problem]:
    ids = [command.id for command in changeable()]
    needed = {command.id for command in changeable() if not command.in_palette}
    for command_id, wanted in keys.items():
        where = f"keys.{command_id}"
        if command_id not in ids:
            near = get_close_matches(command_id, ids, n=1)
            mend = f'Did you mean "{near[0]}"?' if near else f"The commands are {', '.join(ids)}."
            yield Problem(f'no command is called "{command_id}"', mend, where=where)
        if command_id in needed and not listed(wanted):
            yield Problem(f"{command_id} needs a key: the palette does not have it", "Give it one.", where=where)
        for key in listed(wanted):
            if key in TAKEN:
                yield Problem(f'"{key}" {TAKEN[key]}', "Give it another key.", where=where)
            elif not is_key(key):
                yield Problem(
                    f'"{key}" is no key', 'A letter, or a name: "z", "f2", "ctrl+n", "pagedown".', where=where
                )


def _clashes(keymap: Keymap, changed: Mapping[str, str]) -> Iterator[Problem]:
    usual = usual_keys()
    for one in COMMANDS:
        others = (other for other in COMMANDS if one.id in changed and other.id != one.id and meet(one, other))
        for other in others:
            for key in keymap.keys[one.id]:
                # Some share a key from the start: the one of fewer views or moments goes before the other.
                shared = usual.gives(key, one.id) and usual.gives(key, other.id)
                if keymap.gives(key, other.id) and not shared:
                    also = "" if other.id in FIXED else f"Give {other.id} another key too, or "
                    mend = f"{also or 'It cannot be changed: give '}{one.id} a key that is free."
                    yield Problem(f'"{key}" is the key of {other.id} too', mend, where=f"keys.{one.id}")


def meet(one: Command, other: Command) -> bool:
    """Whether two commands can be given in one view."""
    return any(issubclass(view, other.views) for view in one.views) or any(
        issubclass(view, one.views) for view in other.views
    )
