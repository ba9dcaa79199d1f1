"""A filter keeps the read scenes of some people, and steps through them alone."""

import pytest

from reader.companion.reading import Reading
from reader.companion.thread import Filter
from reader.position import Position
from tests.stories import beat, reading, scene, tables


def _story() -> Reading:
    return reading(
        tables(
            scene("one", beat(), beat(), present=["ali"]),
            scene("two", beat(), present=["bea"]),
            scene("three", beat(), beat(enter="bea"), present=["ali"]),
            scene("four", beat(speaker="cy")),
        )
    )


@pytest.mark.parametrize(
    ("people", "every", "scenes"),
    [
        (("ali",), False, [1, 3]),
        (("ali", "bea"), False, [1, 2, 3]),
        (("ali", "bea"), True, [3]),
        (("cy",), False, [4]),
        (("nobody",), False, []),
        ((), False, []),
    ],
)
def test_any_or_all_of_them(people: tuple[str, ...], every: bool, scenes: list[int]) -> None:
    read = _story().reaching(Position(6))
    assert [row.number for row in read.thread(Filter(people, every)).scenes] == scenes


def test_a_thread_ends_at_the_frontier() -> None:
    read = _story().reaching(Position(4))
    assert [row.number for row in read.thread(Filter(("bea",))).scenes] == [2]
    assert read.thread(Filter(("ali",))).ends == (2, 4)


def test_stepping_stays_on_the_thread() -> None:
    thread = _story().reaching(Position(6)).thread(Filter(("ali",)))
    assert [thread.after(Position(place)) for place in range(7)] == [1, 2, 4, 4, 5, None, None]
    assert [thread.before(Position(place)) for place in range(1, 7)] == [None, 1, 2, 2, 4, 5]
    assert [Position(place) in thread for place in range(7)] == [False, True, True, False, True, True, False]


def test_choosing_someone_twice_takes_them_out_again() -> None:
    chosen = Filter().toggle("ali").toggle("bea").toggle("ali")
    assert chosen == Filter(("bea",))
    assert not chosen.toggle("bea")
