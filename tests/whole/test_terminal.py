"""The installed command in a real terminal: read, keep, filter, leave, come back, be killed, come back."""

import signal
from pathlib import Path

import pexpect
import pytest

from reader.position import Anchor
from reader.session.keymap import changeable
from reader.shelf.operations import AddBookmark, SetLabel, SetNote
from reader.shelf.settings import first_settings
from reader.shelf.shelf import Shelf
from tests.whole.terminal import Terminal


def test_a_reader_finds_their_place_and_bookmarks_again(state: Path) -> None:
    first = Terminal(state)
    first.see("Space begins")
    for _ in range(20):
        first.press(" ")
    first.see(r"scene 5 of 28 · beat 4 of")
    first.press("b")
    first.see("★ Kept: ")
    first.press("f")
    first.see("choose whose scenes to keep")
    first.press(" ")
    first.see("any of them")
    first.press("\r")
    first.see(r"Filter Ali +3 scenes")
    first.press("\x1b")
    first.see(r"(?s)^(?!.*Filter Ali)")
    assert "Kept: scene 5, The ward, beat 4." in first.leave()
    assert first.child.exitstatus == 0

    second = Terminal(state)
    second.see(r"scene 5 of 28 · beat 4 of")
    second.press("B")
    second.see("5  The ward, beat 4")
    second.press("\x1b")
    second.see("Space next")
    second.press(" ")
    second.see(r"scene 6 of 28 · beat 1 of")
    second.press("b")
    second.see("★ Kept: ")
    second.child.kill(9)
    second.child.close()

    third = Terminal(state)
    third.see(r"scene 6 of 28 · beat 1 of")
    third.press("B")
    assert third.see("(?s)Bookmarks.*★.*★").count("★") == 2
    third.leave()


def test_no_control_character_of_a_story_reaches_the_terminal(state: Path, tmp_path: Path) -> None:
    hostile = """
format = 1
[story]
id = "hostile"
title = "T\\u001b]0;owned\\u0007 [bold]x[/bold]"
[[character]]
id = "eve"
name = "E\\u001b]52;c;b3duZWQ=\\u0007"
[[scene]]
id = "s"
title = "\\u009b2J[/nope]"
present = ["eve"]
[[scene.beat]]
text = "A\\u001b[31mB [@click=app.quit]quit[/] \\u202e \\u0000 end"
learn.eve = "\\u001b]8;;http://x\\u0007link"
"""
    story = tmp_path / "hostile.toml"
    story.write_text(hostile, encoding="utf-8")
    reader = Terminal(state, str(story))
    reader.see("Space begins")
    reader.press(" ")
    shown = reader.see(r"A␛\[31mB \[@click=app.quit\]quit\[/\]")
    assert "[/nope]" in shown
    reader.press("b")
    reader.see("★ Kept: ")
    reader.leave()
    for sequence in (b"\x1b]0;owned", b"\x1b]52;", b"\x1b[31mB", b"\x1b]8;", b"\xc2\x9b", "\u202e".encode()):
        assert sequence not in reader.raw


def test_a_window_closed_in_the_middle_keeps_the_place(state: Path) -> None:
    first = Terminal(state)
    first.see("Space begins")
    first.press("   ")
    first.see("scene 1 of 28 · beat 3 of")
    kept = state / "stories" / "rust-and-bone.toml"
    first.wait_for(lambda: kept.is_file() and "beat = 3" in kept.read_text(encoding="utf-8"))
    first.child.kill(signal.SIGHUP)
    first.child.wait()

    second = Terminal(state)
    second.see("scene 1 of 28 · beat 3 of")
    second.leave()


