"""The scene list: a window around the reader in which every part that is named has scenes below its name."""

import itertools

from hypothesis import example, given
from hypothesis import strategies as st
from textual.geometry import Size

from reader.companion.values import SceneRow
from reader.position import Position
from reader.tui.draw.scenes import SceneList, scene_lines


def _rows(parts: list[int]) -> list[SceneRow]:
    """Scenes in parts of so many each."""
    named = [f"part {number}" for number, count in enumerate(parts) for _ in range(count)]
    return [SceneRow(n, f"s{n}", f"Scene {n}", Position(n), part, False) for n, part in enumerate(named, start=1)]


@example([6, 6, 5], 17)
@given(st.lists(st.integers(1, 6), min_size=1, max_size=8), st.integers(4, 30))
def test_the_scene_of_the_cursor_is_there_and_no_part_is_named_for_nothing(parts: list[int], height: int) -> None:
    rows = _rows(parts)
    for cursor in range(len(rows)):
        lines = scene_lines(SceneList(rows, cursor + 1, frozenset(), cursor), Size(25, height))
        assert len(lines) <= height
        assert next(line for line in lines if line.lit).text.strip().endswith(f"Scene {cursor + 1}")
        for line, after in itertools.pairwise(lines):
            if line.spans and line.target is None:
                assert after.target, f"{line.text} stands above nothing"
