"""The reading screen in the hands of a reader: keys, mouse, bookmarks, filter, folding."""

import re
from datetime import timedelta
from pathlib import Path

import pytest

from reader.session.commands import command
from reader.session.state import TextView
from reader.session.views.bookmarks import BookmarksView
from reader.session.views.filter import FilterView
from reader.session.views.where import WhereView
from reader.shelf.shelf import Shelf
from reader.tui.services import Farewell
from tests.driving import Driven, Setting, drive
from tests.stories import beat, scene, tables, written

SIZES = [(120, 36), (100, 30), (80, 24), (50, 20)]


def test_a_reader_reads_from_the_first_beat_to_the_last(tmp_path: Path) -> None:
    async def act(reader: Driven) -> None:
        steps = 0
        while reader.state.place < reader.state.reading.end:
            await reader.pilot.press("space")
            steps += 1
            assert steps < 400
        await reader.pilot.pause()
        assert "The end." in reader.frame()
        assert "Everything is open now." in reader.frame()

    left = drive(Setting(tmp_path), act)
    assert left == Farewell("Kept: the end page.")


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_the_first_page_says_what_a_newcomer_needs(tmp_path: Path, size: tuple[int, int]) -> None:
    async def act(reader: Driven) -> None:
        words = " ".join(reader.frame().split())
        for said in (
            "Rust and Bone",
            "For adults. In this story: violence",
            "You will see only what you have reached.",
        ):
            assert said in words
        assert "Space begins" in words

    drive(Setting(tmp_path, size=size), act)


def test_leaving_keeps_the_place_and_says_so(tmp_path: Path) -> None:
    async def read(reader: Driven) -> None:
        await reader.press("space", "space")

    async def look(reader: Driven) -> None:
        assert reader.state.place == 2
        assert "beat 2 of" in reader.frame()

    assert drive(Setting(tmp_path), read) == Farewell("Kept: scene 1, Anna's door, beat 2.")
    drive(Setting(tmp_path), look)


def test_at_begins_there_and_counts_what_is_before_as_read(tmp_path: Path) -> None:
    async def act(reader: Driven) -> None:
        assert "8  The beach" in reader.frame()
        assert "beat 2 of" in reader.frame()
        assert len(reader.state.reading.known.scenes) == 8

    drive(Setting(tmp_path, at="the-beach:2"), act)
    kept = Shelf(tmp_path, "rust-and-bone").open().kept
    assert kept.frontier is not None
    assert (kept.frontier.scene, kept.frontier.beat) == ("the-beach", 2)


def test_at_never_moves_the_frontier_back(tmp_path: Path) -> None:
    async def nothing(reader: Driven) -> None:
        pass

    async def act(reader: Driven) -> None:
        assert len(reader.state.reading.known.scenes) == 8
        assert "Backspace returns to 8." in reader.frame()

    drive(Setting(tmp_path, at="the-beach"), nothing)
    drive(Setting(tmp_path, at="the-door"), act)


def test_bookmarks_are_kept_named_annotated_listed_jumped_to_and_removed_with_undo(tmp_path: Path) -> None:
    async def act(reader: Driven) -> None:
        await reader.keep()
        assert "★ Kept: “" in reader.frame()
        assert "Enter names it · u undoes" in reader.frame()
        await reader.press("enter", *"Sea", "enter")
        await reader.until(lambda: reader.state.bookmarks.found[0].bookmark.label == "Sea")
        await reader.press("space", "space", "B")
        assert "★ Sea" in reader.frame()
        await reader.press("o", *"why", "enter")
        await reader.until(lambda: reader.state.bookmarks.found[0].bookmark.note == "why")
        assert "why" in reader.frame()
        await reader.press("enter")
        assert (reader.state.place, reader.state.view) == (reader.state.bookmarks.found[0].position, TextView())
        await reader.press("B")
        await reader.keep("d")
        assert not reader.state.bookmarks.found
        await reader.keep("u")
        assert [mark.bookmark.label for mark in reader.state.bookmarks.found] == ["Sea"]

    drive(Setting(tmp_path, at="the-beach:2"), act)
    assert [b.label for b in Shelf(tmp_path, "rust-and-bone").open().kept.marked()] == ["Sea"]


