"""What the reader types survives whatever else happens on the screen, and is kept whole."""

from pathlib import Path

import pytest
from textual import events

from reader.session.views.bookmarks import BookmarksView
from reader.shelf.shelf import Shelf
from reader.tui.answer import AnswerField
from tests.driving import Driven, Setting, drive

STORY = Path(__file__).parent / "pier.toml"


def field(reader: Driven) -> str:
    """What stands in the field."""
    return reader.screen.query_one(AnswerField).text


async def begin_note(reader: Driven) -> None:
    """Keep the beat, open the bookmarks, and begin a note."""
    await reader.keep()
    await reader.press("B", "o")
    await reader.until(lambda: bool(reader.screen.query(AnswerField)))


@pytest.mark.parametrize("size", [(130, 36), (80, 24), (50, 20)], ids=str)
def test_a_note_being_typed_survives_clicks_the_wheel_and_a_resize(tmp_path: Path, size: tuple[int, int]) -> None:
    async def act(reader: Driven) -> None:
        await begin_note(reader)
        await reader.press(*"so ends")
        state = reader.state
        for x in range(2, size[0], 9):
            for y in range(1, size[1] - 4, 3):
                await reader.pilot.click(offset=(x, y))
        for pane in ("#text", "#status"):
            widget = reader.screen.query_one(pane)
            widget.post_message(events.MouseScrollDown(widget, 1, 1, 0, 1, 0, False, False, False))
        await reader.pilot.resize_terminal(size[0] - 8, size[1] - 2)
        await reader.settle()
        assert reader.state == state
        await reader.press(*" it", "enter")
        await reader.until(lambda: reader.state.kept.bookmarks[0].note == "so ends it")

    drive(Setting(tmp_path, STORY, size, at="noon:1"), act)


def test_a_pasted_text_of_several_lines_is_kept_whole_as_a_note(tmp_path: Path) -> None:
    async def act(reader: Driven) -> None:
        await begin_note(reader)
        reader.screen.query_one(AnswerField).post_message(events.Paste("One.\r\nTwo \x1b[2J.\n\nFour."))
        await reader.pilot.pause()
        await reader.press("ctrl+j", *"Five", "enter")
        await reader.until(lambda: bool(reader.state.kept.bookmarks[0].note))
        assert "Four." in reader.frame()
        await reader.press("o")
        await reader.until(lambda: bool(reader.screen.query(AnswerField)))
        assert field(reader) == "One.\nTwo ␛[2J.\n\nFour.\nFive"
        await reader.press("enter")

    drive(Setting(tmp_path, STORY, at="noon:1"), act)
    assert Shelf(tmp_path, "pier").open().kept.bookmarks[0].note == "One.\nTwo ␛[2J.\n\nFour.\nFive"


def test_a_name_has_one_line_whatever_is_pasted(tmp_path: Path) -> None:
    async def act(reader: Driven) -> None:
        await reader.keep()
        await reader.press("enter")
        await reader.until(lambda: bool(reader.screen.query(AnswerField)))
        reader.screen.query_one(AnswerField).post_message(events.Paste("One\nTwo"))
        await reader.pilot.pause()
        await reader.press("ctrl+j", "enter")
        await reader.until(lambda: reader.state.kept.bookmarks[0].label == "One Two")

    drive(Setting(tmp_path, STORY, at="noon:1"), act)


def test_letters_that_are_keys_go_to_the_field_and_do_nothing_else(tmp_path: Path) -> None:
    async def act(reader: Driven) -> None:
        await begin_note(reader)
        await reader.press(*"qbu? /")
        assert field(reader) == "qbu? /"
        await reader.press("escape")
        assert isinstance(reader.state.view, BookmarksView)
        assert reader.state.kept.bookmarks[0].note == ""

    drive(Setting(tmp_path, STORY, at="noon:1"), act)


def test_what_is_typed_before_the_field_stands_there_is_in_it(tmp_path: Path) -> None:
    async def act(reader: Driven) -> None:
        await reader.keep()
        await reader.press("B")
        for key in ("o", "q", "u", "i", "t"):
            reader.app.simulate_key(key)
        await reader.until(lambda: bool(reader.screen.query(AnswerField)) and len(field(reader)) == 4)
        assert field(reader) == "quit"

    drive(Setting(tmp_path, STORY, at="noon:1"), act)


