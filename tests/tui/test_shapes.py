"""Shapes before names: people on a page who have the same colour are told apart by more than their names."""

import re
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.geometry import Size

from reader.companion.reading import Reading
from reader.position import Position
from reader.session.display import ColourDepth, DisplayOptions
from reader.session.links import OpenCard
from reader.text import Span
from reader.tui.lines import Line
from reader.tui.shapes import moment_with_shapes
from reader.tui.strip import strip_lines
from reader.tui.themes import SHAPES, colours, people_colours, shape
from reader.tui.views.text import Column, Manner
from tests.driving import Driven, Setting, drive
from tests.stories import beat, reading, scene, tables, written

CROWD = tuple(f"person{number}" for number in range(12))
EIGHT = len(people_colours(dark=True))


def _story(*texts: str, **more: object) -> Reading:
    """A scene after one in which the whole crowd is met, in order."""
    read = reading(
        tables(
            scene("zero", beat(), present=list(CROWD)),
            scene("one", *(beat(text) for text in texts), **more),
            people=CROWD,
        )
    )
    return read.reaching(read.end)


def _page(read: Reading, place: int, display: DisplayOptions, *, inline: bool = False) -> Sequence[Line]:
    page = Column().page(read.moment(Position(place)), Size(70, 40), 0, Manner(display, inline=inline))
    return page.lines


def _names(rows: Sequence[Line]) -> list[Span]:
    return [span for row in rows for span in row.spans if isinstance(span.link, OpenCard)]


def _words(rows: Sequence[Line]) -> list[str]:
    return [span.text.replace("\u00a0", " ") for span in _names(rows)]


def test_two_whose_colours_differ_have_no_shapes_in_the_text() -> None:
    read = _story("Person0 and Person1 wait.")
    assert _words(_page(read, 2, DisplayOptions())) == ["Person0", "Person1"]


def test_two_who_share_a_colour_have_each_their_shape_wherever_they_are_named() -> None:
    read = _story(f"Person0 and Person{EIGHT} wait for Person1.", "Person0 goes.")
    first, second = _page(read, 2, DisplayOptions()), _page(read, 3, DisplayOptions())
    assert _words(first) == ["■ Person0", f"▬ Person{EIGHT}", "Person1"]
    assert _words(second) == ["■ Person0", f"▬ Person{EIGHT}", "Person1", "■ Person0"]


def test_a_name_counts_that_stands_only_on_a_card() -> None:
    read = _story("Person0 waits.", present=[f"person{EIGHT}"])
    assert _words(_page(read, 2, DisplayOptions())) == ["■ Person0"]


def test_who_is_far_from_the_page_gives_nobody_a_shape() -> None:
    read = reading(
        tables(
            scene("zero", beat(), present=list(CROWD)),
            scene("one", beat(f"Person{EIGHT} waits.")),
            scene("two", beat("Person0 waits.")),
            people=CROWD,
        )
    )
    assert _words(_page(read.reaching(read.end), 3, DisplayOptions())) == ["Person0"]


def test_with_fewer_colours_more_names_have_shapes() -> None:
    read = _story("Person0 and Person1 wait for Person3.")
    sixteen, none = (DisplayOptions(depth=depth) for depth in (ColourDepth.SIXTEEN, ColourDepth.NONE))
    assert _words(_page(read, 2, sixteen)) == ["■ Person0", "Person1", "♠ Person3"]
    assert _words(_page(read, 2, none)) == ["■ Person0", "◆ Person1", "♠ Person3"]


def test_one_alone_on_a_page_without_colours_needs_no_shape() -> None:
    assert _words(_page(_story("Person0 waits."), 2, DisplayOptions(depth=ColourDepth.NONE))) == ["Person0"]


def test_the_strips_meters_have_the_shapes_too() -> None:
    shift = {"from": "person0", "to": f"person{EIGHT}", "set": 2, "because": "So."}
    read = reading(tables(scene("zero", beat(), present=list(CROWD)), scene("one", beat(shift=shift)), people=CROWD))
    moment = moment_with_shapes(read.reaching(read.end).moment(Position(2)), DisplayOptions())
    assert _words(strip_lines(moment, 80, DisplayOptions())) == ["■ Person0", f"▬ Person{EIGHT}"]


@pytest.mark.parametrize("size", [(120, 36), (80, 24), (50, 20)], ids=str)
@pytest.mark.parametrize("keys", ["", "w", "c enter"], ids=["text", "why", "card"])
def test_they_have_shapes_on_every_screen(tmp_path: Path, size: tuple[int, int], keys: str) -> None:
    shift = {"from": "person0", "to": f"person{EIGHT}", "set": 2, "because": "So."}
    both = ["person0", f"person{EIGHT}"]
    story = tables(
        scene("zero", beat(), present=list(CROWD)), scene("one", beat(shift=shift), present=both), people=CROWD
    )

    async def act(reader: Driven) -> None:
        await reader.press(*keys.split())
        await reader.settle()
        assert (f"▬ Person{EIGHT}" if keys == "c enter" else f"■ Person0 → ▬ Person{EIGHT}") in reader.frame()

    drive(Setting(tmp_path, written(tmp_path, story), size, at="one:1"), act)


@given(
    # Without colours the shapes alone tell people apart, as long as there are enough of them.
    st.lists(st.lists(st.sampled_from(CROWD[: len(SHAPES)]), min_size=1, max_size=6), min_size=1, max_size=8),
    st.sampled_from(ColourDepth),
    st.booleans(),
)
def test_on_the_page_of_a_beat_no_two_names_of_it_look_alike_and_no_name_drawn_before_moves(
    named: list[list[str]], depth: ColourDepth, inline: bool
) -> None:
    read = _story(*(" and ".join(person.capitalize() for person in people) for people in named))
    display, looks = DisplayOptions(depth=depth), colours(dark=True, depth=depth)
    before: list[str] = []
    for place in range(2, len(named) + 2):
        page = _page(read, place, display, inline=inline)
        rows = [row.text.replace("▌", " ") for row in page]
        assert rows[: len(before)] == before, "text does not move under the eye"
        before = rows
        seen: dict[tuple[str, str], str] = {}
        for span in _names([row for row in page if "▌" in row.text]):
            shaped, person = re.fullmatch("(\\W?)\u00a0?(\\w+)", span.text).groups()  # type: ignore[union-attr]
            rank = CROWD.index(person.lower())
            assert shaped in ("", shape(rank))
            assert seen.setdefault((looks.colour(span.role), shaped), person) == person
