"""What a terminal may send into the running program: nonsense, huge pastes, letters of other scripts, the mouse."""

import base64
import re
from pathlib import Path

from tests.whole.terminal import Terminal

NONSENSE = (
    *(b"\x1b[M\x43\x84\x2a", b"\xe9 ", b"\xff", b"\x1b[98:66", b"\x1b[999;999q", b"\x1bP>|some terminal", b"\x1b[<0;"),
    *(b"\x00\x00", b"\x1b[48;0;0;0;0t\x1b[<35;3;3M", b"\x1b[1114112u", b"\x1b[?62;22c", b"\x1b]10;rgb:0/0/0\x1b\\"),
)
MARK = ("\x1b[<0;10;5M", "\x1b[<32;60;12M", "\x1b[<0;60;12m")
DOUBLE_CLICK = ("\x1b[<0;30;28M", "\x1b[<0;30;28m") * 2
ESCAPE = "\x1b[27u"


def test_reading_goes_on_whatever_comes(state: Path) -> None:
    reader = Terminal(state)
    reader.read_to(2)
    for nonsense in NONSENSE:
        reader.press(nonsense)
        reader.settled()
    reader.press("\x1b[98:66;2u")  # B, as a terminal tells that also tells the key's other letters
    reader.see("(?i)bookmarks")
    reader.press(ESCAPE)
    reader.see("scene 1 of 28 · beat 3 of")  # after e9 came a space
    reader.press("\x1b[102;1;102u")
    reader.see("choose whose scenes to keep")
    reader.press(ESCAPE)
    assert "Kept: scene 1, Anna's door, beat 3." in reader.leave()
    assert reader.child.exitstatus == 0


def test_a_huge_paste_is_no_row_of_commands(state: Path) -> None:
    reader = Terminal(state)
    reader.read_to(2)
    reader.press("\x1b[200~" + " q" * 500_000 + "\x1b[201~")
    reader.press("b")
    reader.see("★ Kept")
    assert "Kept: scene 1, Anna's door, beat 2." in reader.leave()


def test_a_letter_of_another_script_is_the_command_on_its_key_if_the_terminal_tells_it(state: Path) -> None:
    reader = Terminal(state)
    reader.read_to(3)
    assert b"\x1b[>29u" in reader.raw  # the terminal was asked to tell
    reader.press("\x1b[1092:1060:102;;1092u")
    reader.see("choose whose scenes to keep")
    reader.press(ESCAPE)
    reader.see("beat 3 of")
    reader.press("\x1b[1080:1048:98;2;1048u")  # B
    reader.see("(?i)no bookmarks|bookmarks")
    reader.press(ESCAPE)
    reader.settled()
    reader.press("\x1b[1079::112;5u")  # Ctrl+P
    reader.see("Search for commands")
    reader.press("\x1b[1092:1060:102;;1092u")
    reader.see("ф")  # typed, not taken for a command
    reader.press(ESCAPE)
    reader.see("beat 3 of")
    reader.leave()


def test_a_letter_of_another_script_is_answered_with_what_to_do(state: Path) -> None:
    reader = Terminal(state)
    reader.read_to(3)
    for letter in ("ф", "λ", "ж"):
        reader.press(letter)
        reader.see(f"{letter} is no command: switch to Latin letters.")
    reader.press("é")
    reader.press("b")
    reader.see("★ Kept")
    reader.leave()


def test_the_clipboard_is_left_alone(state: Path) -> None:
    reader = Terminal(state)
    reader.see("Space begins")
    reader.press("  ")
    reader.see("beat 2 of")
    for report in (*MARK, *DOUBLE_CLICK):
        reader.press(report)
    reader.settled()
    reader.press("\x03")
    reader.see("q leaves, and keeps your place")
    reader.press("b")
    reader.see("★ Kept")
    reader.press("\r")
    reader.see("Enter keeps")
    reader.press("\x18\x03")
    reader.press(ESCAPE)
    reader.see("beat 2 of")
    reader.press("\x10")
    reader.see("Search for commands")
    reader.press("\x18\x03")
    reader.press(ESCAPE)
    reader.see("beat 2 of")
    reader.settled()
    assert b"\x1b]52;" not in reader.raw


def test_marked_words_of_an_answer_are_copied(state: Path) -> None:
    reader = Terminal(state)
    reader.see("Space begins")
    reader.press("  b")
    reader.see("★ Kept")
    reader.press("\r")
    reader.see("Enter keeps")
    reader.press("two words")
    reader.press("\x1b[1;2H\x03")  # Shift+Home marks, Ctrl+C copies
    reader.settled()
    copied = re.search(rb"\x1b]52;c;([^\x07]*)", reader.raw)
    assert copied
    assert base64.b64decode(copied[1]) == b"two words"
    reader.press(ESCAPE)
    reader.settled()
    reader.leave()
