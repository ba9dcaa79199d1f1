"""Random bytes from a real terminal, with a resize now and then; the program must still be there, and end when told."""

import signal
from pathlib import Path
from random import Random

import pexpect

from tests.whole.terminal import Terminal

ESCAPES = (
    *(b"\x1b[M\x43\x84\x2a", b"\x1b[<0;%d;%dM", b"\x1b[<0;%d;%dm", b"\x1b[<65;%d;%dM", b"\x1b[I", b"\x1b[O"),
    *(b"\x1b[98:66;2u", b"\x1b[1092:1060:102;;1092u", b"\x1b[99~", b"\x1b[", b"\x1b", b"\x1bP", b"\x1b[6~", b"\x1b[B"),
    *(b"\x1b[200~", b"\x1b[201~", b"\x1b]11;rgb:0/0/0\x07", b"\x1b[48;%d;%d;0;0t", b"\x1b[?2026;2$y"),
)
KEYS = b"   hbBucfwrvi1235gGnp?/e\t\r\x10\x0f\x7f\x03\x18\x00"
NEVER = b"q\x1a"
"""Leaving and suspending are not what is tried here."""


def fuzz_bytes(folder: Path, seed: int, pieces: int) -> None:
    """Send random bytes to the program. An AssertionError tells that it failed, or did not end when it was told to."""
    random = Random(seed)
    state = folder / f"bytes-{seed}"
    state.mkdir()
    reader = _started(state)
    for _ in range(pieces):
        try:
            reader.press(_piece(random).translate(None, NEVER))
            if random.random() < 0.1:
                reader.child.setwinsize(random.choice((1, 5, 20, 30, 50)), random.choice((1, 20, 60, 100, 150)))
            reader.take()
        except (pexpect.EOF, OSError):  # a click on "quit", or the palette's
            reader.child.close()
            assert reader.child.exitstatus == 0, f"seed {seed}: {reader.raw[-2000:]!r}"
            reader = _started(state)
    reader.kill(signal.SIGTERM)
    said = reader.end()
    left = (0, 128 + signal.SIGTERM)  # it may have left for a click on "quit", just before it was told to end
    assert reader.child.exitstatus in left, f"seed {seed}: {said[-2000:]}"
    assert "the program failed" not in said


def _started(state: Path) -> Terminal:
    reader = Terminal(state)
    reader.wait_for(lambda: b"\x1b[?1049h" in reader.raw)
    return reader


def _piece(random: Random) -> bytes:
    kind = random.random()
    if kind < 0.5:
        return bytes(random.choice(KEYS) for _ in range(random.randrange(1, 6)))
    if kind < 0.8:
        escape = random.choice(ESCAPES)
        return escape.replace(b"%d", b"%d" % random.randrange(200))
    return random.randbytes(random.randrange(1, 12))