def test_a_field_grows_with_its_lines_and_no_further_than_a_few_rows(tmp_path: Path) -> None:
    async def act(reader: Driven) -> None:
        await begin_note(reader)
        heights = []
        for _ in range(9):
            await reader.settle()
            heights.append(reader.screen.query_one(AnswerField).size.height)
            await reader.press("ctrl+j", "x")
        assert heights[:2] == [1, 2]
        assert heights[-1] == 6

    drive(Setting(tmp_path, STORY, at="noon:1"), act)


@pytest.mark.parametrize("size", [(1, 1), (2, 30), (3, 2), (4, 5)], ids=str)
def test_a_field_on_a_sliver_of_a_screen_harms_nothing(tmp_path: Path, size: tuple[int, int]) -> None:
    async def act(reader: Driven) -> None:
        await begin_note(reader)
        await reader.pilot.resize_terminal(*size)
        await reader.pilot.pause()
        await reader.press(*"so")
        await reader.pilot.resize_terminal(80, 24)
        await reader.settle()
        assert field(reader) == "so"
        await reader.press("escape")

    drive(Setting(tmp_path, STORY, at="noon:1"), act)


def test_a_field_can_be_left_and_opened_again_in_one_burst_of_keys(tmp_path: Path) -> None:
    async def act(reader: Driven) -> None:
        await reader.keep()
        await reader.press("B")
        for key in ("e", "escape", "e", "escape", "o", "x"):
            reader.app.simulate_key(key)
        await reader.until(lambda: len(reader.screen.query(AnswerField)) == 1 and field(reader) == "x")
        await reader.press("escape")

    drive(Setting(tmp_path, STORY, at="noon:1"), act)


def test_no_palette_opens_over_what_is_typed(tmp_path: Path) -> None:
    async def act(reader: Driven) -> None:
        await begin_note(reader)
        await reader.press(*"so", "ctrl+p", "enter")
        await reader.until(lambda: reader.state.kept.bookmarks[0].note == "so")

    drive(Setting(tmp_path, STORY, at="noon:1"), act)


def test_what_is_typed_is_kept_if_the_reader_leaves(tmp_path: Path) -> None:
    async def act(reader: Driven) -> None:
        await begin_note(reader)
        await reader.press(*"so ends it", "ctrl+q")
        await reader.until(lambda: reader.app.return_value is not None)

    drive(Setting(tmp_path, STORY, at="noon:1"), act)
    assert Shelf(tmp_path, "pier").open().kept.bookmarks[0].note == "so ends it"


def test_a_field_that_nobody_changed_changes_nothing_if_the_reader_leaves(tmp_path: Path) -> None:
    async def act(reader: Driven) -> None:
        await begin_note(reader)
        await reader.press("ctrl+q")
        await reader.until(lambda: reader.app.return_value is not None)

    drive(Setting(tmp_path, STORY, at="noon:1"), act)
    assert Shelf(tmp_path, "pier").open().kept.bookmarks[0].note == ""


def test_the_keys_of_a_bookmark_act_on_it_from_every_line_of_a_long_note(tmp_path: Path) -> None:
    async def act(reader: Driven) -> None:
        await reader.keep()
        await reader.press("left")
        await reader.keep()
        await reader.press("B", "o")
        await reader.until(lambda: bool(reader.screen.query(AnswerField)))
        reader.screen.query_one(AnswerField).post_message(events.Paste("\n".join(map(str, range(60)))))
        await reader.pilot.pause()
        await reader.keep("enter")
        await reader.press("home", "space", "space")
        _, other = reader.state.bookmarks.rows
        await reader.press("d")
        await reader.until(lambda: len(reader.state.bookmarks.rows) == 1)
        assert reader.state.bookmarks.rows[0].bookmark.id == other.bookmark.id

    drive(Setting(tmp_path, STORY, (50, 20), at="noon:2"), act)


def test_kept_already_offers_no_undo_for_nothing_was_done(tmp_path: Path) -> None:
    async def act(reader: Driven) -> None:
        await reader.keep()
        assert "undoes" in reader.frame()
        await reader.press("b")
        assert "Kept already" in reader.frame()
        assert "undoes" not in reader.frame()

    drive(Setting(tmp_path, STORY, at="noon:2"), act)
