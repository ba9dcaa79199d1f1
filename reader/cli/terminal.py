"""Whether screens can be drawn here."""

import os
import sys


def no_terminal() -> str:
    """Why no screen can be drawn here; Textual draws on stderr, and would hang without a terminal."""
    for stream, name in (
        (sys.stdin, "standard input"),
        (sys.stdout, "standard output"),
        (sys.stderr, "standard error"),
    ):
        if stream is None or not stream.isatty():
            return f"{name} is not a terminal, and the reader draws its screens on one. Start it in a terminal window."
    if os.environ.get("TERM", "") in ("dumb", "unknown"):
        return f"TERM={os.environ['TERM']} is a terminal that cannot draw screens. Start it in a terminal window."
    return ""
