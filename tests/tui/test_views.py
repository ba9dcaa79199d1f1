"""What the companion adds to a pager: cards, cast, receipts, recap, pins, and coming back after a while."""

from datetime import timedelta
from pathlib import Path

import pytest

from reader.session.state import TextView
from reader.session.views.card import CardView
from reader.session.views.cast import CastView
from reader.session.views.companion import CompanionView
from reader.session.views.where import WhereView
from reader.session.views.why import WhyView
from reader.shelf.settings import Settings
from reader.shelf.shelf import Shelf
from reader.tui.pane import LinePane
from tests.driving import Driven, Setting, drive
from tests.stories import beat, scale, scene, tables, written

STORY = Path(__file__).parent / "pier.toml"


def test_why_tells_each_shift_and_enter_goes_there_as_a_detour(tmp_path: Path) -> None:
    async def act(reader: Driven) -> None:
        await reader.press("w")
        frame = reader.frame()
        for said in ("Why · Ida and Per", "The rope was all she had asked of him.", "▼ close → neutral", "how far one"):
            assert said in frame
        await reader.press("enter")
        assert isinstance(reader.state.view, TextView)
        assert reader.state.reading.beat_ref(reader.state.place).scene == 1
        assert "Looking back at 1, as it stood then. Backspace returns to 2." in reader.frame()

    drive(Setting(tmp_path, STORY, at="noon:1"), act)


def test_tab_asks_about_the_next_pair(tmp_path: Path) -> None:
    async def act(reader: Driven) -> None:
        await reader.press("w")
        assert "Why · Ida and Stéphanie" in reader.frame()
        await reader.press("tab")
        assert "Why · Ida and Per" in reader.frame()
        await reader.press("tab")
        assert "Why · Ida and Stéphanie" in reader.frame()

    drive(Setting(tmp_path, STORY, at="noon:2"), act)


def test_why_over_a_card_asks_about_that_person_and_escape_returns_to_the_card(tmp_path: Path) -> None:
    async def act(reader: Driven) -> None:
        await reader.press("c", "down", "enter", "w")
        assert "Why · Ida and Per" in reader.frame()
        await reader.press("tab")
        assert "Why · Ida and Per" in reader.frame()
        await reader.press("escape")
        assert reader.state.view == CardView("per")

    drive(Setting(tmp_path, STORY, at="noon:2"), act)


def test_a_meter_is_asked_by_a_click(tmp_path: Path) -> None:
    async def act(reader: Driven) -> None:
        rows = reader.frame().splitlines()
        y = next(number for number, row in enumerate(rows) if "├" in row)
        await reader.pilot.click(offset=(95, y))
        await reader.pilot.pause()
        assert isinstance(reader.state.view, WhyView)

    drive(Setting(tmp_path, STORY, at="noon:1"), act)


def test_a_pinned_pair_stays_in_sight_also_after_leaving(tmp_path: Path) -> None:
    async def pin(reader: Driven) -> None:
        await reader.press("space", "space")
        assert "BETWEEN THEM" not in reader.frame()
        await reader.press("p", "p", "n", "w")
        await reader.keep("v")
        assert "pinned" in reader.frame()

    async def look(reader: Driven) -> None:
        await reader.press("G")
        assert "BETWEEN THEM" in reader.frame()
        assert "pinned" in reader.frame()

    drive(Setting(tmp_path, STORY, at="noon:2"), pin)
    assert len(Shelf(tmp_path, "pier").open().kept.pins) == 1
    drive(Setting(tmp_path, STORY), look)


def test_a_name_in_the_text_opens_the_card_by_a_click(tmp_path: Path) -> None:
    async def act(reader: Driven) -> None:
        rows = reader.frame().splitlines()
        y, x = next((n, row.index("Stéphanie")) for n, row in enumerate(rows) if "It is Stéphanie" in row)
        await reader.pilot.click(offset=(x + 2, y))
        await reader.pilot.pause()
        assert "first seen 2 Noon" in reader.frame()

    drive(Setting(tmp_path, STORY, at="noon:2"), act)


