"""Shifts: what they move, what they must say, and the range they must not leave."""

from pathlib import Path

import pytest

from reader.story.model import Shift
from tests.story.authoring import TRUST, loaded, loaded_beat, story_with, told


@pytest.mark.parametrize(
    ("shift", "moves"),
    [
        ('from = "ali", to = "bea", set = 3', [("ali", "bea", 3)]),
        ('from = "ali", to = "bea", by = -3', [("ali", "bea", -3)]),
        ('between = ["ali", "bea"], set = 3', [("ali", "bea", 3), ("bea", "ali", 3)]),
        ('between = ["ali", "bea"], set = [4, 6]', [("ali", "bea", 4), ("bea", "ali", 6)]),
        ('between = ["ali", "bea"], by = [1, -2]', [("ali", "bea", 1), ("bea", "ali", -2)]),
        ('between = ["ali", "bea"], by = 0', [("ali", "bea", 0), ("bea", "ali", 0)]),
    ],
)
def test_a_shift_moves_first_toward_second_and_second_toward_first(
    tmp_path: Path, shift: str, moves: list[tuple[str, str, int]]
) -> None:
    beat = loaded_beat(tmp_path, f'shift = {{ {shift}, because = "She came." }}')
    assert list(beat.shift[0].moves()) == moves


WRONG_SHIFTS = [
    ('from = "ali", to = "bea", because = "x"', ": a shift has either 'set' or 'by'"),
    ('from = "ali", to = "bea", set = 1, by = 1, because = "x"', ": a shift has either 'set' or 'by'"),
    ('set = 1, because = "x"', ": a shift has either 'between', or 'from' and 'to'"),
    (
        'between = ["ali", "bea"], to = "bea", set = 1, because = "x"',
        ": a shift has either 'between', or 'from' and 'to'",
    ),
    ('from = "ali", set = 1, because = "x"', ": 'from' and 'to' go together"),
    ('from = "ali", to = "bea", set = [1, 2], because = "x"', ": two values need 'between'; 'from' and 'to' take one"),
    ('from = "ali", to = "bea", set = 1', ": 'because' is missing"),
    ('between = ["ali"], set = 1, because = "x"', ", 'between': this wants two items"),
    ('between = ["ali", "bea", "ali"], set = 1, because = "x"', ", 'between': this wants 2 items, not more"),
    ('between = ["ali", "bea"], set = [1, 2, 3], because = "x"', ", 'set': this wants 2 items, not more"),
    ('between = ["ali", "bea"], set = [1], because = "x"', ", 'set': this wants two items"),
    ('between = ["ali", "bea"], set = { a = 1 }, because = "x"', ", 'set': this wants a whole number, or two"),
    ('from = "ali", to = "bea", set = 1.5, because = "x"', ", 'set': this wants a whole number"),
    ('from = "ali", to = "bea", set = nan, because = "x"', ", 'set': this wants a whole number"),
    ('from = "ali", to = "bea", set = true, because = "x"', ", 'set': this wants a whole number"),
    ('from = "ali", to = "bea", by = "1", because = "x"', ", 'by': this wants a whole number"),
    (
        'from = "ali", to = "bea", set = 1, because = " "',
        ", 'because': this is empty: write something",
    ),
    (
        'from = "ali", to = "bea", set = 999999999999, because = "x"',
        ", 'set': a number here is at least -1,000,000 and at most 1,000,000",
    ),
    ('from = "ali", to = "ali", set = 1, because = "x"', ': "ali" is named twice\n    Name two people.'),
]


@pytest.mark.parametrize(("shift", "line"), WRONG_SHIFTS)
def test_exactly_one_of_each_choice_and_because_always(tmp_path: Path, shift: str, line: str) -> None:
    assert told(tmp_path, story_with(f"shift = {{ {shift} }}")) == f'story.toml:17: scene "one", beat 1, shift 1{line}'


def move(number: str, scale: str = "closeness") -> str:
    return f'shift = {{ from = "ali", to = "bea", {number}, scale = "{scale}", because = "x" }}'


@pytest.mark.parametrize(
    "lines", [move("by = 2", "trust"), move("by = -2", "trust"), move("by = 10"), move("set = -10")]
)
def test_a_first_by_starts_from_the_start_of_the_scale(tmp_path: Path, lines: str) -> None:
    assert loaded(tmp_path, story_with(lines, tables=TRUST))


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        (move("set = 11"), "shift 1, 'set': ali toward bea would be 11, outside -10 to 10"),
        (move("by = 3", "trust"), "shift 1, 'by': ali toward bea would be 5, outside 0 to 4"),
        (move("by = -3", "trust"), "shift 1, 'by': ali toward bea would be -1, outside 0 to 4"),
    ],
)
def test_leaving_the_range_is_an_error(tmp_path: Path, lines: str, said: str) -> None:
    assert told(tmp_path, story_with(lines, tables=TRUST)) == f'story.toml:24: scene "one", beat 1, {said}'


def test_shifts_of_one_beat_apply_as_listed_and_later_beats_after_them(tmp_path: Path) -> None:
    nine = '{ from = "ali", to = "bea", set = 9, because = "x" }'
    first = f"shift = [{nine}, {nine.replace('set = 9', 'by = 1')}]"
    second = '[[scene.beat]]\ntext = "More."\nshift = { between = ["ali", "bea"], by = 1, because = "x" }'
    said = "shift 1, 'by': ali toward bea would be 11, outside -10 to 10"
    assert told(tmp_path, story_with(f"{first}\n{second}")) == f'story.toml:17: scene "one", beat 2, {said}'


def test_a_story_with_more_than_one_scale_names_the_scale(tmp_path: Path) -> None:
    shift = 'shift = { from = "ali", to = "bea", set = 1, because = "x" }'
    assert loaded_beat(tmp_path, shift).shift[0] == Shift.model_validate(
        {"from": "ali", "to": "bea", "set": 1, "because": "x"}
    )
    assert told(tmp_path, story_with(shift, tables=TRUST)) == (
        "story.toml:24: scene \"one\", beat 1, shift 1: 'scale' is missing\n"
        '    The story has more than one: "closeness", "trust".'
    )


def test_a_story_without_a_scale_has_no_shifts(tmp_path: Path) -> None:
    text = story_with(move("set = 1").replace('scale = "closeness", ', ""))
    without = text[: text.index("[[scale]]")] + text[text.index("[[character]]") :]
    assert told(tmp_path, without).endswith(
        "shift 1: the story has no scale\n    Add a [[scale]] above the characters."
    )
