"""A scene on the command line: by its number or its id, and what is said of one that is not there."""

import pytest

from reader.position import Anchor, Position
from reader.problems import Problem
from reader.session.named_positions import position_named
from tests.session.states import three_scenes
from tests.spoilers import with_other_future
from tests.stories import beat, reading, scene, tables


@pytest.mark.parametrize(
    ("name", "position"),
    [("1", 1), ("1:2", 2), ("2", 3), ("2:3", 5), ("3", 6), ("one", 1), ("two:2", 4), ("3:1", 6), ("03", 6)],
)
def test_a_scene_is_named_by_its_number_or_its_id_with_a_beat_of_it(name: str, position: int) -> None:
    assert position_named(three_scenes(), name) == position


@pytest.mark.parametrize("name", ["0", "4", "1:3", "1:0", "1.5", "²", "9" * 5000, "one:9", "thre", "1:2:3", ":", ""])
def test_a_name_of_nothing_is_a_problem(name: str) -> None:
    problem = position_named(three_scenes(), name)
    assert isinstance(problem, Problem)
    assert "no scene or beat" in problem.message


def test_an_id_that_looks_like_a_number_is_an_id() -> None:
    read = reading(tables(scene("2", beat("A.")), scene("1", beat("B.")), scene("3:2", beat("C."))))
    assert position_named(read, "2") == 1
    assert position_named(read, "1") == 2
    assert position_named(read, "3:2") == 3
    assert position_named(read, "3") == 3


def test_what_is_suggested_are_scenes_of_this_story_that_were_read() -> None:
    read = three_scenes()

    def mend(name: str, frontier: Anchor | None = None) -> str:
        problem = position_named(read, name, frontier)
        assert isinstance(problem, Problem)
        return problem.mend

    assert mend("thre", read.reaching(read.end).anchor(Position(6))) == 'Did you mean "three", scene 3?'
    assert mend("two-", Anchor("two", 1)) == 'Did you mean "two", scene 2?'
    assert "two" not in mend("two-", Anchor("one", 2))
    assert "1, 1:2 or one:2" in mend("zebra", Anchor("one", 2))
    assert mend("zebra").endswith("1 or 1:2")


def test_the_suggestions_do_not_depend_on_what_was_not_read() -> None:
    story = tables(scene("one", beat("A.")), scene("two", beat("B.")), scene("three", beat("C.")))
    other = with_other_future(story, tables(scene("x", beat()), scene("y", beat()), scene("twice", beat())), 1)
    for name in ("twi", "thre", "on", "7", "zebra"):
        assert position_named(reading(story), name, Anchor("one", 1)) == position_named(
            reading(other), name, Anchor("one", 1)
        )
