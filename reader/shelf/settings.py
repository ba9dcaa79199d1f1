"""The reader's own settings: a commented file, written once and never again, which only the reader changes."""

from difflib import get_close_matches
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from reader.shelf.files import replace_file
from reader.text import clean_line
from reader.toml import Problem, Problems, TomlError, decode, parse

FIRST_SETTINGS = """\
# Settings of the reader. This file is yours: the program wrote it once and only reads it from now on.
# What you choose with a key in the program is kept elsewhere and goes before what stands here.

# Show values beside their words: warm (3).
numbers = false

# What is told under a beat that changes how people stand: "all", only where the "word" is a new one, or "none".
told = "all"

# Hide how long the story and its scenes are.
hide_length = false

# Other keys, by the names of commands: next = "space,z". `?` in the program lists the keys; a name that there is
# not, and a key that another command has, are told when the program starts. The names are
# next, back, next-scene, previous-scene, first, frontier, return, jump-back, jump-ahead, down, up, page-down,
# page-up, bookmark, bookmarks, undo, yes, filter, why, pin, cast, recap, who, scenes, text, side, choose, top,
# bottom, name, note, remove, any-all, next-pair, order, look-for, close, keys, quit.
[keys]
"""


WANTED = {
    "numbers": "true or false",
    "told": '"all", "word" or "none"',
    "hide_length": "true or false",
    "keys": 'keys in quotes, by the names of commands: next = "space,z"',
}
"""What each setting may be, in words."""


class Settings(BaseModel):
    """How the reader wants it, before any choice made in the program.

    Attributes:
        numbers: Values stand beside their words.
        told: Which changes are told under their beat.
        hide_length: Tell nothing of how long the story is.
        keys: Other keys, by the ids of commands.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, hide_input_in_errors=True)

    numbers: bool = False
    told: Literal["all", "word", "none"] = "all"
    hide_length: bool = False
    keys: dict[str, str] = Field(default_factory=dict)


def read_settings(folder: Path) -> Settings | Problems:
    """The settings in the shelf's folder, written there first where there are none.

    Returns:
        The settings, or what is wrong with them, for the reader to mend.
    """
    path = folder / "settings.toml"
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return _first(path)
    except OSError as error:
        return Problems.one(f"the settings cannot be read: {error.strerror or error}", "", str(path))
    try:
        return Settings.model_validate(parse(decode(data)))
    except TomlError as error:
        return Problems.of([error.problem], str(path))
    except ValidationError as error:
        details = error.errors(include_url=False, include_input=False)
        return Problems.of([_problem(row["loc"], row["type"]) for row in details], str(path))


def _problem(loc: tuple[int | str, ...], kind: str) -> Problem:
    key = clean_line(str(loc[0]))
    if kind == "extra_forbidden":
        near = get_close_matches(key, Settings.model_fields, n=1)
        mend = f'Did you mean "{near[0]}"?' if near else f"The settings are {', '.join(Settings.model_fields)}."
        return Problem(f'no setting is called "{key}"', mend)
    return Problem("this wants " + WANTED[key], where=".".join(map(str, loc)))


def _first(path: Path) -> Settings:
    try:
        replace_file(path, FIRST_SETTINGS.encode())
    except OSError:
        return Settings()  # a folder that cannot be written is told of where something is to be kept
    return Settings()
