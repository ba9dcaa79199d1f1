"""The shelf: a folder with a TOML file for each story, in the platform's state folder."""

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import platformdirs
import tomli_w
from pydantic import ValidationError

from reader.shelf.files import replace_file, set_aside
from reader.shelf.kept import FORMAT, Kept
from reader.shelf.operations import Operation
from reader.text import clean_line
from reader.toml import TomlError, decode, parse

FOLDER_VARIABLE = "READER_STATE_DIR"
"""The environment variable that names another folder for the shelf."""


class ShelfError(Exception):
    """The shelf cannot be used. The message tells the user why and what to do; it is safe to draw."""

    def __init__(self, message: str) -> None:
        super().__init__(clean_line(message))


@dataclass(frozen=True, slots=True)
class OpenedShelf:
    """What is kept of a story, and a notice for the reader if something went wrong while it was read."""

    kept: Kept
    notice: str = ""


def shelf_folder() -> Path:
    """The folder that READER_STATE_DIR names; without it, the platform's state folder for this program."""
    named = os.environ.get(FOLDER_VARIABLE)
    return Path(named) if named else platformdirs.user_state_path("companion-reader", appauthor=False)


class Shelf:
    """The file that holds what is kept of one story.

    Args:
        folder: The folder of the whole shelf. It is made when something is kept for the first time.
        story: The story's id.
    """

    def __init__(self, folder: Path, story: str) -> None:
        self.path = folder / "stories" / f"{story}.toml"
        self._story = story

    def open(self) -> OpenedShelf:
        """Read what is kept. A damaged file is renamed and never overwritten.

        Raises:
            ShelfError: The file cannot be read, or a newer version of the program wrote it.
        """
        try:
            return OpenedShelf(self._read())
        except _DamagedError:
            try:
                aside = set_aside(self.path)
            except OSError as error:
                raise ShelfError(f"{self.path} is damaged and cannot be set aside: {error.strerror}") from None
            notice = f"What was kept here is damaged. It is set aside as {aside}"
            return OpenedShelf(Kept(story=self._story), clean_line(notice))

    def change(self, operation: Operation) -> Kept:
        """Apply an operation to what is on disk now, and write the result.

        Returns:
            What is kept now. It is on disk when this returns.

        Raises:
            ShelfError: The file could not be read or written; what was kept before is intact.
        """
        try:
            kept = operation.apply(self._read())
        except _DamagedError:
            raise ShelfError(f"{self.path} was damaged while it was open") from None
        kept = kept.model_copy(update={"revision": kept.revision + 1})
        # A terminal may send half of a surrogate pair, the only text that cannot be encoded as UTF-8.
        data = tomli_w.dumps(kept.model_dump(by_alias=True, exclude_none=True)).encode(errors="replace")
        try:
            replace_file(self.path, data)
        except OSError as error:
            raise ShelfError(f"{error.strerror or error}: {self.path} cannot be written") from None
        return kept

    def _read(self) -> Kept:
        try:
            data = self.path.read_bytes()
        except FileNotFoundError:
            return Kept(story=self._story)
        except OSError as error:
            raise ShelfError(f"{self.path} cannot be read: {error.strerror or error}") from None
        try:
            tables: dict[str, Any] = parse(decode(data))
            if isinstance(written := tables.get("format"), int) and written > FORMAT:
                raise ShelfError(f"{self.path} was kept by a newer version of the program: use that one.")
            return Kept.model_validate(tables)
        except (TomlError, ValidationError) as error:
            raise _DamagedError from error


class _DamagedError(Exception):
    pass
