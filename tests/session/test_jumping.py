"""Jumping: a detour, the way back from it, and the jumps that are walked back and forward."""

from reader.position import Position
from reader.session.jumping import jump, jump_ahead, jump_back, return_from_detour, to_first_page, to_frontier
from reader.session.stepping import next_beat
from tests.session.states import after, at


def test_a_jump_is_a_detour_and_backspace_returns() -> None:
    away = jump(at(5), Position(1))
    assert (away.place, away.detour) == (1, 5)
    further = jump(away, Position(3))
    assert further.detour == 5
    back = after(return_from_detour, further)
    assert (back.place, back.detour, back.reading.frontier) == (5, None, 5)


def test_a_jump_never_leads_beyond_the_frontier() -> None:
    assert jump(at(3), Position(5)).place == 3


def test_reading_up_to_where_a_detour_began_ends_it() -> None:
    state = jump(at(4, frontier=6), Position(3))
    assert state.detour == 4
    assert after(next_beat, state).origin is None


def test_jumps_are_walked_back_and_forward() -> None:
    state = jump(jump(at(5), Position(1)), Position(3))
    one = after(jump_back, state)
    two = after(jump_back, one)
    assert (one.place, two.place) == (1, 5)
    assert after(jump_ahead, after(jump_ahead, two)).place == 3
    assert after(jump_back, two).notice is not None


def test_first_and_furthest() -> None:
    assert after(to_first_page, at(4)).place == 0
    assert after(to_frontier, at(2, frontier=5)).place == 5
    assert after(to_frontier, at(2, frontier=5)).detour is None
