"""Choices made in the app that hold for every story."""

from pathlib import Path

import tomli_w
from pydantic import BaseModel, ConfigDict, ValidationError

from reader.shelf.files import replace_file
from reader.toml import TomlError, decode, parse


class Choices(BaseModel):
    """How the reader likes it.

    Attributes:
        dark: The dark looks; otherwise the light ones.
        numbers: Values stand beside their words; as the settings say, where nothing was chosen.
    """

    model_config = ConfigDict(frozen=True, extra="allow")

    dark: bool = True
    numbers: bool | None = None


def read_choices(folder: Path) -> Choices:
    """The choices kept in the shelf's folder; the usual ones where there are none that can be read."""
    try:
        return Choices.model_validate(parse(decode((folder / "choices.toml").read_bytes())))
    except (OSError, TomlError, ValidationError):
        return Choices()


def keep_choices(folder: Path, choices: Choices) -> None:
    """Write the choices.

    Raises:
        OSError: They could not be written.
    """
    replace_file(folder / "choices.toml", tomli_w.dumps(choices.model_dump(exclude_none=True)).encode())
