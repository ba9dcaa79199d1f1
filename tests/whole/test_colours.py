"""In a real terminal of many colours, of few and of none, names stand out from the text and nothing is dim."""

import os
import re
from collections.abc import Callable
from pathlib import Path

import pexpect
import pyte
import pytest
from pyte.screens import Char

from tests.whole.terminal import COMMAND

STORY = Path(__file__).parents[1] / "tui" / "pier.toml"
COLUMNS, ROWS = 100, 30
TRUE = {"TERM": "xterm-256color", "COLORTERM": "truecolor"}
FEW = [{"TERM": "xterm"}, {"TERM": "linux"}]
NONE = [{**TRUE, "NO_COLOR": "1"}, {"TERM": "vt100"}, {"TERM": "xterm-mono", "COLORTERM": "truecolor"}]
DIM = re.compile(rb"\x1b\[(?:1;)?2(?:;[0-9;]*)?m")
"""The attributes stand before the colours."""
# Private modes and queries that the emulator does not know.
_UNKNOWN = re.compile(rb"\x1b\[[<>=?]*[0-9;]*\$?[pu]|\x1b\[>[0-9;]*[a-zA-Z]")


class Shown:
    """What the reader sends to a terminal, and how it looks there."""

    def __init__(self, state: Path, terminal: dict[str, str]) -> None:
        bare = {name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "COLORTERM")}
        self._screen = pyte.Screen(COLUMNS, ROWS)
        self._stream = pyte.ByteStream(self._screen)
        self.raw = b""
        self.child: pexpect.spawn[bytes] = pexpect.spawn(
            str(COMMAND),
            [str(STORY), "--at", "noon:2"],
            env={**bare, "READER_STATE_DIR": str(state), **terminal},
            dimensions=(ROWS, COLUMNS),
            timeout=20,
        )

    def see(self, words: str) -> list[Char]:
        """Wait until words stand on the screen; returns their cells."""
        self.wait_for(lambda: any(words in row for row in self._screen.display))
        y, row = next((y, row) for y, row in enumerate(self._screen.display) if words in row)
        return [self._screen.buffer[y][row.index(words) + number] for number in range(len(words))]

    def reversed_words(self, row: int) -> str:
        """The words of a row that are drawn in reverse."""
        return "".join(cell.data for _, cell in sorted(self._screen.buffer[row].items()) if cell.reverse).strip(" ▄▇▁▃")

    def wait_for(self, holds: Callable[[], bool]) -> None:
        """Read what is sent until something holds."""
        for _ in range(400):
            if holds():
                return
            try:
                data = self.child.read_nonblocking(65536, timeout=0.05)
            except pexpect.TIMEOUT:
                continue
            self.raw += data
            self._stream.feed(_UNKNOWN.sub(b"", data))
        raise AssertionError("it never came to hold; there stands:\n" + "\n".join(self._screen.display))

    def leave(self) -> None:
        """Press q."""
        self.child.send("q")
        self.child.expect(pexpect.EOF)
        self.child.close()


def _opened(state: Path, terminal: dict[str, str]) -> tuple[Shown, Char, Char]:
    """The reader in a terminal, a cell of the text and one of a name in it."""
    shown = Shown(state, terminal)
    words = shown.see("It is ")[0]
    name = shown.see("Stéphanie, with")[0]
    return shown, words, name


@pytest.mark.parametrize("terminal", [TRUE, {"TERM": "xterm-256color"}], ids=["true", "256"])
def test_with_many_colours_a_name_has_one_of_its_own(tmp_path: Path, terminal: dict[str, str]) -> None:
    shown, words, name = _opened(tmp_path, terminal)
    assert name.fg != words.fg
    shown.leave()
    assert not DIM.search(shown.raw)


@pytest.mark.parametrize("terminal", FEW, ids=lambda terminal: terminal["TERM"])
def test_with_16_colours_a_name_is_bright_and_bold(tmp_path: Path, terminal: dict[str, str]) -> None:
    shown, words, name = _opened(tmp_path, terminal)
    assert (words.fg, words.bold) == ("white", False)
    assert (name.fg, name.bold) == ("brightgreen", True)
    shown.child.send("c")
    assert shown.see("Ida Holm")[0].reverse, "the row that the cursor is on"
    shown.leave()
    assert not DIM.search(shown.raw)
    assert b"38;" not in shown.raw


@pytest.mark.parametrize(
    "terminal", NONE, ids=lambda terminal: "no-color" if "NO_COLOR" in terminal else terminal["TERM"]
)
def test_without_colours_a_name_is_bold_and_the_cursors_row_reversed(tmp_path: Path, terminal: dict[str, str]) -> None:
    shown, words, name = _opened(tmp_path, terminal)
    assert (words.fg, words.bold) == ("default", False)
    assert (name.fg, name.bold) == ("default", True)
    shown.child.send("c")
    assert shown.see("Ida Holm")[0].reverse
    shown.child.send("\x10")
    shown.see("Sort the cast")
    shown.child.send("\x1b[B")
    shown.wait_for(lambda: any(shown.reversed_words(row) for row in range(9, ROWS)))
    shown.child.send("\x1b")
    shown.see("Enter choose")
    shown.leave()
    assert not DIM.search(shown.raw)
    assert not re.search(rb"\x1b\[[0-9;]*\b(3[0-8]|4[0-8]|9[0-7]|10[0-7])[;m]", shown.raw)
