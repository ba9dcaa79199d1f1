"""A text file replaced as one: whoever reads it finds the old words or the new ones, whatever happens between."""

import os
import tempfile
from pathlib import Path


def replace_file(path: Path, data: bytes) -> None:
    """Write a file so that a kill or a power cut at any moment leaves the old bytes or the new ones.

    A symbolic link is kept and its target replaced. Only the user may read the file.

    Raises:
        OSError: It could not be written; the old file is intact.
    """
    target = Path(os.path.realpath(path))
    target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(prefix=f".{target.name}.", suffix=".new", dir=target.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).replace(target)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
    _sync_folder(target.parent)


def set_aside(path: Path) -> Path:
    """Rename a damaged file so that it is kept for the user and no longer in the way; returns its new name.

    A symbolic link is kept and its target renamed.
    """
    target = Path(os.path.realpath(path))
    number = 1
    while (aside := target.with_name(f"{target.name}.damaged-{number}")).exists():
        number += 1
    target.rename(aside)
    return aside


def _sync_folder(folder: Path) -> None:
    if os.name != "posix":  # elsewhere a folder cannot be opened, and the rename is enough
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
