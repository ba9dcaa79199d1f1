"""If something in the program fails: all is kept, the terminal is restored, and one readable block is said."""

from pathlib import Path

import pytest

from reader.shelf.shelf import Shelf
from tests.whole.terminal import Terminal

RAISES = 'raise ZeroDivisionError("half of\\x1b[2J nothing")'
# The fault waits for the second bookmark: what was done before it must be kept, and the key itself too if it can be.
FAULTS = {
    "a move": f"""
import dataclasses
from reader.session import commands
def broken(state):
    {RAISES}
table = tuple(dataclasses.replace(one, move=broken) if one.id == "cast" else one for one in commands.COMMANDS)
commands.COMMANDS = table
""",
    "drawing a pane": f"""
from reader.tui.views import cast
from reader.tui import registry, pane
old = pane.LinePane.render_line
def broken(self, y):
    if self.screen.state and type(self.screen.state.view).__name__ == "CastView":
        {RAISES}
    return old(self, y)
pane.LinePane.render_line = broken
""",
    "making the lines of a view": f"""
from reader.tui import drawing
old = drawing.Drawing.lines
def broken(self, state, *others):
    if type(state.view).__name__ == "CastView":
        {RAISES}
    return old(self, state, *others)
drawing.Drawing.lines = broken
""",
    "a message's handler in the app": f"""
from reader.tui import app
def broken(self, event):
    {RAISES}
app.ReaderApp.on_app_blur = broken
""",
    "the thread that reads the keys": f"""
from reader.tui import from_terminal
old = from_terminal.FromTerminal.feed
def broken(self, data):
    if b"c" in data:
        {RAISES}
    return old(self, data)
from_terminal.FromTerminal.feed = broken
""",
    "Textual's own reading of keys": f"""
from textual.drivers.linux_driver import LinuxDriver
old = LinuxDriver.process_message
def broken(self, message):
    if getattr(message, "key", "") == "c":
        {RAISES}
    return old(self, message)
LinuxDriver.process_message = broken
""",
}


@pytest.mark.parametrize("fault", FAULTS)
def test_what_was_done_is_kept_and_one_block_says_what_happened(fault: str, state: Path) -> None:
    reader = Terminal(state, fault=FAULTS[fault])
    reader.see("Space begins")
    reader.press("   b")
    if fault == "the thread that reads the keys":
        reader.see("★ Kept")  # what it does not pass on was not done
    reader.press("\x1b[O" if "app" in fault else "c")
    said = reader.end()
    kept = Shelf(state, "rust-and-bone").open().kept
    assert kept.place is not None
    assert kept.place.beat == 3
    assert len(kept.bookmarks) == 1
    after = said.rpartition("\x1b[?1049l")[2]
    assert reader.child.exitstatus == 1
    assert "reader: the program failed, and had to end: ZeroDivisionError: half of␛[2J nothing" in after
    assert f"safe in {state}" in after
    assert "Please report these lines" in after
    assert "Traceback" not in after
    assert "Locals" not in after.title()
    assert after.count("\n") < 12


def test_a_fault_while_the_story_is_opened_is_told_in_one_block(state: Path) -> None:
    fault = f"""
from reader.companion.reading import Reading
def broken(story):
    {RAISES}
Reading.of = broken
"""
    reader = Terminal(state, fault=fault)
    said = reader.end().rpartition("\x1b[?1049l")[2]
    assert "ZeroDivisionError" in said
    assert "in reader/cli/read.py, line" in said
    assert reader.child.exitstatus == 1


def test_a_fault_before_the_screens_is_told_in_one_block(state: Path) -> None:
    fault = f"""
from reader.cli import read
def broken(*_):
    {RAISES}
read.read_settings = broken
"""
    reader = Terminal(state, fault=fault)
    said = reader.end()
    assert said.startswith("reader: the program failed")
    assert "in reader/cli/read.py, line" in said
    assert reader.child.exitstatus == 1
