"""The meter and the change under a beat, as drawn and in words."""

import itertools
from dataclasses import replace

import pytest
from rich.cells import cell_len

from reader.companion.meters import Meter, ShiftChange
from reader.companion.values import BeatRef, Direction, Person, Scale
from reader.position import Position
from reader.session.display import DisplayOptions
from reader.tui.meter import bar, direction_rows, meter_lines, other_rows
from reader.tui.phrases import change_line, change_words, meter_word
from tests.stories import WORDS

ALI, ANNA = Person("ali", "Ali", 0), Person("anna", "Anna", 1)
SCALE = Scale("closeness", "Closeness", "how near", -10, 10, WORDS, 0)


def _meter(before: int | None, value: int, *, here: bool = True) -> Meter:
    spot = BeatRef(Position(9), 3, "A scene", 2)
    return Meter(
        Direction("ali", "anna", "closeness"), ALI, ANNA, SCALE, value, before, spot, "So it is.", here, in_scene=here
    )


def _change(before: int | None, after: int, *, both: bool = False) -> ShiftChange:
    return ShiftChange(ALI, ANNA, both, SCALE, before, after, "So it is.")


def _spaced(words: str) -> str:
    """Words with plain spaces, where an arrow is never parted from its word."""
    return words.replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("before", "value", "drawn"),
    [
        (None, 0, "├··········●··········┤"),
        (None, -10, "├●·········┼··········┤"),
        (0, 10, "├··········○─────────●┤"),
        (5, -3, "├·······●───────○·····┤"),
        (3, 3, "├··········┼··●·······┤"),
    ],
)
def test_the_bar_spans_the_declared_range(before: int | None, value: int, drawn: str) -> None:
    assert bar(_meter(before, value), 23).text == drawn


def test_the_bar_never_grows_beyond_its_room() -> None:
    assert all(cell_len(bar(_meter(-2, 4), width).text) <= max(width, 5) for width in range(1, 60))


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        (None, 3, "new: warm"),
        (3, 6, "▲ warm → close"),
        (3, 2, "▼ still warm"),
        (3, -8, "▼ warm → hostile"),
        (3, 3, "still warm"),
    ],
)
def test_a_change_is_told_in_words(before: int | None, after: int, words: str) -> None:
    assert _spaced(change_words(SCALE, before, after, DisplayOptions())) == words


def test_a_change_both_ways_is_one_line() -> None:
    assert change_line(_change(None, 3, both=True), 0, DisplayOptions()).text == "Ali ⇄ Anna  new: warm"
    assert _spaced(change_line(_change(3, 6), 12, DisplayOptions()).text) == "Ali → Anna    ▲ warm → close"


@pytest.mark.parametrize(("value", "word"), [(-10, 0), (-8, 0), (-7, 1), (0, 3), (1, 3), (2, 4), (10, 6)])
def test_a_value_has_the_word_of_its_band(value: int, word: int) -> None:
    assert SCALE.word(value) == WORDS[word]


def test_every_band_of_an_even_scale_has_the_same_width() -> None:
    words = [SCALE.word(value) for value in range(-10, 11)]
    assert {word: words.count(word) for word in WORDS} == dict.fromkeys(WORDS, 3)


def test_a_meter_gives_direction_word_bar_reason_and_where() -> None:
    rows = [_spaced(row.text) for row in meter_lines(_meter(3, 6), 36, DisplayOptions())]
    assert rows[0] == "Ali → Anna                   ▲ close"
    assert rows[1] == "  ├··········┼··○──●····┤"
    assert rows[2] == "  So it is.                     here"
    assert meter_lines(_meter(3, 6, here=False), 36, DisplayOptions())[2].text.endswith("scene 3")
    assert meter_lines(_meter(3, 6, here=False), 36, DisplayOptions(), pinned=True)[2].text.endswith("pinned · scene 3")


@pytest.mark.parametrize("width", [12, 25, 30, 40, 90])
@pytest.mark.parametrize(("low", "high"), [(-10, 10), (-5, 5), (0, 1), (-200, 200)])
def test_no_move_is_hidden_however_narrow_the_bar(low: int, high: int, width: int) -> None:
    scale = replace(SCALE, low=low, high=high)
    for before, value in zip(range(low, high), range(low + 1, high + 1), strict=True):
        for one in ((before, value), (value, before)):
            drawn = bar(replace(_meter(*one), scale=scale), width).text
            assert (drawn.index("○") < drawn.index("●")) is (one[0] < one[1])


def test_values_are_equally_far_apart_on_the_bar() -> None:
    places = [bar(_meter(None, value), 30).text.index("●") for value in range(-10, 11)]
    assert len({after - before for before, after in itertools.pairwise(places)}) == 1


def test_an_arrow_marks_a_move_of_this_scene_and_no_older_one() -> None:
    moved = _meter(3, 6)
    assert _spaced(meter_word(moved, DisplayOptions())) == "▲ close"
    assert _spaced(meter_word(replace(moved, here=False), DisplayOptions())) == "▲ close"
    assert meter_word(replace(moved, here=False, in_scene=False), DisplayOptions()) == "close"


LONG = "Anna's partner from the supermarket"


def test_a_meter_whose_names_do_not_fit_takes_two_rows_and_keeps_its_word() -> None:
    moved = replace(_meter(3, 6), source=replace(ALI, name=LONG))
    rows = [_spaced(row.text) for row in direction_rows(moved, 30, DisplayOptions(), whole=False)]
    assert rows == ["Anna's partner from the super…", "  → Anna               ▲ close"]
    whole = [_spaced(row.text) for row in direction_rows(moved, 30, DisplayOptions(), whole=True)]
    assert whole == ["Anna's partner from the", "supermarket", "  → Anna               ▲ close"]


def test_on_a_card_only_the_others_name_stands_in_a_meter() -> None:
    (row,) = other_rows(ANNA, _meter(3, 6), 30, DisplayOptions())
    assert _spaced(row.text) == "Anna                   ▲ close"
    rows = other_rows(replace(ANNA, name=LONG), _meter(3, 6), 30, DisplayOptions())
    assert [_spaced(row.text) for row in rows] == ["Anna's partner from the", "supermarket            ▲ close"]