def test_undo_takes_a_new_bookmark_away(tmp_path: Path) -> None:
    async def act(reader: Driven) -> None:
        await reader.keep()
        await reader.keep("u")
        assert reader.state.bookmarks.found == ()

    drive(Setting(tmp_path, at="the-beach"), act)


def test_a_name_half_typed_is_left_by_escape(tmp_path: Path) -> None:
    async def act(reader: Driven) -> None:
        await reader.keep()
        await reader.press("enter", *"half qB", "escape")
        assert reader.state.bookmarks.found[0].bookmark.label == ""
        await reader.press("space")
        assert reader.state.reading.beat_ref(reader.state.place).beat == 2

    drive(Setting(tmp_path, at="the-beach"), act)


def test_a_marked_scene_bears_a_star_in_the_list(tmp_path: Path) -> None:
    async def act(reader: Driven) -> None:
        await reader.keep()
        row = next(row for row in reader.frame().splitlines() if "8 The beach" in row)
        assert "★" in row[:26]

    drive(Setting(tmp_path, at="the-beach"), act)


def test_a_filter_narrows_the_scene_list_and_the_stepping_and_is_one_key_from_gone(tmp_path: Path) -> None:
    async def act(reader: Driven) -> None:
        await reader.press("f", "down", "enter")
        frame = reader.frame()
        assert "Filter Sam" in frame
        assert "1 Anna's door" in frame
        assert "4 The show" not in frame
        await reader.press("left")
        assert reader.state.reading.beat_ref(reader.state.place).scene == 1
        await reader.press("escape")
        assert "4 The show" in reader.frame()
        assert not reader.state.filter

    drive(Setting(tmp_path, at="the-show"), act)


def test_all_of_them_is_one_key_from_any_of_them(tmp_path: Path) -> None:
    async def act(reader: Driven) -> None:
        await reader.press("f", "space", "down", "down", "down", "space")
        assert "any of them" in reader.frame()
        await reader.press("x")
        assert "all of them together · 1 scene" in reader.frame()
        await reader.press("enter")
        assert isinstance(reader.state.view, TextView)
        assert "Ali and Stéphanie together" in reader.frame()

    drive(Setting(tmp_path, at="the-show"), act)


def test_a_detour_says_so_and_backspace_returns(tmp_path: Path) -> None:
    async def act(reader: Driven) -> None:
        await reader.press("1", "up", "up", "enter")
        assert "Looking back at 6, as it stood then. Backspace returns to 8." in reader.frame()
        await reader.press("backspace")
        assert reader.state.reading.beat_ref(reader.state.place).scene == 8
        assert "Looking back" not in reader.frame()

    drive(Setting(tmp_path, at="the-beach"), act)


@pytest.mark.parametrize("size", [(120, 36), (80, 24)], ids=["wide", "narrow"])
def test_a_scene_is_opened_by_a_click(tmp_path: Path, size: tuple[int, int]) -> None:
    async def act(reader: Driven) -> None:
        if size[0] < 120:
            await reader.press("1")
        rows = reader.frame().splitlines()
        y = next(number for number, row in enumerate(rows) if "3 An ordinary night" in row)
        await reader.pilot.click(offset=(8, y))
        await reader.pilot.pause()
        assert reader.state.reading.beat_ref(reader.state.place).scene == 3

    drive(Setting(tmp_path, at="the-beach", size=size), act)


def test_a_key_at_the_foot_can_be_clicked(tmp_path: Path) -> None:
    async def act(reader: Driven) -> None:
        await reader.pilot.click(offset=(3, 35))
        await reader.pilot.pause()
        assert reader.state.reading.beat_ref(reader.state.place).beat == 2

    drive(Setting(tmp_path, at="the-beach"), act)


def test_the_wheel_never_reads_on(tmp_path: Path) -> None:
    async def act(reader: Driven) -> None:
        reader.screen.text.on_mouse_scroll_down(_wheel(reader))
        await reader.pilot.pause()
        assert reader.state.place == reader.state.reading.frontier
        await reader.press("left")
        reader.screen.text.on_mouse_scroll_down(_wheel(reader))
        await reader.pilot.pause()
        assert reader.state.place == reader.state.reading.frontier

    drive(Setting(tmp_path, at="the-beach:3"), act)


