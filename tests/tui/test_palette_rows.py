"""The palette's rows under quick hands: they may be replaced at any moment, and nothing ends the program."""

from pathlib import Path

import pytest
from rich.style import Style
from textual.events import Click
from textual.widgets import Input

from reader.tui.palette import Palette, Rows
from tests.driving import Driven, Setting, drive


@pytest.mark.parametrize(
    "size", [(120, 36), (50, 20), (1, 36), (1, 1), (30, 5)], ids=lambda size: f"{size[0]}x{size[1]}"
)
def test_pages_are_turned_while_the_rows_are_replaced(tmp_path: Path, size: tuple[int, int]) -> None:
    async def act(reader: Driven) -> None:
        await reader.pilot.press("ctrl+p")
        for letter in ("e", "a", "backspace", "backspace", "z", "z", "backspace"):
            for key in (letter, "pagedown", "pageup", "pagedown", "ctrl+end", "pageup"):
                reader.app.simulate_key(key)
            await reader.pilot.pause()
            reader.app.simulate_key("pagedown")
        await reader.pilot.pause()
        assert isinstance(reader.app.screen, Palette)

    drive(Setting(tmp_path, size=size), act)


def test_a_page_of_the_palette_is_as_many_rows_as_are_seen(tmp_path: Path) -> None:
    async def act(reader: Driven) -> None:
        await reader.press("ctrl+p")
        rows = reader.app.screen.query_one(Rows)
        await reader.until(lambda: rows.highlighted == 0 and rows.size.height > 4)
        seen = rows.scrollable_content_region.height // 2
        await reader.press("pagedown")
        assert rows.highlighted == seen
        await reader.press("pageup")
        assert rows.highlighted == 0
        await reader.press("pageup")
        assert rows.highlighted == 0
        for _ in range(20):
            await reader.press("pagedown")
        assert rows.highlighted == rows.option_count - 1

    drive(Setting(tmp_path), act)


def test_a_click_on_a_row_that_is_gone_does_nothing(tmp_path: Path) -> None:
    async def act(reader: Driven) -> None:
        await reader.press("ctrl+p")
        rows = reader.app.screen.query_one(Rows)
        await reader.until(lambda: rows.option_count > 5 and rows.size.height > 8)
        seen = Style(meta={"option": rows.option_count})
        rows.post_message(Click(rows, 3, 8, 0, 0, 1, False, False, False, style=seen))
        await reader.pilot.pause()
        assert isinstance(reader.app.screen, Palette)

    drive(Setting(tmp_path), act)


def test_what_is_typed_while_the_palette_closes_does_no_harm(tmp_path: Path) -> None:
    async def act(reader: Driven) -> None:
        for turn in range(20):
            await reader.pilot.press("ctrl+p")
            palette = reader.app.screen
            for letter in ("e", "a") * (turn % 3):
                palette.query_one(Input).insert_text_at_cursor(letter)
            palette.dismiss(None)
            palette.query_one(Input).insert_text_at_cursor("r")
            await reader.until(lambda: reader.app.screen is reader.screen)

    drive(Setting(tmp_path), act)


def test_a_click_on_a_row_gives_its_command(tmp_path: Path) -> None:
    async def act(reader: Driven) -> None:
        await reader.press("ctrl+p", *"everyone")
        rows = reader.app.screen.query_one(Rows)
        await reader.until(lambda: rows.option_count == 1)
        await reader.pilot.pause()
        await reader.pilot.click(Rows, offset=(3, 1))
        await reader.until(lambda: reader.app.screen is reader.screen)
        await reader.until(lambda: "CastView" in type(reader.state.view).__name__)

    drive(Setting(tmp_path), act)
