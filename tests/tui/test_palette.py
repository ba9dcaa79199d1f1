"""The palette in the hands of a reader: the words people use lead to what they mean, and nothing opens by a slip."""

from pathlib import Path

import pytest

from reader.session.knowing import KnowQuestion
from reader.session.state import TextView, View
from reader.session.views.cast import CastView
from reader.session.views.filter import FilterView
from reader.session.views.keys import KeysView
from reader.session.views.recap import RecapView
from reader.session.views.scenes import ScenesView
from tests.driving import Driven, Setting, drive

STORY = Path(__file__).parent / "pier.toml"


async def choose(reader: Driven, words: str) -> None:
    """Type words into the palette, and take the first row."""
    await reader.press("ctrl+p", *words)
    await reader.settle()
    await reader.press("enter")
    await reader.until(lambda: reader.app.screen is reader.screen)
    await reader.settle()


@pytest.mark.parametrize(
    ("words", "view"),
    [("contents", ScenesView), ("cast", CastView), ("recap", RecapView), ("help", KeysView), ("filter", FilterView)],
)
def test_the_words_people_use_open_what_they_mean(tmp_path: Path, words: str, view: type[View]) -> None:
    async def act(reader: Driven) -> None:
        await choose(reader, words)
        assert isinstance(reader.state.view, view)

    drive(Setting(tmp_path, STORY, at="noon:1"), act)


@pytest.mark.parametrize("words", ["hide", "spoilers", "know", "open", "show everything"])
def test_one_enter_in_the_palette_opens_nothing_of_the_story(tmp_path: Path, words: str) -> None:
    async def act(reader: Driven) -> None:
        frontier = reader.state.reading.frontier
        await choose(reader, words)
        assert not reader.state.reading.know
        assert reader.state.reading.horizon == frontier

    drive(Setting(tmp_path, STORY, at="noon:1"), act)


def test_that_the_story_is_known_is_asked_on_the_screen_with_what_it_does(tmp_path: Path) -> None:
    async def act(reader: Driven) -> None:
        await choose(reader, "i know this story")
        assert isinstance(reader.state.question, KnowQuestion)
        assert "Open the whole story, its end too?" in reader.frame()
        assert "Enter opens it" in reader.frame()
        await reader.press("escape")
        assert not reader.state.reading.know

    drive(Setting(tmp_path, STORY, at="noon:1"), act)


@pytest.mark.parametrize("words", ["quit", "exit"])
def test_quit_and_exit_leave(tmp_path: Path, words: str) -> None:
    async def act(reader: Driven) -> None:
        await reader.press("ctrl+p", *words)
        await reader.settle()
        await reader.press("enter")
        await reader.until(lambda: reader.app.return_value is not None)

    drive(Setting(tmp_path, STORY, at="noon:1"), act)


def test_a_command_without_keys_says_nothing_of_keys(tmp_path: Path) -> None:
    async def act(reader: Driven) -> None:
        assert isinstance(reader.state.view, TextView)
        await reader.press("ctrl+p", *"numbers")
        await reader.settle()
        assert "Show values beside their words, or words alone" in reader.frame()
        row = next(line for line in reader.frame().splitlines() if "words alone" in line)
        below = reader.frame().splitlines()[reader.frame().splitlines().index(row) + 1]
        assert not below.strip(" ▁▔"), "no line of keys stands below it"
        await reader.press("escape")

    drive(Setting(tmp_path, STORY, at="noon:1"), act)
