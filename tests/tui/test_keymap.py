"""Other keys: they work, they are the ones that are shown, and mistakes in them are told."""

from pathlib import Path

import pytest

from reader.shelf.settings import FIRST_SETTINGS, Settings
from reader.problems import Problems
from reader.tui.commands import COMMANDS
from reader.tui.keymap import FIXED, commands_with
from reader.tui.sight import View
from tests.driving import Driven, Setting, drive

STORY = Path(__file__).parent / "pier.toml"


def test_a_changed_key_works_and_is_the_one_that_is_shown(tmp_path: Path) -> None:
    async def act(reader: Driven) -> None:
        assert "z next" in reader.frame()
        await reader.press("z")
        assert reader.sight.place == 2
        await reader.press("space")
        assert reader.sight.place == 2
        await reader.press("?")
        assert "z          The next beat" in reader.frame()
        assert "Space" not in reader.frame()

    drive(Setting(tmp_path, STORY, at="boat:1", settings=Settings(keys={"next": "z"})), act)


def test_a_command_that_shares_its_key_in_another_view_keeps_it(tmp_path: Path) -> None:
    async def act(reader: Driven) -> None:
        await reader.press("f", "enter")
        assert not reader.sight.wanted
        await reader.press("x")
        assert reader.sight.wanted.people == ("ida",)
        await reader.press("escape", "escape", "i", "enter")
        assert reader.sight.view is View.CARD

    drive(Setting(tmp_path, STORY, at="boat:1", settings=Settings(keys={"choose": "x", "any-all": "y"})), act)


@pytest.mark.parametrize(
    ("keys", "said"),
    [
        ({"nxt": "z"}, 'keys.nxt: no command is called "nxt"\n    Did you mean "next"?'),
        ({"next": "nosuchkey"}, 'keys.next: "nosuchkey" is no key'),
        ({"next": "b"}, 'keys.next: "b" is the key of bookmark too'),
        ({"palette": "z"}, 'no command is called "palette"'),
    ],
)
def test_a_slip_in_the_keys_is_told(keys: dict[str, str], said: str) -> None:
    told = commands_with(keys, "settings.toml")
    assert isinstance(told, Problems)
    assert said in str(told)


@pytest.mark.parametrize("key", ["z", "Z", "space,z", "ctrl+n", "f2", "pagedown", "?", "question_mark", "é"])
def test_any_key_may_be_wanted(key: str) -> None:
    wanted = {"next": key} if "question" not in key and key not in ("?", "pagedown") else {"keys": "?"}
    assert not isinstance(commands_with(wanted), Problems)


def test_no_two_commands_have_one_key_in_one_view() -> None:
    assert not isinstance(commands_with({one.id: one.keys for one in COMMANDS if one.id not in FIXED}), Problems)


def test_the_first_settings_name_every_command_that_has_a_key() -> None:
    words = set(FIRST_SETTINGS.replace(",", " ").replace(".", " ").split())
    assert {one.id for one in COMMANDS if one.keys and one.id not in FIXED} <= words


def test_nothing_is_changed_where_nothing_is_wanted() -> None:
    assert commands_with({}) == COMMANDS