def test_a_key_walks_the_names_on_the_page_and_enter_opens_the_card(tmp_path: Path) -> None:
    async def act(reader: Driven) -> None:
        await reader.press("i")
        assert any(span.lit for row in reader.screen.text.lines for span in row.spans)
        await reader.press("i", "enter")
        assert reader.state.view == CardView("ida")
        await reader.press("escape")
        assert isinstance(reader.state.view, TextView)

    drive(Setting(tmp_path, STORY, at="noon:2"), act)


def _names(reader: Driven) -> list[str]:
    """The first words of the names in the cast, from top to bottom."""
    return [line.text.split()[1] for line in reader.screen.text.lines if line.text.strip()[:1] in tuple("■◆♣")]


def test_the_cast_is_sorted_in_three_ways(tmp_path: Path) -> None:
    """Met: Cy, Ali, Bea. Last seen: Cy again in the last scene, and before him Bea."""
    first, second = scene("one", beat(), present=["cy", "ali"]), scene("two", beat(), present=["bea"])
    story = written(tmp_path, tables(first, second, scene("three", beat(), present=["cy"])))

    async def act(reader: Driven) -> None:
        await reader.press("c")
        assert "in the order met" in reader.frame()
        assert _names(reader) == ["Cy", "Ali", "Bea"]
        await reader.press("o")
        assert "last seen first" in reader.frame()
        assert _names(reader) == ["Cy", "Bea", "Ali"]
        await reader.press("o")
        assert "by name" in reader.frame()
        assert _names(reader) == ["Ali", "Bea", "Cy"]
        await reader.press("o")
        assert _names(reader) == ["Cy", "Ali", "Bea"]

    drive(Setting(tmp_path, story, at="three:1"), act)


def test_the_cast_is_searched_and_leads_to_cards(tmp_path: Path) -> None:
    async def act(reader: Driven) -> None:
        await reader.press("c")
        assert _names(reader) == ["Ida", "Per", "Stéphanie"]
        await reader.press("slash", *"stephan", "enter")
        assert _names(reader) == ["Stéphanie"]
        await reader.press("enter")
        assert "first seen 2 Noon" in reader.frame()
        await reader.press("escape")
        assert isinstance(reader.state.view, CastView)

    drive(Setting(tmp_path, STORY, at="evening:1"), act)


def test_the_cast_is_not_searched_by_names_to_come(tmp_path: Path) -> None:
    async def act(reader: Driven) -> None:
        await reader.press("c", "slash", *"dahl", "enter")
        assert "Nobody met is called “dahl”." in reader.frame()

    drive(Setting(tmp_path, STORY, at="boat:2"), act)


def test_a_card_shows_names_facts_and_what_was_before(tmp_path: Path) -> None:
    async def act(reader: Driven) -> None:
        await reader.press("c", "down", "enter")
        frame = reader.frame()
        for said in ("Per Dahl", "also the young man", "From the other side, he says.", "BEFORE", "FROM OTHERS"):
            assert said in frame
        assert "From the other side of the water." in frame.split("BEFORE")[1]

    drive(Setting(tmp_path, STORY, at="noon:1"), act)


def test_the_recap_holds_finished_scenes_only(tmp_path: Path) -> None:
    async def act(reader: Driven) -> None:
        await reader.press("r")
        assert "Ida hands a stranger the rope of her boat." in " ".join(reader.frame().split())
        assert "slip." not in reader.frame()

    drive(Setting(tmp_path, STORY, at="noon:2"), act)


def _away(setting: Setting, hours: float) -> Setting:
    setting.now += timedelta(hours=hours)
    return setting


async def _read_on(reader: Driven) -> None:
    await reader.press("space")


@pytest.mark.parametrize(("hours", "told"), [(9, True), (7, False), (-9, False)])
def test_back_after_eight_hours_the_reader_is_told_what_was(tmp_path: Path, hours: float, told: bool) -> None:
    async def act(reader: Driven) -> None:
        assert isinstance(reader.state.view, WhereView) is told
        if told:
            frame = reader.frame()
            for said in ("Where you are", "BEFORE", "LAST CHANGES", "HERE", "WHERE YOU STOPPED", "Somebody laughs"):
                assert said in frame
            place = reader.state.place
            await reader.press("space")
            assert (reader.state.view, reader.state.place) == (TextView(), place)
            await reader.press("space")
            assert "3  The lamp" in reader.frame()

    setting = Setting(tmp_path, STORY, at="noon:1")
    drive(setting, _read_on)
    drive(_away(Setting(tmp_path, STORY), hours), act)


