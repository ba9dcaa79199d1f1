"""Other keys: they work, they are the ones that are shown, and mistakes in them are told."""

from pathlib import Path

from reader.session.views.card import CardView
from reader.shelf.settings import Settings
from tests.driving import Driven, Setting, drive

STORY = Path(__file__).parent / "pier.toml"


def test_a_changed_key_works_and_is_the_one_that_is_shown(tmp_path: Path) -> None:
    async def act(reader: Driven) -> None:
        assert "z next" in reader.frame()
        await reader.press("z")
        assert reader.state.place == 2
        await reader.press("space")
        assert reader.state.place == 2
        await reader.press("?")
        assert "z          The next beat" in reader.frame()
        assert "Space" not in reader.frame()

    drive(Setting(tmp_path, STORY, at="boat:1", settings=Settings(keys={"next": "z"})), act)


def test_a_command_that_shares_its_key_in_another_view_keeps_it(tmp_path: Path) -> None:
    async def act(reader: Driven) -> None:
        await reader.press("f", "enter")
        assert not reader.state.filter
        await reader.press("x")
        assert reader.state.filter.people == ("ida",)
        await reader.press("escape", "escape", "i", "enter")
        assert isinstance(reader.state.view, CardView)

    drive(Setting(tmp_path, STORY, at="boat:1", settings=Settings(keys={"choose": "x", "any-all": "y"})), act)
