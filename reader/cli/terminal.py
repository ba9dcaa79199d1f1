"""The terminal as the command line knows it: whether it can show the screens, and how it is left as it was found."""

import os
import signal
import sys
from typing import Any, TextIO

from reader.tui.hangup import is_gone

if sys.platform != "win32":
    import termios

LEAVE_SCREEN = (
    # kitty's keyboard protocol, asked for twice; then mouse, paste, focus and size
    "\x1b[<u\x1b[<u\x1b[?1000l\x1b[?1003l\x1b[?1015l\x1b[?1006l\x1b[?1016l\x1b[?2004l\x1b[?1004l\x1b[?2048l"
    # Lines wrap, all is drawn at once, the other screen, the cursor, plain letters.
    "\x1b[?7h\x1b[?2026l\x1b[?1049l\x1b[?25h\x1b[0m"
)


def no_terminal() -> str:
    """Why no screen can be drawn, for people to read; "" if one can be. Textual would hang without a terminal."""
    for stream, name in (
        (sys.stdin, "standard input"),
        (sys.stdout, "standard output"),
        (sys.stderr, "standard error"),
    ):
        if stream is None or not stream.isatty():
            return f"{name} is not a terminal, but the reader needs one for its screens. Start it in a terminal window."
    if os.environ.get("TERM", "") in ("dumb", "unknown"):
        return f"TERM={os.environ['TERM']} is a terminal without screens. Start the reader in another terminal."
    return ""


def hung_up() -> bool:
    """Whether the terminal on standard input is gone."""
    return sys.stdin is not None and is_gone(sys.stdin.fileno())


def tell(words: str, stream: TextIO | None = None) -> None:
    """Print to a stream, else to standard error. If the terminal is gone, nobody is there to be told."""
    try:
        print(words, file=stream or sys.stderr, flush=True)
    except OSError:
        return


class TerminalState:
    """The terminal as it was before the screens, so that it can be restored when nothing else works."""

    def __init__(self) -> None:
        self._before: list[Any] | None = None
        if sys.platform != "win32":
            try:
                self._before = termios.tcgetattr(0)
            except termios.error:
                return

    def restore(self, words: str = "") -> None:
        """Leave the screens and print words. It may wait for ever if the terminal is frozen."""
        if sys.platform == "win32" or self._before is None:
            return
        # In the background this would stop the process instead of ending it.
        signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGTTOU})
        try:
            termios.tcsetattr(0, termios.TCSANOW, self._before)
            os.write(2, (LEAVE_SCREEN + words).encode(errors="replace"))
        except (OSError, termios.error):
            return
