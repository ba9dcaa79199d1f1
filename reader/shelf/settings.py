"""The reader's own settings: a commented file, which the program writes once and only reads from then on.

The fields of `Settings` hold every word about a setting. The first file, the messages of the checks and the table in
the README are made from them.
"""

from collections.abc import Sequence
from difflib import get_close_matches
from pathlib import Path
from textwrap import wrap
from typing import Literal, get_args, get_origin

import tomli_w
from pydantic import BaseModel, ConfigDict, Field, ValidationError
from pydantic.fields import FieldInfo

from reader.problems import Problem, Problems
from reader.shelf.files import replace_file
from reader.text import clean_line
from reader.toml import TomlError, decode, parse

COMMENT_WIDTH = 100

_HEAD = (
    "Settings of the reader. This file is yours: the program wrote it once and only reads it from now on. "
    "What you choose with a key in the program is kept elsewhere and counts more than what is written here."
)


class Settings(BaseModel):
    """What the reader asks for in the settings file. A choice made in the program counts more."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, hide_input_in_errors=True)

    numbers: bool = Field(default=False, description="Show values beside their words: warm (3).")
    told: Literal["all", "word", "none"] = Field(
        default="all",
        description="What is told under a beat that changes how people stand: all of it, only a new word, or nothing.",
    )
    hide_length: bool = Field(default=False, description="Hide how long the story and its scenes are.")
    keys: dict[str, str] = Field(
        default_factory=dict,
        title="keys in quotes, by the names of commands",
        description="Give commands other keys. `?` in the program lists the keys. If you write a name that no command "
        "has, or a key that another command has, the program says so when it starts.",
        examples=[{"next": "space,z"}],
    )


def first_settings(command_names: Sequence[str]) -> str:
    """The settings file as the program first writes it: every setting with its default, under a comment.

    Args:
        command_names: The commands that can have other keys.
    """
    lines = _comment(_HEAD)
    for name, field in _tables_last():
        comment = f"{field.description} Write {_wanted(field)}."
        if _is_table(field):
            comment += f" The names are {', '.join(command_names)}."
        lines += ["", *_comment(comment), _written(name, field)]
    return "\n".join(lines) + "\n"


def settings_table() -> str:
    """The settings as a Markdown table, for the README."""
    rows = [f"| `{_written(name, field)}` | {field.description} | {_wanted(field)} |" for name, field in _tables_last()]
    return "\n".join(["| at first | what it does | what to write |", "|---|---|---|", *rows])


def read_settings(folder: Path, command_names: Sequence[str]) -> Settings | Problems:
    """The settings in the shelf's folder. If there is no settings file, the first one is written.

    Args:
        folder: The folder of the whole shelf.
        command_names: The commands that can have other keys; the first file lists them.

    Returns:
        The settings, or what the reader has to mend in them.
    """
    path = folder / "settings.toml"
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return _write_first(path, command_names)
    except OSError as error:
        return Problems.one(f"the settings cannot be read: {error.strerror or error}", "", str(path))
    try:
        return Settings.model_validate(parse(decode(data)))
    except TomlError as error:
        return Problems.of([error.problem], str(path))
    except ValidationError as error:
        details = error.errors(include_url=False, include_input=False)
        return Problems.of([_problem(row["loc"], row["type"]) for row in details], str(path))


def _write_first(path: Path, command_names: Sequence[str]) -> Settings:
    try:
        replace_file(path, first_settings(command_names).encode())
    except OSError:
        return Settings()  # the reader is told as soon as a place or a bookmark cannot be written here either
    return Settings()


def _problem(loc: tuple[int | str, ...], kind: str) -> Problem:
    key = clean_line(str(loc[0]))
    if kind == "extra_forbidden":
        near = get_close_matches(key, Settings.model_fields, n=1)
        mend = f'Did you mean "{near[0]}"?' if near else f"The settings are {', '.join(Settings.model_fields)}."
        return Problem(f'no setting is called "{key}"', mend)
    return Problem("this wants " + _wanted(Settings.model_fields[key]), where=".".join(map(str, loc)))


def _tables_last() -> list[tuple[str, FieldInfo]]:
    """The settings by name, in the order of the file: in TOML, every line after a table's head belongs to the table."""
    return sorted(Settings.model_fields.items(), key=lambda row: _is_table(row[1]))


def _is_table(field: FieldInfo) -> bool:
    return get_origin(field.annotation) is dict


def _wanted(field: FieldInfo) -> str:
    """What a setting may be, in words."""
    if field.annotation is bool:
        return "true or false"
    if _is_table(field) and field.examples:
        return f"{field.title}: {tomli_w.dumps(field.examples[0]).strip()}"
    *first, last = (f'"{word}"' for word in get_args(field.annotation))
    return f"{', '.join(first)} or {last}"


def _written(name: str, field: FieldInfo) -> str:
    """A setting with its default, as a line of TOML."""
    return tomli_w.dumps({name: field.get_default(call_default_factory=True)}).strip()


def _comment(text: str) -> list[str]:
    return [f"# {line}" for line in wrap(text, COMMENT_WIDTH - 2, break_long_words=False, break_on_hyphens=False)]