async def _to_noon(reader: Driven) -> None:
    await reader.press("space", "space", "space")


@pytest.mark.parametrize("size", [(120, 36), (80, 24), (50, 20)], ids=str)
def test_who_comes_back_is_told_each_change_in_one_line_and_from_which_scene_on(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    """Ida was warm, then close, then neutral toward Per: that is one line."""

    async def act(reader: Driven) -> None:
        seen = reader.frame()
        await reader.press("G")
        seen += reader.frame()
        assert "Where you are" in seen
        assert "LAST CHANGES, FROM SCENE 1 TO HERE" in seen
        told = "\n".join(row.text.replace("\u00a0", " ") for row in reader.screen.text.lines)
        assert told.count("Ida → Per") == 1
        assert "Ida → Per  new: neutral" in told

    drive(Setting(tmp_path, STORY, size, at="boat:2"), _to_noon)
    drive(_away(Setting(tmp_path, STORY, size), 9), act)


@pytest.mark.parametrize("size", [(120, 36), (96, 30)], ids=str)
def test_the_companion_beside_the_text_is_gone_through_while_the_text_stays(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async def act(reader: Driven) -> None:
        await reader.press("3")
        assert "Somebody laughs" in reader.frame()
        assert "3 on stage" in reader.frame()
        await reader.press("G")
        assert any(row.lit for row in reader.screen.query_one("#side", LinePane).lines)
        assert "Per → Ida" in "".join(row.text for row in reader.screen.query_one("#side", LinePane).lines)
        await reader.press("enter")
        assert reader.state.view == WhyView(("ida", "per"))
        await reader.press("escape", "escape")
        assert isinstance(reader.state.view, TextView)

    drive(Setting(tmp_path, STORY, size, at="noon:2"), act)


def test_a_count_in_the_companion_opens_its_list(tmp_path: Path) -> None:
    async def act(reader: Driven) -> None:
        rows = reader.frame().splitlines()
        y = next(number for number, row in enumerate(rows) if "+2 more" in row)
        await reader.pilot.click(offset=(rows[y].index("+2 more") + 2, y))
        await reader.pilot.pause()
        assert isinstance(reader.state.view, CompanionView)

    drive(Setting(tmp_path, STORY, (100, 30), at="noon:2"), act)


def test_the_list_of_scenes_is_there_on_the_last_page_too(tmp_path: Path) -> None:
    async def act(reader: Driven) -> None:
        await reader.press("space", "1")
        assert "The lamp" in reader.frame()
        await reader.press("enter")
        assert reader.state.reading.beat_ref(reader.state.place).scene == 3

    drive(Setting(tmp_path, STORY, at="evening:2"), act)


def test_reading_again_asks_first_hides_everything_and_keeps_the_bookmarks(tmp_path: Path) -> None:
    async def act(reader: Driven) -> None:
        await reader.keep()
        await reader.give("again")
        assert "Read again from the start?" in reader.frame()
        await reader.press("enter")
        await reader.until(lambda: reader.state.kept.reading == 2)
        assert reader.state.reading.people() == ()
        await reader.press("space", "B")
        assert "1 further on" in reader.frame()
        assert "Somebody laughs" not in reader.frame()

    async def later(reader: Driven) -> None:
        assert reader.state.place == 1
        assert reader.state.bookmarks.further == 1

    drive(Setting(tmp_path, STORY, at="noon:2"), act)
    drive(Setting(tmp_path, STORY), later)


def test_knowing_the_story_is_kept_and_undone_without_touching_the_frontier(tmp_path: Path) -> None:
    async def act(reader: Driven) -> None:
        assert len(reader.state.reading.known.scenes) == 3
        assert reader.state.reading.frontier == 0

    async def undo(reader: Driven) -> None:
        assert len(reader.state.reading.known.scenes) == 3
        await reader.give("hide-unread")
        await reader.until(lambda: not reader.state.kept.know)
        assert not reader.state.reading.known.scenes

    drive(Setting(tmp_path, STORY, know=True), act)
    drive(Setting(tmp_path, STORY), undo)


def test_the_length_is_hidden_by_a_choice_that_is_kept_or_by_the_settings(tmp_path: Path) -> None:
    async def act(reader: Driven) -> None:
        assert "scene 1 of 3 · beat 2 of 3" in reader.frame()
        await reader.give("length")
        await reader.until(lambda: reader.state.kept.hide_length is True)
        assert "scene 1 · beat 2" in reader.frame()

    async def look(reader: Driven) -> None:
        assert "of 3" not in reader.frame()

    drive(Setting(tmp_path, STORY, at="boat:2"), act)
    drive(Setting(tmp_path, STORY), look)
    drive(Setting(tmp_path / "other", STORY, at="boat:2", settings=Settings(hide_length=True)), look)


def test_numbers_stand_beside_the_words_where_they_are_wanted(tmp_path: Path) -> None:
    async def act(reader: Driven) -> None:
        assert "▼ close → neutral (5 → -1)" in reader.frame()
        assert "▼ neutral (-1)" in reader.frame()
        await reader.give("numbers")
        assert "(-1)" not in reader.frame()

    drive(Setting(tmp_path, STORY, at="noon:1", settings=Settings(numbers=True)), act)


@pytest.mark.parametrize(
    ("told", "shown"), [("all", ["close → neutral", "still warm"]), ("word", ["close → neutral"]), ("none", [])]
)
def test_what_is_told_under_a_beat_is_a_setting(tmp_path: Path, told: str, shown: list[str]) -> None:
    async def act(reader: Driven) -> None:
        text = "\n".join(row.text for row in reader.screen.text.lines)
        assert [words for words in ("close → neutral", "still warm") if words in text] == shown

    drive(Setting(tmp_path, STORY, at="noon:1", settings=Settings.model_validate({"told": told})), act)


def test_keys_are_changed_by_the_settings(tmp_path: Path) -> None:
    async def act(reader: Driven) -> None:
        await reader.press("z")
        assert reader.state.place == 2

    drive(Setting(tmp_path, STORY, at="boat:1", settings=Settings(keys={"next": "z"})), act)


def test_a_story_with_several_scales_names_them(tmp_path: Path) -> None:
    shifts = [
        {"from": "ali", "to": "bea", "set": 4, "because": "One.", "scale": "closeness"},
        {"from": "ali", "to": "bea", "set": -4, "because": "Two.", "scale": "trust"},
    ]
    story = tables(scene("one", beat(shift=shifts), present=["ali", "bea"]))
    story["scale"].append(scale("trust"))

    async def act(reader: Driven) -> None:
        assert "Ali → Bea · Closeness  new: warm" in reader.frame()
        assert "Ali → Bea · Trust" in reader.frame()

    drive(Setting(tmp_path, written(tmp_path, story), at="one:1"), act)


@pytest.mark.parametrize("size", [(120, 36), (80, 24), (50, 20)], ids=str)
def test_a_crowd_on_stage_leaves_the_pane_useful(tmp_path: Path, size: tuple[int, int]) -> None:
    crowd = tuple(f"person{n}" for n in range(25))
    ring = [{"from": a, "to": b, "set": 3, "because": "So."} for a, b in zip(crowd, crowd[1:] + crowd[:1], strict=True)]
    here = {"from": "person3", "to": "person9", "set": -9, "because": "Here it moved."}
    story = tables(
        scene("zero", beat(shift=ring)),
        scene("one", beat(shift=here), present=list(crowd)),
        people=crowd,
    )

    async def act(reader: Driven) -> None:
        frame = reader.frame()
        assert "Here it moved." in frame
        if size[0] >= 60:
            assert "more" in frame
            assert "♠ Person3 → ▚ Person9" in frame

    drive(Setting(tmp_path, written(tmp_path, story), size, at="one:1"), act)


@pytest.mark.parametrize("size", [(30, 12), (50, 12), (80, 12), (40, 8)], ids=str)
def test_the_end_page_says_on_a_low_screen_too_that_this_is_the_end(tmp_path: Path, size: tuple[int, int]) -> None:
    async def act(reader: Driven) -> None:
        await reader.press("space")
        lines = [line.text.strip() for line in reader.screen.text.lines]
        assert "The end." in lines
        assert lines[-1] == "…", "what is left out is not left out silently"

    drive(Setting(tmp_path, STORY, size, at="evening:2"), act)
