"""What the reader chooses in the program for all stories."""

from pathlib import Path

import tomli_w
from pydantic import BaseModel, ConfigDict, ValidationError

from reader.shelf.files import replace_file
from reader.toml import TomlError, decode, parse


class Choices(BaseModel):
    """What the reader chose in the program; it counts more than the settings.

    Attributes:
        dark: Dark colours; otherwise light ones.
        numbers: Whether values stand beside their words; None if the reader did not choose and the settings decide.
    """

    model_config = ConfigDict(frozen=True, extra="allow")

    dark: bool = True
    numbers: bool | None = None


def read_choices(folder: Path) -> Choices:
    """The choices kept in the shelf's folder; the defaults if there are none or if they cannot be read."""
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
