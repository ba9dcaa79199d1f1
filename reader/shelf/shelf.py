"""The shelf: a folder with a TOML file for each story, in the platform's state folder."""

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import platformdirs
import tomli_w
from pydantic import ValidationError

from reader.shelf.files import replace_file, set_aside
from reader.shelf.kept import FORMAT, Change, Kept
from reader.text import clean_line
from reader.toml import TomlError, decode, parse

FOLDER_VARIABLE = "READER_STATE_DIR"


class ShelfError(Exception):
    """The shelf cannot be used; the message says why and what to do, for the user, and may be shown as it is."""

    def __init__(self, message: str) -> None:
        super().__init__(clean_line(message))


@dataclass(frozen=True, slots=True)
class Opened:
    """What a story's file held, and what the reader should be told of opening it."""

    kept: Kept
    notice: str = ""


def shelf_folder() -> Path:
    """The folder READER_STATE_DIR names, else the platform's state folder for this program."""
    named = os.environ.get(FOLDER_VARIABLE)
    return Path(named) if named else platformdirs.user_state_path("companion-reader", appauthor=False)


class Shelf:
    """What one story's reader keeps on disk.

    Args:
        folder: The folder of all stories; it is made when something is first kept.
        story: The story's id.
    """

    def __init__(self, folder: Path, story: str) -> None:
        self.path = folder / "stories" / f"{story}.toml"
        self._story = story

    def open(self) -> Opened:
        """Read what is kept. A damaged file is set aside, never overwritten.

        Raises:
            ShelfError: The file cannot be read, or a newer version of the program wrote it.
        """
        try:
            return Opened(self._read())
        except _DamagedError:
            try:
                aside = set_aside(self.path)
            except OSError as error:
                raise ShelfError(f"{self.path} is damaged and cannot be set aside: {error.strerror}") from None
            said = f"What was kept here is damaged. It is set aside as {aside}"
            return Opened(Kept(story=self._story), clean_line(said))

    def change(self, change: Change) -> Kept:
        """Apply one change to what is on disk now, and write it.

        Returns:
            What is kept from here on; it is on disk when this returns.

        Raises:
            ShelfError: It could not be written; what was kept before is intact.
        """
        try:
            kept = change(self._read())
        except _DamagedError:
            raise ShelfError(f"{self.path} was damaged while it was open") from None
        kept = kept.model_copy(update={"revision": kept.revision + 1})
        # Half of a surrogate pair, which a terminal may send, has no UTF-8 form; all else has.
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