def test_keys_that_arrive_together_with_q_are_kept(state: Path) -> None:
    first = Terminal(state)
    first.see("Space begins")
    first.press("  b q")
    first.child.expect(pexpect.EOF)
    assert "Kept: scene 1, Anna's door, beat 3." in (first.child.before or b"").decode()

    second = Terminal(state)
    second.see("scene 1 of 28 · beat 3 of")
    second.press("B")
    second.see("1  Anna's door, beat 2")
    second.leave()


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT], ids=lambda number: number.name)
def test_a_program_that_is_told_to_end_keeps_the_last_step_and_restores_the_terminal(
    number: signal.Signals, state: Path
) -> None:
    first = Terminal(state)
    first.see("Space begins")
    first.press(" ")
    first.see("scene 1 of 28 · beat 1 of")
    first.child.kill(number)
    first.child.expect(pexpect.EOF)
    assert "\x1b[?1049l" in (first.child.before or b"").decode()
    first.child.close()
    assert first.child.exitstatus == 128 + number

    second = Terminal(state)
    second.see("scene 1 of 28 · beat 1 of")
    second.leave()


def test_what_somebody_wrote_into_the_shelf_reaches_the_terminal_as_pictures(state: Path) -> None:
    kept = Shelf(state, "rust-and-bone")
    hostile = "\x1b]0;owned\x07 \x1b[2J \x9b \u202e"
    kept.change(AddBookmark(bookmark="noted", anchor=Anchor("annas-door", 1, hostile)))
    kept.change(SetNote(bookmark="noted", note=hostile))
    kept.change(AddBookmark(bookmark="named", anchor=Anchor("annas-door", 2)))
    kept.change(SetLabel(bookmark="named", label=hostile))
    reader = Terminal(state, "--know")
    reader.see("Space begins")
    reader.press("B")
    reader.see(r"(?s)␛\]0;owned.*␛\]0;owned")
    reader.press("o")
    reader.see("A note")
    reader.press("\x1b")
    reader.see("Enter choose")
    reader.press("d")
    reader.see("Removed")
    reader.leave()
    for sequence in (b"\x1b]0;owned", b"\x1b[2J ", b"\xc2\x9b", "\u202e".encode()):
        assert sequence not in reader.raw


def test_a_palette_that_is_told_twice_to_close_takes_nothing_else_with_it(state: Path) -> None:
    reader = Terminal(state, "--at", "the-beach")
    reader.see("scene 8 of 28")
    reader.press("\x10")
    reader.see("Search for commands")
    reader.press("\r\r\r")
    reader.see("scene 8 of 28")
    reader.press("2")
    assert "Kept: scene" in reader.leave()


def test_the_first_start_writes_settings_that_name_the_commands_whose_keys_can_be_changed(state: Path) -> None:
    reader = Terminal(state)
    reader.see("Space begins")
    reader.leave()
    written = (state / "settings.toml").read_text(encoding="utf-8")
    assert written == first_settings([one.id for one in changeable()])


BAD = {
    "no such file": (["nope.toml"], "nope.toml: there is no such file"),
    "a folder": (["."], "this is a folder, not a story file"),
    "a syntax error": (["syntax.toml"], "syntax.toml:1:8: not TOML"),
    "an unknown key": (["key.toml"], "unknown key 'titel'"),
    "a scene that is not there": (["--at", "nowhere"], '--at: the story has no scene or beat "nowhere"'),
    "a number that no scene has": (["--at", "8:99"], "Name a scene by its number or its id"),
}


@pytest.mark.parametrize("bad", BAD)
def test_bad_input_is_one_block_after_the_screen_is_gone(bad: str, state: Path, tmp_path: Path) -> None:
    (tmp_path / "syntax.toml").write_text("format 1\n")
    (tmp_path / "key.toml").write_text('format = 1\n[story]\nid = "x"\ntitel = "X"\n')
    words, said = BAD[bad]
    reader = Terminal(state, *words, folder=tmp_path)
    reader.child.expect(pexpect.EOF)
    shown = (reader.child.before or b"").decode(errors="replace")
    reader.child.close()
    assert said in shown.rpartition("\x1b[?1049l")[2]
    assert "Traceback" not in shown
    assert reader.child.exitstatus == 2
