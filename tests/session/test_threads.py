"""Threads: a filter steps through some people's scenes, and says where they begin and end."""

from reader.companion.thread import Filter
from reader.session.answering import say_yes
from reader.session.knowing import ask_know, hide_unread
from reader.session.state import TextView
from reader.session.stepping import beat_before, next_beat
from reader.session.threads import filter_by
from reader.session.views.filter import FilterView
from reader.session.views.stack import escape, opening
from tests.session.states import after, at


def test_a_filter_steps_through_its_thread_says_where_it_ends_and_reads_on() -> None:
    state = filter_by(at(1, frontier=6), Filter(("ali",)))
    on = after(next_beat, after(next_beat, state))
    assert on.place == 6
    ended = after(next_beat, on)
    assert ended.place == 6
    assert ended.notice is not None
    assert ended.notice.text == "That was the last of this thread. Next drops the filter and reads on."
    past = after(next_beat, ended)
    assert (past.place, past.reading.frontier, past.filter) == (7, 7, Filter())


def test_a_filter_never_reads_on_by_itself() -> None:
    state = filter_by(at(4), Filter(("bea",)))
    assert after(next_beat, state).reading.frontier == 4


def test_who_was_never_in_the_thread_is_told_where_it_lies() -> None:
    state = after(next_beat, filter_by(at(4), Filter(("ali",))))
    assert state.notice
    assert state.notice.text.startswith("The thread ends in scene 1: ← goes there.")
    assert after(beat_before, state).place == 2


def test_a_filter_by_somebody_who_is_hidden_again_is_dropped() -> None:
    state = filter_by(after(say_yes, after(ask_know, at(1))), Filter(("ali", "bea")))
    assert after(hide_unread, state).filter == Filter(("ali",))


def test_escape_drops_the_filter_once_nothing_else_is_open() -> None:
    state = opening(FilterView)(filter_by(at(3), Filter(("ali",)))).state
    closed = after(escape, state)
    assert (closed.view, bool(closed.filter)) == (TextView(), True)
    assert not after(escape, closed).filter
