"""The reader in a pseudo-terminal, in the hands of a test."""

import os
import re
import shlex
import signal
import sys
from collections.abc import Callable
from pathlib import Path

import pexpect
import pyte

COLUMNS, ROWS = 100, 30
COMMAND = Path(sys.executable).parent / "reader"
# Private modes and queries that the emulator does not know.
_UNKNOWN = re.compile(rb"\x1b\[[<>=?]*[0-9;]*\$?[pu]|\x1b\[>[0-9;]*[a-zA-Z]")
_CUT = re.compile(rb"\x1b(?:\[[<>=?]*[0-9;]*\$?)?\Z")


class Terminal:
    """The reader in a pseudo-terminal, and the screen as a terminal would show it."""

    def __init__(
        self,
        state: Path,
        *arguments: str,
        folder: Path | None = None,
        fault: str = "",
        shell: bool = False,
        command: str = "",
    ) -> None:
        """Start the reader.

        Args:
            state: Where it keeps things.
            arguments: What follows `reader` on the command line.
            folder: Where it is started.
            fault: Python that is run first, for breaking something in the program.
            shell: Start it in a shell with job control.
            command: What to type into the shell instead.
        """
        environment = {**os.environ, "READER_STATE_DIR": str(state), "TERM": "xterm-256color", "COLORTERM": "truecolor"}
        for size in ("COLUMNS", "LINES"):  # the test's own
            environment.pop(size, None)
        broken = ["-c", f"{fault}\nfrom reader.cli.main import run\nrun()"]
        program, *before = [sys.executable, *broken] if fault else [str(COMMAND)]
        typed = command or shlex.join([program, *before, *arguments])
        if shell:
            program, before, arguments = "bash", ["--norc", "-i"], ()
        self._screen = pyte.Screen(COLUMNS, ROWS)
        self._stream = pyte.ByteStream(self._screen)
        self.child: pexpect.spawn[bytes] = pexpect.spawn(
            program, [*before, *arguments], env=environment, dimensions=(ROWS, COLUMNS), timeout=20, cwd=folder
        )
        self.raw = b""
        self._cut = b""
        if shell:
            self.press(f"{typed}\r")

    def text(self) -> str:
        """What stands on the screen."""
        return "\n".join(self._screen.display)

    def see(self, pattern: str) -> str:
        """Wait until a pattern stands on the screen."""
        self.wait_for(lambda: re.search(pattern, self.text()) is not None, f"never saw {pattern!r}")
        return self.text()

    def wait_for(self, holds: Callable[[], bool], otherwise: str = "it never came to hold") -> None:
        """Read what is drawn until something holds."""
        for _ in range(400):
            if holds():
                return
            self.take()
        raise AssertionError(f"{otherwise}; there stands:\n{self.text()}")

    def settled(self, quiet: int = 6) -> str:
        """What stands on the screen once nothing more is drawn, however often one looks."""
        drawn = -1
        while drawn != (drawn := len(self.raw)):
            for _ in range(quiet):
                self.take()
        return self.text()

    def press(self, keys: str | bytes) -> None:
        """Type keys, or send any bytes."""
        self.child.send(keys)

    def leave(self) -> str:
        """Press q, and return what is printed after the screen is gone."""
        self.press("q")
        return self.end()

    def read_to(self, beat: int) -> None:
        """Read from the opening page to a beat of the first scene."""
        self.see("Space begins")
        self.press(" " * beat)
        self.see(f"scene 1 of 28 · beat {beat} of")

    def kill(self, number: signal.Signals) -> None:
        """Send a signal to the program, and to no other."""
        self.child.kill(number)

    def hang_up(self) -> None:
        """Close the terminal, as a window is closed."""
        nothing = os.open(os.devnull, os.O_RDWR)
        os.dup2(nothing, self.child.child_fd)  # the number stays taken, so that nobody else's file is closed later
        os.close(nothing)

    @property
    def pid(self) -> int:
        """The number of the process."""
        assert self.child.pid is not None
        return self.child.pid

    def end(self) -> str:
        """Wait until the program has ended, and return what it printed meanwhile."""
        self.child.expect(pexpect.EOF)
        said = self.child.before or b""
        self.raw += said
        self.child.close()
        return said.decode(errors="replace")

    def take(self) -> None:
        """Take what is drawn, if anything is."""
        try:
            data = self.child.read_nonblocking(65536, timeout=0.05)
        except pexpect.TIMEOUT:
            return
        self.raw += data
        data = self._cut + data
        whole = _CUT.sub(b"", data)
        self._cut = data[len(whole) :]
        self._stream.feed(_UNKNOWN.sub(b"", whole))
