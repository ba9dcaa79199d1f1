"""With other keys in the settings, no screen names a usual one: every sentence shows the keys as they are set."""

import re
from datetime import timedelta
from pathlib import Path

import pytest

from reader.session.commands import usual_keys
from reader.shelf.settings import Settings
from tests.driving import Driven, Setting, drive

STORY = Path(__file__).parent / "pier.toml"

OTHER = {
    **{"next": "f1", "back": "f2", "bookmark": "f3", "bookmarks": "f4", "undo": "f5", "yes": "f6", "choose": "f7"},
    **{"filter": "f8", "why": "f9", "cast": "ctrl+a", "recap": "ctrl+d", "who": "ctrl+e", "close": "ctrl+f"},
    **{"keys": "ctrl+g", "quit": "ctrl+y", "return": "ctrl+k", "first": "ctrl+l", "side": "ctrl+n", "name": "ctrl+r"},
    **{"note": "ctrl+s", "remove": "ctrl+t", "down": "ctrl+u", "look-for": "ctrl+v", "any-all": "ctrl+w"},
    **{"next-pair": "ctrl+x", "order": "ctrl+z"},
}
"""Another key for every command that the screens below name."""

SCREENS = {
    "the opening page": ("", "", "F1 begins   Ctrl+G keys   Ctrl+Y leaves"),
    "the opening page again": ("noon:1", "first", "F1 goes on"),
    "the end page": ("evening:2", "next", "F8  only the scenes"),
    "no bookmarks": ("noon:1", "bookmarks", "None yet. F3 keeps the beat you read."),
    "a kept beat": ("noon:1", "bookmark", "F6 names it · F5 undoes"),
    "a removed bookmark": ("noon:1", "bookmark bookmarks remove", "F5 brings it back"),
    "a name to be typed": ("noon:1", "bookmark yes", "Enter keeps it, Ctrl+F leaves it"),
    "a note to be typed": ("noon:1", "bookmark bookmarks note", "Enter keeps it, Ctrl+F leaves it"),
    "a question": ("boat:2", "n", "F6 skips · Ctrl+F stays"),
    "as far as was read": ("noon:1", "down", "F1 reads on."),
    "the companion beside the text": ("noon:1", "side", "F9 asks why, Ctrl+E walks the names."),
    "a name walked to": ("noon:2", "who", "F6 opens the card · Ctrl+E the next name"),
    "looking back": ("noon:1", "back", "Ctrl+K returns to"),
    "a filter": ("noon:2", "filter choose close", "Ctrl+F drops it"),
    "a filter, the reader elsewhere": ("evening:1", "filter down down choose close first next", "Ctrl+F drops it"),
    "the end of a thread": ("evening:1", "filter choose close next", "F2 goes there"),
    "the keys": ("noon:1", "keys", "Ctrl+F closes"),
    "a list at the foot": ("noon:1", "cast", "F7 choose"),
}


def words(frame: str) -> str:
    """The words of a frame, with one space between them."""
    return re.sub(r"\s+", " ", frame.replace("▌", ""))


async def do(reader: Driven, commands: str) -> None:
    """Press the keys of commands, as they are set."""
    for command in commands.split():
        key = OTHER.get(command, command)
        await (reader.keep(key) if command in ("bookmark", "remove") else reader.press(key))


@pytest.mark.parametrize("screen", SCREENS)
def test_a_screen_names_the_keys_as_they_are_set(tmp_path: Path, screen: str) -> None:
    at, commands, named = SCREENS[screen]

    async def act(reader: Driven) -> None:
        await do(reader, commands)
        frame = words(reader.frame())
        assert words(named) in frame
        for usual in ("Space", "Esc ", "Backspace", "← ", " b ", " u undoes", " w ", " i ", "q leaves", "f only"):
            assert usual not in frame.replace("Enter keeps", "")

    drive(Setting(tmp_path, STORY, at=at, settings=Settings(keys=OTHER)), act)


def test_who_comes_back_is_told_the_key_that_reads_on(tmp_path: Path) -> None:
    async def read(reader: Driven) -> None:
        await reader.press("f1")

    async def act(reader: Driven) -> None:
        await reader.press("end")
        assert "F1 reads on" in words(reader.frame())

    drive(Setting(tmp_path, STORY, at="noon:1", settings=Settings(keys=OTHER)), read)
    later = Setting(tmp_path, STORY, settings=Settings(keys=OTHER))
    later.now += timedelta(hours=9)
    drive(later, act)


def test_ctrl_c_names_the_key_that_leaves(tmp_path: Path) -> None:
    async def act(reader: Driven) -> None:
        reader.app.action_help_quit()
        await reader.pilot.pause()
        assert "Ctrl+Y leaves, and keeps your place." in reader.frame()

    drive(Setting(tmp_path, STORY, at="noon:1", settings=Settings(keys=OTHER)), act)


def test_a_command_that_has_no_key_any_more_is_not_at_the_foot_and_its_old_key_does_nothing(tmp_path: Path) -> None:
    async def act(reader: Driven) -> None:
        assert "bookmark " not in reader.frame().splitlines()[-1]
        await reader.press("b")
        assert reader.state.undo == ()
        await reader.press("B")
        drawn = words(" ".join(line.text for line in reader.screen.text.lines))
        assert "None yet. “bookmark” in the palette keeps the beat you read." in drawn

    drive(Setting(tmp_path, STORY, at="noon:1", settings=Settings(keys={"bookmark": ""})), act)


def test_a_command_that_usually_has_no_key_can_be_given_one(tmp_path: Path) -> None:
    async def act(reader: Driven) -> None:
        await reader.press("K")
        assert reader.state.reading.know
        await reader.press("ctrl+p")
        await reader.settle()
        assert "I know this story: open everything, or hide it again\n  K" in reader.frame()

    drive(Setting(tmp_path, STORY, at="noon:1", settings=Settings(keys={"know": "K"})), act)


def test_the_keys_that_sentences_name_are_all_changed_here() -> None:
    assert OTHER.keys() <= usual_keys().keys.keys()
