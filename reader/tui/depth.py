"""How many colours the terminal shows: what its environment, its description and Textual say of it."""

import os
import sys

from rich.console import Console
from textual.constants import COLOR_SYSTEM

from reader.session.display import ColourDepth

if sys.platform != "win32":
    import curses

LEAST_COLOURS = 2
"""With fewer colours than so many, nothing can be told by colour."""


def terminal_depth() -> ColourDepth:
    """How many colours Textual will send, and none if the reader wants none or the terminal knows none."""
    colours = _described_colours()
    if os.environ.get("NO_COLOR") or (colours is not None and colours < LEAST_COLOURS):
        return ColourDepth.NONE
    sent = Console(force_terminal=True).color_system if COLOR_SYSTEM == "auto" else COLOR_SYSTEM
    return ColourDepth.FULL if (sent or "") in ("256", "truecolor") else ColourDepth.SIXTEEN


def _described_colours() -> int | None:
    """The number of colours in the terminal's description (terminfo), or nothing if there is no description of it."""
    if sys.platform == "win32":
        return None
    try:
        curses.setupterm(fd=sys.__stderr__.fileno() if sys.__stderr__ else 2)
    except (curses.error, OSError):
        return None
    return curses.tigetnum("colors")
