"""Finds out whether the terminal can show the reader's screens."""

import os
import sys


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
