"""The scene list: a window around the reader in which every part that is named has scenes below its name."""

import itertools
from collections.abc import Sequence

from hypothesis import example, given
from hypothesis import strategies as st
from textual.geometry import Size

from reader.position import Position
from reader.session.commands import usual_keys
from reader.session.no_screen import NoScreen
from reader.session.state import State
from reader.session.views.scenes import ScenesView
from reader.shelf.kept import Kept
from reader.text import Span
from reader.tui.lines import Line, line
from reader.tui.listing import Item, LazyRows, Listing, row
from reader.tui.views.scenes import scenes_listing
from reader.tui.window import window
from tests.stories import Tables, beat, reading, scene, tables


def _read(parts: list[int]) -> State:
    """A reader at the last of some scenes, each a beat, in parts of so many each."""
    scenes: list[Tables] = []
    for part, count in enumerate(parts):
        for number in range(count):
            name = {"part": f"Part {part}"} if not number else {}
            scenes.append(scene(f"s{len(scenes)}", beat(), title=f"Scene {len(scenes) + 1}", **name))
    read = reading(tables(*scenes)).reaching(Position(len(scenes)))
    return State(read, Kept(story="test"), usual_keys(), NoScreen(), place=Position(len(scenes)))


def _lines(listing: Listing, cursor: int | None, height: int) -> Sequence[Line]:
    return window(listing, cursor, 0, Size(25, height)).lines


@example([6, 6, 5], 17)
@given(st.lists(st.integers(1, 6), min_size=1, max_size=8), st.integers(4, 30))
def test_the_scene_of_the_cursor_is_there_and_no_part_is_named_for_nothing(parts: list[int], height: int) -> None:
    state = _read(parts)
    listing = scenes_listing(ScenesView(), state, 25)
    for cursor in range(sum(parts)):
        lines = _lines(listing, cursor, height)
        assert len(lines) <= height
        assert next(one for one in lines if one.lit).text.strip(" ▸").endswith(f"Scene {cursor + 1}")
        for one, after in itertools.pairwise(lines):
            if one.spans and one.link is None:
                assert after.link, f"{one.text} stands above nothing"


def test_without_a_cursor_the_list_stands_around_the_readers_own_scene() -> None:
    lines = _lines(scenes_listing(None, _read([20]), 25), None, 8)
    assert not any(one.lit for one in lines)
    assert "▸  20 Scene 20" in [one.text.rstrip() for one in lines]


def test_a_list_that_grows_with_the_story_makes_only_the_items_that_are_seen() -> None:
    made: list[int] = []

    def item(number: int) -> Item:
        made.append(number)
        return row(line(Span(f"{number}")))

    _lines(Listing(LazyRows(10_000, item), centred=True), 5_000, 12)
    assert 12 <= len(made) <= 30
    made.clear()
    drawn = window(Listing(LazyRows(10_000, item), "Long"), 5_000, 4_990, Size(40, 12))
    assert drawn.shown == 9
    assert len(set(made)) <= 30
