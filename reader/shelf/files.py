"""Replacing a file as a whole: whatever happens meanwhile, it holds either all of the old bytes or all of the new."""

import os
from pathlib import Path


def replace_file(path: Path, data: bytes) -> None:
    """Write a file so that a kill or a power cut at any moment leaves either the old bytes or the new ones.

    If the path is a symbolic link, the link stays and its target is replaced. Only the user may read the file.

    Raises:
        OSError: The file could not be written; the old file is intact.
    """
    import tempfile  # noqa: PLC0415 - the first frame does not wait for what only a save needs

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
    """Rename a damaged file, so that the user still has it and a new one can be written. Returns the new path.

    If the path is a symbolic link, the link stays and its target is renamed.
    """
    target = Path(os.path.realpath(path))
    number = 1
    while (aside := target.with_name(f"{target.name}.damaged-{number}")).exists():
        number += 1
    target.rename(aside)
    return aside


def _sync_folder(folder: Path) -> None:
    if os.name != "posix":  # other systems cannot open a folder, and need not: the rename is enough there
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
