"""Other keys: they work, and every sentence on every screen names them as they are set, never a usual one."""

import re
from datetime import timedelta
from pathlib import Path

import pytest

from reader.session.commands import usual_keys
from reader.session.keymap import changeable
from reader.session.views.card import CardView
from reader.session.views.cast import CastView
from reader.shelf.settings import Settings
from tests.driving import Driven, Setting, drive

STORY = Path(__file__).parent / "pier.toml"

OTHER = {
    **{"next": "f1", "back": "f2", "bookmark": "f3", "bookmarks": "f4", "undo": "f5", "yes": "f6", "choose": "f7"},
    **{"filter": "f8", "why": "f9", "cast": "ctrl+a", "recap": "ctrl+d", "who": "ctrl+e", "close": "ctrl+f"},
    **{"keys": "ctrl+g", "quit": "ctrl+y", "return": "ctrl+k", "first": "ctrl+l", "side": "ctrl+n", "name": "ctrl+r"},
    **{"note": "ctrl+s", "remove": "ctrl+t", "down": "ctrl+u", "look-for": "ctrl+v", "any-all": "ctrl+w"},
    **{"next-pair": "ctrl+x", "order": "shift+f1", "next-scene": "alt+a", "previous-scene": "alt+b"},
    **{"frontier": "alt+c", "keep-to": "alt+z", "look-on": "alt+w"},
    **{"jump-back": "alt+d", "jump-ahead": "alt+e", "up": "alt+f", "page-down": "alt+g", "page-up": "alt+h"},
    **{"pin": "alt+i", "scenes": "alt+j", "text": "alt+k", "top": "alt+l", "bottom": "alt+m", "know": "alt+n"},
    **{"tick": "alt+s", "to-text": "alt+t", "next-name": "alt+u", "previous-name": "alt+v"},
    **{"look-back": "alt+x", "hide-unread": "alt+y"},
    **{"again": "alt+o", "length": "alt+p", "numbers": "alt+q", "light": "alt+r"},
}
"""Another key for every command whose keys can be changed."""

USUAL = {key for one in changeable() for key in usual_keys().shown(one.id)}
"""The usual keys as people write them."""

SCREENS = {
    "the opening page": ("", "", "F1 begins   Ctrl+G keys   Ctrl+Y leaves"),
    "the opening page again": ("noon:1", "first", "F1 goes on"),
    "the text": ("noon:1", "", "F1 next F2 back F3 bookmark"),
    "the end page": ("evening:2", "next", "F8  only the scenes"),
    "the last page": ("evening:2", "next next", "This is the last page."),
    "no bookmarks": ("noon:1", "bookmarks", "None yet. F3 keeps the beat you read."),
    "a kept beat": ("noon:1", "bookmark", "F6 names it · F5 undoes"),
    "a beat that is kept already": ("noon:1", "bookmark bookmark", "F6 names it F1 next"),
    "a beat not kept any more": ("noon:1", "bookmark undo", "Not kept any more"),
    "the bookmarks": ("noon:1", "bookmark bookmarks", "Ctrl+R name Ctrl+S note Ctrl+T remove"),
    "a removed bookmark": ("noon:1", "bookmark bookmarks remove", "F5 brings it back"),
    "a name to be typed": ("noon:1", "bookmark yes", "Enter keeps it, Ctrl+F leaves it"),
    "a note to be typed": ("noon:1", "bookmark bookmarks note", "Enter keeps it, Ctrl+F leaves it"),
    "a question": ("boat:2", "next-scene", "F6 skips · Ctrl+F stays"),
    "the question whether to read again": ("noon:1", "again", "F6 begins · Ctrl+F stays"),
    "as far as was read": ("noon:1", "look-on", "F1 reads on."),
    "the companion": ("noon:1", "side", "F7 choose"),
    "no companion": ("noon:1", "first side", "F1 goes on"),
    "a name walked to": ("noon:2", "who", "F6 opens the card · Alt+U the next name · Ctrl+F leaves"),
    "looking back": ("noon:1", "back", "Ctrl+K returns to"),
    "looking back from the end": ("evening:2", "next first", "Ctrl+K returns to your place"),
    "the people to filter by": ("noon:2", "filter", "Ctrl+W any / all"),
    "a filter": ("noon:2", "filter keep-to", "Ctrl+F drops it"),
    "a filter, the reader elsewhere": ("evening:1", "filter down down keep-to first next", "Ctrl+F drops it"),
    "the end of a thread": ("evening:1", "filter keep-to next", "F2 goes there"),
    "the keys": ("noon:1", "keys", "Ctrl+F closes"),
    "the end of the keys": ("noon:1", "keys bottom", "Alt+R"),
    "the keys of a list": ("noon:1", "bookmarks keys", "Ctrl+S Write a note"),
    "the cast": ("noon:1", "cast", "Shift+F1 order Ctrl+V look for"),
    "a card": ("noon:1", "cast choose", "F7 choose"),
    "the receipts of a pair": ("noon:1", "why", "Ctrl+X next pair"),
    "the story so far": ("noon:1", "recap", "F7 choose"),
    "the scenes": ("noon:1", "scenes", "F7 choose"),
    "the palette": ("noon:1", "ctrl+p", "The beat before F2"),
}
"""By what is seen: where the reader is, the commands they give, and some words that then stand on the screen."""