def _wheel(reader: Driven):  # type: ignore[no-untyped-def]  # an event has eleven arguments that do not matter here
    from textual.events import MouseScrollDown  # noqa: PLC0415

    return MouseScrollDown(reader.screen.text, 1, 1, 0, 1, 0, False, False, False)


def test_folding(tmp_path: Path) -> None:
    async def act(reader: Driven) -> None:
        shown = {}
        for width in (130, 120, 119, 96, 95, 60, 59, 30):
            await reader.pilot.resize_terminal(width, 30)
            await reader.pilot.pause()
            panes = (reader.screen.query_one(pane) for pane in ("#scenes", "#side", "#strip"))
            shown[width] = tuple(pane.display for pane in panes)
        full, beside, strip, inline = (True, True, False), (False, True, False), (False, False, True), (False,) * 3
        assert shown == {
            130: full, 120: full, 119: beside, 96: beside, 95: strip, 60: strip, 59: inline, 30: inline,
        }  # fmt: skip

    drive(Setting(tmp_path, at="the-beach"), act)


def test_any_size_is_survived_and_the_place_kept(tmp_path: Path) -> None:
    async def act(reader: Driven) -> None:
        for size in [(1, 1), (20, 5), (2, 40), (300, 2), (7, 7), (120, 36)] * 2:
            await reader.pilot.resize_terminal(*size)
            await reader.press("B", "escape", "f", "escape", "1", "escape", "?", "escape")
        assert reader.state.reading.beat_ref(reader.state.place).scene == 8
        assert "8  The beach" in reader.frame()

    drive(Setting(tmp_path, at="the-beach"), act)


def test_an_over_tall_beat_is_paged_by_space_before_the_next(tmp_path: Path) -> None:
    story = tables(scene("one", beat("word " * 300 + "last"), beat("Next beat.")))

    async def act(reader: Driven) -> None:
        await reader.press("space", "space")
        assert reader.state.place == 1
        while "last" not in reader.frame():
            await reader.press("space")
            assert reader.state.place == 1
        await reader.press("left")
        assert "last" not in reader.frame()
        for _ in range(9):
            await reader.press("space")
        assert reader.state.place > 1

    drive(Setting(tmp_path, written(tmp_path, story), size=(60, 16)), act)


def test_light_and_dark(tmp_path: Path) -> None:
    async def act(reader: Driven) -> None:
        dark = reader.picture()
        await reader.give("light")
        assert reader.frame().split("\n")[:-2] != []
        assert reader.picture() != dark
        assert "#faf6ee" in reader.picture()

    drive(Setting(tmp_path, at="the-beach"), act)
    assert "dark = false" in (tmp_path / "choices.toml").read_text()


def test_the_palette_finds_a_command_by_its_name(tmp_path: Path) -> None:
    async def act(reader: Driven) -> None:
        await reader.press("ctrl+p", *"bookmarks")
        await reader.until(lambda: "Your bookmarks" in reader.frame())
        await reader.pilot.press("enter")
        await reader.pilot.press("enter")
        await reader.until(lambda: isinstance(reader.state.view, BookmarksView))

    drive(Setting(tmp_path, at="the-beach"), act)


def test_every_key_of_the_screen_is_listed(tmp_path: Path) -> None:
    async def act(reader: Driven) -> None:
        await reader.press("?")
        for said in ("The next beat", "Your bookmarks", "Only the scenes of some people", "Leave; your place is kept"):
            assert said in reader.frame()

    drive(Setting(tmp_path, at="the-beach"), act)


HOSTILE = "[sighs] [/i] [@click=app.quit]quit[/] [link=http://x]y[/link] \x1b[31m"


