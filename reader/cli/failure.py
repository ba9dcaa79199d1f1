"""What is said if the program itself fails: one readable block, without what stood in its memory."""

import traceback
from pathlib import Path

import reader
from reader import __version__
from reader.text import clean_line, first_words

PACKAGE = Path(reader.__file__).parent
FRAMES = 3
"""How many of the innermost places in our own code are named."""


def failure_block(error: BaseException, folder: Path, unsaved: str = "") -> str:
    """What to tell the reader of an error in the program.

    Args:
        error: The error.
        folder: Where things are kept.
        unsaved: Why the last changes are not kept; empty if they are.
    """
    kept = f"Not saved: {unsaved}. What was kept before" if unsaved else "Everything you kept"
    lines = [
        f"reader: the program failed, and had to end: {_what(error)}",
        *(f"  {place}" for place in _places(error)),
        f"{clean_line(kept)} is safe in {clean_line(str(folder))}",
        f"This is a fault of reader {__version__}. Please report these lines where you got the program.",
    ]
    return "\n".join(lines)


def _what(error: BaseException) -> str:
    words = first_words(clean_line(str(error)), 200)
    return f"{type(error).__name__}: {words}" if words else type(error).__name__


def _places(error: BaseException) -> list[str]:
    """The innermost places in our own code, the innermost first; if there are none, the innermost of all."""
    frames = traceback.extract_tb(error.__traceback__)
    own = [frame for frame in frames if Path(frame.filename).is_relative_to(PACKAGE)] or frames[-1:]
    return [_place(frame) for frame in reversed(own[-FRAMES:])]


def _place(frame: traceback.FrameSummary) -> str:
    path = Path(frame.filename)
    name = path.relative_to(PACKAGE.parent) if path.is_relative_to(PACKAGE) else Path(*path.parts[-2:])
    return clean_line(f"in {name.as_posix()}, line {frame.lineno}, {frame.name}")
