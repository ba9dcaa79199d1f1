"""The strip below the text: no frame is drawn around nothing."""

from pathlib import Path

import pytest

from reader.companion.moment import Moment
from reader.companion.reading import Reading
from reader.position import Position
from reader.session.display import DisplayOptions
from reader.tui.strip import strip_lines
from tests.driving import Driven, Setting, drive
from tests.stories import beat, reading, scene, tables, written

EMPTY = tables(scene("one", beat("Rain."), beat("Still rain.")), people=("ali",))


def _moment(read: Reading, place: int) -> Moment:
    return read.reaching(Position(place)).moment(Position(place))


def _rows(moment: Moment, width: int = 80) -> list[str]:
    return [row.text for row in strip_lines(moment, width, DisplayOptions())]


def test_a_strip_without_anybody_says_so() -> None:
    assert _rows(_moment(reading(EMPTY), 1)) == ["─" * 80, "  Nobody is here."]


def test_a_strip_names_those_who_are_there() -> None:
    read = reading(tables(scene("one", beat(), present=["ali"])))
    assert _rows(_moment(read, 1))[1].startswith("  ■\u00a0Ali")


def test_a_meter_that_moved_here_is_told_by_more_than_colour() -> None:
    shift = {"between": ["ali", "bea"], "set": [2, 3], "because": "So."}
    story = tables(scene("one", beat(shift=shift), beat(), present=["ali", "bea"]))
    for place, here in ((1, True), (2, False)):
        words = [
            span for row in strip_lines(_moment(reading(story), place), 80, DisplayOptions()) for span in row.spans
        ]
        assert any(span.bold and span.text.strip() for span in words) == here


@pytest.mark.parametrize("size", [(130, 36), (100, 30), (80, 24), (60, 16), (60, 12), (50, 20), (40, 12)], ids=str)
@pytest.mark.parametrize("at", ["", "one:1"], ids=["opening", "text"])
def test_no_pane_stands_there_blank(tmp_path: Path, size: tuple[int, int], at: str) -> None:
    async def act(reader: Driven) -> None:
        for pane in ("#side", "#strip", "#scenes"):
            drawn = reader.screen.query_one(pane)
            if drawn.display and drawn.size.area:
                assert "Nobody is here." in reader.frame() or pane == "#scenes"
        if at and size[0] >= 60 and size[1] >= 16:
            assert "Nobody is here." in reader.frame()

    drive(Setting(tmp_path, written(tmp_path, EMPTY), size=size, at=at), act)