NARROW = {
    "the bookmarks": "Ctrl+S note Ctrl+F close Ctrl+Y quit",
    "the cast": "Shift+F1 order Ctrl+F close Ctrl+Y quit",
    "the people to filter by": "Alt+S tick F7 choose Alt+Z done Ctrl+F close",
}
"""What stands there on 80 columns: the footer has dropped what is needed less than the keys that close and leave."""

NOT_KEYS = ("Enter keeps it", "↑↓ more", "↑ more", "↓ more", "any / all", "→")
"""What looks like a usual key and is none: Enter in the line where a reader types, the arrows of lists and feelings."""


def words(frame: str) -> str:
    """The words of a frame, with one space between them."""
    return re.sub(r"\s+", " ", frame.replace("▌", ""))


def usual_keys_in(frame: str) -> set[str]:
    """The usual keys that a frame names; numbers may be those of scenes and beats."""
    text = words(frame)
    for other in NOT_KEYS:
        text = text.replace(other, "")
    return {word for word in re.split(r"[\s.,;:()]+", text) if word in USUAL and not word.isdigit()}


async def do(reader: Driven, commands: str) -> None:
    """Press the keys of commands, as they are set."""
    for command in commands.split():
        key = OTHER.get(command, command)
        kept = reader.state.bookmarks.at(reader.state.place)
        changes = command in ("remove", "undo") or (command == "bookmark" and not kept)
        await (reader.keep(key) if changes else reader.press(key))


def test_every_key_that_can_be_changed_is_changed_here() -> None:
    assert OTHER.keys() == {one.id for one in changeable()}
    assert not USUAL & set(OTHER.values())


@pytest.mark.parametrize("size", [(120, 36), (80, 24)], ids=str)
@pytest.mark.parametrize("screen", SCREENS)
def test_a_screen_names_the_keys_as_they_are_set(tmp_path: Path, screen: str, size: tuple[int, int]) -> None:
    at, commands, named = SCREENS[screen]
    if size[0] < 120:
        named = NARROW.get(screen, named)

    async def act(reader: Driven) -> None:
        await do(reader, commands)
        await reader.settle()
        assert words(named) in words(reader.frame())
        assert usual_keys_in(reader.frame()) == set()

    drive(Setting(tmp_path, STORY, size, at=at, settings=Settings(keys=OTHER)), act)


@pytest.mark.parametrize("screen", ["the opening page", "no bookmarks", "a kept beat", "looking back", "the keys"])
def test_with_the_usual_keys_these_screens_name_usual_keys(tmp_path: Path, screen: str) -> None:
    """So the test above can fail."""
    at, commands, _ = SCREENS[screen]

    async def act(reader: Driven) -> None:
        for command in commands.split():
            await reader.give(command)
        await reader.settle()
        assert usual_keys_in(reader.frame()) != set()

    drive(Setting(tmp_path, STORY, at=at), act)


def test_a_changed_key_works_and_is_the_one_that_is_shown(tmp_path: Path) -> None:
    async def act(reader: Driven) -> None:
        assert "z next" in reader.frame()
        await reader.press("z")
        assert reader.state.place == 2
        await reader.press("space")
        assert reader.state.place == 2
        await reader.press("?")
        assert "z The next beat" in words(reader.frame())
        assert "Space" not in reader.frame()

    drive(Setting(tmp_path, STORY, at="boat:1", settings=Settings(keys={"next": "z"})), act)


def test_a_command_that_shares_its_key_in_another_view_keeps_it(tmp_path: Path) -> None:
    async def act(reader: Driven) -> None:
        await reader.press("c", "enter")
        assert isinstance(reader.state.view, CastView)
        await reader.press("x")
        assert isinstance(reader.state.view, CardView)
        await reader.press("escape", "escape", "i", "enter")
        assert isinstance(reader.state.view, CardView)

    drive(Setting(tmp_path, STORY, at="boat:1", settings=Settings(keys={"choose": "x", "any-all": "y"})), act)


def test_who_comes_back_is_told_the_key_that_reads_on(tmp_path: Path) -> None:
    async def read(reader: Driven) -> None:
        await reader.press("f1")

    async def act(reader: Driven) -> None:
        await do(reader, "bottom")
        assert "Alt+T goes on" in words(reader.frame())
        assert usual_keys_in(reader.frame()) == set()

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
        await reader.press("ctrl+p", *"know")
        await reader.settle()
        assert "I know this story: open all of it\n  K" in reader.frame()
        await reader.press("escape", "K", "enter")
        assert reader.state.reading.know

    drive(Setting(tmp_path, STORY, at="noon:1", settings=Settings(keys={"know": "K"})), act)


def test_the_words_of_the_end_page_stand_in_one_column_whatever_the_keys(tmp_path: Path) -> None:
    async def act(reader: Driven) -> None:
        await reader.press("space")
        lines = [line.text for line in reader.screen.text.lines]
        beginnings = ("only the scenes", "why two of them", "everyone you have met", "leaves")
        assert len({line.index(words) for line in lines for words in beginnings if words in line}) == 1

    drive(Setting(tmp_path, STORY, at="evening:2", settings=Settings(keys={"cast": "ctrl+a", "quit": "f12"})), act)
