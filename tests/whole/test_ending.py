"""The program ends when it is told to, and when its terminal is gone, whatever else is going on; all is kept."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from reader.shelf.shelf import Shelf
from tests.whole.terminal import COMMAND, Terminal

IGNORES_HUP = "import signal\nsignal.signal(signal.SIGHUP, signal.SIG_IGN)"
DEADLINE = 10
"""Seconds after which a program counts as hanging. It ends within three; a busy machine is slower."""


def ended(reader: Terminal) -> int:
    """The exit code of a program that ends by itself; one that hangs fails the test. Nothing it draws is read."""
    until = time.monotonic() + DEADLINE
    while time.monotonic() < until:
        pid, status = os.waitpid(reader.pid, os.WNOHANG)
        if pid:
            return os.waitstatus_to_exitcode(status)
        time.sleep(0.02)
    os.kill(reader.pid, signal.SIGKILL)
    os.waitpid(reader.pid, 0)
    raise AssertionError("it hangs")


def kept_beat(state: Path) -> int:
    """The beat at which the reader's place is kept."""
    place = Shelf(state, "rust-and-bone").open().kept.place
    assert place is not None
    return place.beat


def frozen(reader: Terminal) -> None:
    """Let the program draw until the terminal takes no more, because nobody reads."""
    for key in ["c", "\x1b"] * 150:
        os.write(reader.child.child_fd, key.encode())
    time.sleep(0.5)  # until it is stuck; nothing it does could be waited for


@pytest.mark.parametrize("fault", ["", IGNORES_HUP], ids=["HUP heeded", "HUP ignored"])
@pytest.mark.parametrize("busy", [False, True], ids=["idle", "frozen"])
def test_a_closed_terminal_ends_the_program(busy: bool, fault: str, state: Path) -> None:
    reader = Terminal(state, fault=fault)
    reader.read_to(3)
    if busy:
        frozen(reader)
    reader.hang_up()
    assert ended(reader) == 128 + signal.SIGHUP
    assert kept_beat(state) == 3


def test_a_terminal_that_closes_while_the_program_starts_ends_it(state: Path) -> None:
    for moment in (0.3, 0.6, 0.9):
        reader = Terminal(state, fault=IGNORES_HUP)
        time.sleep(moment)
        reader.hang_up()
        assert ended(reader) == 128 + signal.SIGHUP


def test_a_frozen_terminal_does_not_hold_a_program_that_is_told_to_end(state: Path) -> None:
    reader = Terminal(state)
    reader.read_to(3)
    frozen(reader)
    reader.kill(signal.SIGTERM)
    assert ended(reader) == 128 + signal.SIGTERM
    assert kept_beat(state) == 3


def test_a_signal_is_not_lost_among_many_keys(state: Path) -> None:
    reader = Terminal(state)
    reader.read_to(3)
    for _ in range(2):
        os.write(reader.child.child_fd, b"12" * 500)
    reader.kill(signal.SIGTERM)
    said = reader.end()
    assert reader.child.exitstatus == 128 + signal.SIGTERM
    assert "\x1b[?1049l" in said
    assert kept_beat(state) == 3


def test_a_disk_that_hangs_does_not_hold_a_program_that_is_told_to_end(state: Path) -> None:
    hangs = """
import time
from reader.shelf import shelf
shelf.replace_file = lambda *_: time.sleep(60)
"""
    reader = Terminal(state, fault=hangs)
    reader.read_to(3)
    reader.kill(signal.SIGTERM)
    said = reader.end()
    assert reader.child.exitstatus == 128 + signal.SIGTERM
    assert "\x1b[?1049l" in said
    assert "reader: not saved: the disk did not answer in time" in said.rpartition("\x1b[?1049l")[2]


def test_a_loop_that_hangs_does_not_hold_a_program_that_is_told_to_end(state: Path) -> None:
    hangs = """
import dataclasses
from reader.session import commands
def hanging(state):
    while True:
        pass
commands.COMMANDS = tuple(
    dataclasses.replace(one, move=hanging) if one.id == "cast" else one for one in commands.COMMANDS
)
"""
    reader = Terminal(state, fault=hangs)
    reader.read_to(3)
    reader.press("c")
    time.sleep(0.3)
    reader.kill(signal.SIGHUP)
    said = reader.end()
    assert reader.child.exitstatus == 128 + signal.SIGHUP
    assert "\x1b[?1049l" in said
    assert kept_beat(state) == 3


def test_ctrl_z_gives_the_terminal_back_and_fg_returns_to_the_same_screen(state: Path) -> None:
    reader = Terminal(state, shell=True)
    reader.read_to(3)
    before = reader.settled(quiet=20)
    for _ in range(2):
        reader.press("\x1a")
        reader.see(r"(?i)stopped")
        reader.press("stty -a | tr ';' '\\n' | grep -o -- '-\\?icanon'\r")
        reader.see(r"(?m)^icanon")
        reader.press("clear; fg\r")
        reader.see("scene 1 of 28 · beat 3 of")
        reader.wait_for(lambda: reader.text() == before)
    reader.press(" ")
    reader.see("scene 1 of 28 · beat 4 of")
    reader.press("q")
    reader.see("Kept: scene 1, Anna's door, beat 4.")
    reader.press("exit\r")
    reader.end()


def test_ctrl_z_without_a_shell_says_that_there_is_none(state: Path) -> None:
    reader = Terminal(state)
    reader.read_to(3)
    reader.press("\x1a")
    reader.see("Ctrl\\+Z has no shell to return to")
    reader.leave()
    assert reader.child.exitstatus == 0


def test_ctrl_z_stops_a_script_that_started_the_program_too(state: Path, tmp_path: Path) -> None:
    (tmp_path / "read.sh").write_text(f"{COMMAND}; echo the script goes on\n")
    reader = Terminal(state, shell=True, folder=tmp_path, command="sh read.sh")
    reader.read_to(3)
    reader.press("\x1a")
    reader.see(r"(?i)stopped")
    reader.press("clear; fg\r")
    reader.see("scene 1 of 28 · beat 3 of")
    reader.press("q")
    reader.see("the script goes on")
    reader.press("exit\r")
    reader.end()


def test_a_program_that_was_stopped_without_notice_draws_its_screen_again(state: Path) -> None:
    reader = Terminal(state)
    reader.read_to(3)
    before = reader.settled(quiet=20)
    reader.kill(signal.SIGSTOP)
    reader.kill(signal.SIGCONT)
    reader.wait_for(lambda: reader.raw.count(b"\x1b[?1049h") == 2)
    reader.wait_for(lambda: reader.text() == before)
    reader.press(" ")
    reader.see("scene 1 of 28 · beat 4 of")
    said = reader.leave()
    assert "Kept: scene 1, Anna's door, beat 4." in said


def test_where_these_signals_do_not_exist_the_program_still_loads() -> None:
    code = """
import signal
for name in ("SIGHUP", "SIGTSTP", "SIGCONT", "SIGTTOU"):
    delattr(signal, name)
from reader.cli import main, watchdog
class Nothing:
    def leave_by(self, number): pass
    def wake(self): pass
    def flush(self, patience): return ""
watchdog.Watchdog(lambda error, unsaved: "").watch(Nothing())
print("loaded")
"""
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (found.stdout, found.stderr) == ("loaded\n", "")
