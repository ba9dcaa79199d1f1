"""The one door: a reading answers for what was read, and for nothing else."""

import pytest

from reader.companion.reading import NotReadError, Reading
from reader.position import Position
from tests.stories import beat, reading, scene, tables


def _three_scenes() -> Reading:
    return reading(
        tables(
            scene("one", beat("First.", enter="ali"), beat("Second."), part="Part one", summary="Told."),
            scene("two", beat("Third.", enter="bea"), part="Part two"),
            scene("three", beat("Fourth.", learn={"cy": "Heard of."})),
        )
    )


def test_nothing_is_known_before_the_first_beat() -> None:
    new = _three_scenes()
    assert new.known.scenes == ()
    assert new.people() == ()
    with pytest.raises(NotReadError):
        new.moment(Position(1))


def test_lists_end_at_the_frontier() -> None:
    read = _three_scenes().reaching(Position(3))
    assert [row.title for row in read.known.scenes] == ["Title of one", "Title of two"]
    assert [person.name for person in read.people()] == ["Ali", "Bea"]
    with pytest.raises(NotReadError):
        read.moment(Position(4))


def test_the_frontier_never_moves_back() -> None:
    read = _three_scenes().reaching(Position(3))
    assert read.reaching(Position(1)).frontier == 3
    assert read.reaching(Position(99)).frontier == read.end == 5


def test_knowing_the_story_opens_everything_and_leaves_the_frontier() -> None:
    read = _three_scenes().reaching(Position(1)).knowing(True)
    assert len(read.known.scenes) == 3
    assert read.frontier == 1
    assert len(read.knowing(False).known.scenes) == 1


def test_a_moment_tells_scene_and_beat() -> None:
    moment = _three_scenes().reaching(Position(2)).moment(Position(2))
    assert (moment.head.number, moment.head.title, moment.head.part) == (1, "Title of one", "Part one")
    assert (moment.beat, moment.beats, moment.scenes) == (2, 2, 3)
    assert ["".join(span.text for span in text.text[0]) for text in moment.text] == ["First.", "Second."]


def test_hidden_length_tells_no_number_of_what_is_to_come() -> None:
    hidden = Reading(_three_scenes()._index, Position(2), hide_length=True)
    moment = hidden.moment(Position(2))
    assert (moment.beats, moment.scenes) == (None, None)


def test_a_long_scene_is_handed_out_in_runs() -> None:
    long = reading(tables(scene("one", *(beat(f"Beat {n}.") for n in range(1, 101)))))
    moment = long.reaching(Position(70)).moment(Position(70))
    assert len(moment.text) == 6
    assert moment.before is not None
    assert moment.before.number == 64
