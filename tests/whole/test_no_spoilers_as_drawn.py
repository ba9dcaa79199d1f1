"""What is drawn depends only on what lies at or before the frontier: every view, text and style, to the byte."""

from pathlib import Path

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from tests.driving import Driven, Setting, drive
from tests.spoilers import with_other_future, with_other_length
from tests.stories import Tables, drawn_tables
from tests.whole.comparing import (
    VIEWS,
    ReaderWhoComesBack,
    differences,
    lengths_until,
    middle_of_scene,
    shipped_tables,
)

SIZES = ((120, 36), (80, 24))


@pytest.mark.parametrize("number", range(28))
def test_nothing_on_a_screen_in_a_scene_of_the_shipped_story_tells_what_follows(number: int) -> None:
    """The lines of every pane for three sizes of a screen, and what a screen of two sizes in turn makes of them."""
    story, frontier = shipped_tables(), middle_of_scene(number)
    changed = with_other_future(story, story, frontier)
    size = SIZES[number % len(SIZES)]
    one, other = (ReaderWhoComesBack(each, frontier, story).look(size, rendered=True) for each in (story, changed))
    assert set(one) >= {"picture", "palette", *(view for view in VIEWS if view != "asking to skip")}
    assert differences(one, other) == []


@pytest.mark.parametrize("number", [0, 5, 13, 20])
@pytest.mark.parametrize("place", ["in the middle", "at the end"])
def test_nothing_drawn_tells_how_long_the_story_is_where_that_is_hidden(number: int, place: str) -> None:
    story = shipped_tables()
    frontier = middle_of_scene(number) if place == "in the middle" else lengths_until(number + 1)
    changed = with_other_length(story, story, frontier)
    one, other = (ReaderWhoComesBack(each, frontier, story, hide_length=True).look() for each in (story, changed))
    assert differences(one, other) == []


@settings(max_examples=settings().max_examples // 6, phases=[Phase.generate])
@given(drawn_tables(least=2), drawn_tables(), st.data())
def test_nothing_drawn_of_any_story_tells_what_follows(story: Tables, other: Tables, data: st.DataObject) -> None:
    frontier = data.draw(st.integers(1, sum(len(scene["beat"]) for scene in story["scene"]) - 1))
    hide_length = data.draw(st.booleans())
    changed = (with_other_length if hide_length else with_other_future)(story, other, frontier)
    one, other = (
        ReaderWhoComesBack(each, frontier, story, hide_length=hide_length).look() for each in (story, changed)
    )
    assert differences(one, other) == []


async def _undo(reader: Driven) -> None:
    await reader.press("u")
    assert reader.state.bookmarks.further == 1
    assert reader.state.notice is not None
    assert reader.state.notice.text == "Nothing to undo."


def test_undo_names_no_bookmark_that_reading_again_hides(tmp_path: Path) -> None:
    async def act(reader: Driven) -> None:
        await reader.press("space", "space")
        await reader.keep()
        await reader.give("again")
        await reader.press("enter")
        await _undo(reader)

    drive(Setting(tmp_path), act)


def test_undo_names_no_bookmark_that_is_hidden_with_the_story(tmp_path: Path) -> None:
    async def act(reader: Driven) -> None:
        await reader.give("know")
        await reader.press("enter", "1", "down", "down", "enter")
        await reader.keep()
        await reader.give("hide-unread")
        await _undo(reader)

    drive(Setting(tmp_path), act)