@pytest.mark.parametrize("keys", ["", "space", "space B", "space f", "space 1", "space b enter", "space 3"])
@pytest.mark.parametrize("size", [(120, 36), (80, 24), (50, 20)], ids=str)
def test_markup_in_a_story_is_shown_and_does_nothing(tmp_path: Path, size: tuple[int, int], keys: str) -> None:
    story = tables(
        scene(
            "one",
            beat(
                HOSTILE,
                learn={"ali": HOSTILE},
                bond={"between": ["ali", "bea"], "is": HOSTILE},
                shift={"from": "ali", "to": "bea", "set": 1, "because": HOSTILE},
            ),
            present=["ali", "bea"],
            part=HOSTILE,
            place=HOSTILE,
        ),
        title=HOSTILE,
        byline=HOSTILE,
        content_notes=[HOSTILE],
        about=HOSTILE,
    )
    story["character"][0]["name"] = HOSTILE
    story["scene"][0]["title"] = HOSTILE

    async def act(reader: Driven) -> None:
        for key in keys.split():
            await (reader.keep() if key == "b" else reader.press(key))
        frame = reader.frame()
        assert "[sighs]" in frame.lower()
        assert "\x1b" not in frame
        for y in range(0, size[1], 2):
            await reader.pilot.click(offset=(12, y))
        assert reader.app.is_running

    drive(Setting(tmp_path, written(tmp_path, story), size=size), act)


def test_pressing_b_twice_at_once_keeps_the_beat_once(tmp_path: Path) -> None:
    async def act(reader: Driven) -> None:
        reader.app.simulate_key("b")
        reader.app.simulate_key("b")
        await reader.until(lambda: bool(reader.state.bookmarks.found))
        await reader.press("b")
        assert "★ Kept already" in reader.frame()

    drive(Setting(tmp_path, at="the-beach:3"), act)
    assert len(Shelf(tmp_path, "rust-and-bone").open().kept.bookmarks) == 1


def test_the_wheel_counts_nothing_as_read_though_the_story_is_known(tmp_path: Path) -> None:
    async def act(reader: Driven) -> None:
        await reader.give("know")
        await reader.press("enter")
        for _ in range(4):
            await reader.press("down")
        assert (reader.state.place, reader.state.reading.frontier) == (5, 1)
        await reader.give("hide-unread")
        assert reader.state.place == 1

    drive(Setting(tmp_path, at="annas-door:1"), act)


def test_what_is_kept_while_the_story_is_known_is_not_named_once_it_is_hidden_again(tmp_path: Path) -> None:
    async def act(reader: Driven) -> None:
        await reader.give("know")
        await reader.press("enter", "1", "G", "enter")
        reader.screen.give(command("bookmark"))
        await reader.give("hide-unread")
        await reader.until(lambda: reader.state.bookmarks.further == 1)
        await reader.settle()
        assert "In Warsaw" not in reader.frame()

    drive(Setting(tmp_path, at="annas-door:1"), act)


def test_a_name_of_somebody_not_met_at_an_earlier_place_opens_no_card(tmp_path: Path) -> None:
    async def act(reader: Driven) -> None:
        await reader.press("g", "space", "f")
        rows = reader.frame().splitlines()
        y = next(number for number, row in enumerate(rows) if "Stéphanie" in row)
        await reader.pilot.click(offset=(rows[y].index("Stéphanie") + 2, y))
        await reader.pilot.pause()
        assert reader.state.filter.people == ("stephanie",)
        assert isinstance(reader.state.view, FilterView)

    drive(Setting(tmp_path, at="the-beach:3"), act)


@pytest.mark.parametrize("size", [(100, 36), (80, 24), (50, 20)], ids=str)
def test_reminder_is_read_to_its_end_with_one_key(tmp_path: Path, size: tuple[int, int]) -> None:
    async def act(reader: Driven) -> None:
        assert isinstance(reader.state.view, WhereView)
        seen = ""
        for _ in range(30):
            seen += reader.frame()
            await reader.press("down")
        for said in ("WHERE YOU STOPPED", "BEFORE", "HERE", "LAST CHANGES", "Space goes on"):
            assert said in seen

    async def read(reader: Driven) -> None:
        await reader.press("space")

    setting = Setting(tmp_path, size=size, at="at-the-bar:4")
    drive(setting, read)
    later = Setting(tmp_path, size=size, now=setting.now + timedelta(hours=9))
    drive(later, act)


@pytest.mark.parametrize("size", [(80, 7), (80, 8), (120, 9), (20, 5), (12, 4)], ids=str)
def test_the_text_comes_first_on_a_low_screen(tmp_path: Path, size: tuple[int, int]) -> None:
    async def act(reader: Driven) -> None:
        assert any("▌" in row.text or "…" in row.text for row in reader.screen.text.lines)

    drive(Setting(tmp_path, size=size, at="the-beach:2"), act)


