""" "I know this story" opens everything, leaves the frontier alone, and can be undone."""

from reader.position import Position
from reader.session.jumping import jump
from reader.session.knowing import toggle_know
from reader.session.stepping import next_beat
from tests.session.states import after, at


def test_knowing_the_story_opens_it_and_undoing_leaves_nobody_beyond_the_frontier() -> None:
    state = jump(after(toggle_know, at(2)), Position(6))
    assert (state.place, state.reading.frontier) == (6, 2)
    assert after(next_beat, state).reading.frontier == 2
    undone = after(toggle_know, state)
    assert (undone.place, undone.reading.frontier) == (2, 2)
    assert all(place <= 2 for place in (*undone.back, *undone.ahead))


def test_reading_on_from_the_frontier_counts_though_the_story_is_known() -> None:
    state = after(next_beat, after(toggle_know, at(2)))
    assert (state.place, state.reading.frontier) == (3, 3)
