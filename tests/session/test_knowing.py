""" "I know this story" opens everything, leaves the frontier alone, and can be undone."""

from reader.position import Position
from reader.session.answering import say_yes
from reader.session.jumping import jump
from reader.session.knowing import KnowQuestion, ask_know, ask_read_again, hide_unread
from reader.session.state import Spot, State
from reader.session.stepping import next_beat
from reader.session.views.stack import escape
from tests.session.states import after, at


def _known(place: int) -> State:
    return after(say_yes, after(ask_know, at(place)))


def test_the_reader_is_asked_before_the_whole_story_opens_and_told_what_that_does() -> None:
    asked = after(ask_know, at(2))
    assert isinstance(asked.question, KnowQuestion)
    assert "its end too" in asked.question.text
    assert not asked.reading.know
    assert not after(escape, asked).reading.know
    assert after(escape, asked).question is None
    assert after(say_yes, asked).reading.know


def test_knowing_the_story_opens_it_and_undoing_leaves_nobody_beyond_the_frontier() -> None:
    state = jump(_known(2), Position(6))
    assert (state.place, state.reading.frontier) == (6, 2)
    assert after(next_beat, state).reading.frontier == 2
    undone = after(hide_unread, state)
    assert (undone.place, undone.reading.frontier) == (2, 2)
    assert all(spot.position <= 2 for spot in (*undone.back, *undone.ahead))


def test_reading_on_from_the_frontier_counts_though_the_story_is_known() -> None:
    state = after(next_beat, _known(2))
    assert (state.place, state.reading.frontier) == (3, 3)


def test_who_is_sent_back_by_hiding_stands_at_the_beginning_of_the_beat() -> None:
    state = _known(2)
    there = jump(state, Position(6)).standing(Position(6), 40)
    assert after(hide_unread, there).spot == Spot(Position(2))
    here = state.standing(Position(2), 40)
    assert after(hide_unread, here).spot == Spot(Position(2), 40), "who is not sent back stays on the page"


def test_reading_again_begins_at_the_beginning_of_the_opening_page() -> None:
    again = after(say_yes, after(ask_read_again, at(3).standing(Position(3), 40)))
    assert again.spot == Spot(Position(0))