@pytest.mark.parametrize("size", [(40, 12), (30, 10), (80, 24)], ids=str)
def test_the_first_page_names_its_keys_however_low(tmp_path: Path, size: tuple[int, int]) -> None:
    async def act(reader: Driven) -> None:
        assert "Space begins" in " ".join(reader.frame().split())

    drive(Setting(tmp_path, size=size), act)


def test_no_frame_has_lines_of_another_size(tmp_path: Path) -> None:
    async def act(reader: Driven) -> None:
        for width in (120, 90, 50, 130):
            await reader.pilot.resize_terminal(width, 30)
            await reader.pilot.pause()
            assert reader.fits

    drive(Setting(tmp_path, at="the-beach:2"), act)


def test_space_on_a_tall_beat_says_no_to_a_question_too(tmp_path: Path) -> None:
    async def act(reader: Driven) -> None:
        await reader.press("n")
        assert "Skip the rest" in reader.frame()
        await reader.press("space")
        assert reader.state.text.into > 0
        assert "Skip the rest" not in reader.frame()

    drive(Setting(tmp_path, size=(40, 10), at="the-beach:4"), act)


def test_what_is_asked_for_is_said_while_it_is_typed_and_no_longer(tmp_path: Path) -> None:
    async def act(reader: Driven) -> None:
        await reader.press("c", "slash", "a")
        assert "Who? A part of a name" in reader.frame()
        await reader.press("escape")
        assert "Who? A part of a name" not in reader.frame()
        await reader.press("slash", "a", "enter")
        assert "Who? A part of a name" not in reader.frame()

    drive(Setting(tmp_path, at="the-beach:4"), act)


@pytest.mark.parametrize("size", [(120, 36), (50, 4), (1, 1)], ids=str)
def test_page_keys_in_the_palette_are_survived_before_it_has_rows_and_after(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async def act(reader: Driven) -> None:
        reader.app.simulate_key("ctrl+p")
        reader.app.simulate_key("pagedown")
        for _ in range(5):
            await reader.press("pagedown", "pageup")
        await reader.press("escape")
        assert reader.app.screen is reader.screen

    drive(Setting(tmp_path, size=size, at="the-beach"), act)


LONG_BEAT = " ".join(f"This is sentence number {number} of the long beat." for number in range(1, 400))


def test_the_page_of_a_long_beat_stays_at_any_size_and_after_a_restart_and_left_goes_a_page_back(
    tmp_path: Path,
) -> None:
    story = tables(scene("one", beat("First."), beat(LONG_BEAT), beat("Ida arrives.")))

    def text(reader: Driven) -> str:
        return " ".join(" ".join(line.text for line in reader.screen.text.lines).replace("▌", " ").split())

    def first_sentence(reader: Driven) -> str:
        found = re.search(r"number (\d+) of", text(reader))
        assert found
        return found[1]

    seen: list[str] = []

    async def act(reader: Driven) -> None:
        await reader.press(*["space"] * 6)
        seen.append(first_sentence(reader))
        assert "page 5 of" in reader.frame()
        for size in ((100, 50), (60, 14), (100, 20), (100, 30)):
            await reader.pilot.resize_terminal(*size)
            await reader.settle()
            assert f"number {seen[0]} of" in text(reader)
            assert f"page {reader.screen.layout_of_session.pages(reader.state).number} of" in reader.frame()
        assert first_sentence(reader) == seen[0]

    async def come_back(reader: Driven) -> None:
        assert first_sentence(reader) == seen[0]
        while reader.state.place == 2:
            before = text(reader)
            await reader.press("space")
        assert "Ida arrives." in reader.frame()
        await reader.press("left")
        await reader.settle()
        assert text(reader) == before
        assert "number 399 of" in before
        await reader.press("1", "g", "enter", "ctrl+o")
        assert text(reader) == before
        await reader.press("backspace")
        assert reader.state.place == 3

    setting = Setting(tmp_path, written(tmp_path, story), size=(100, 30))
    drive(setting, act)
    drive(setting, come_back)
