"""Stepping: the next beat and the next scene, the ones before, and what counts as read."""

from dataclasses import replace

import pytest

from reader.position import Position
from reader.session.answering import say_yes
from reader.session.bookmarks import keep_beat, undo_last
from reader.session.jumping import jump, jump_ahead, jump_back, return_from_detour, to_first_page, to_frontier
from reader.session.layout import BeatPages
from reader.session.no_screen import NoScreen
from reader.session.notices import Notice
from reader.session.state import Move, Spot, State, TextView
from reader.session.stepping import SkipQuestion, beat_before, look_on, next_beat, next_scene, scene_before
from reader.session.views.cast import CastView
from reader.session.views.names import walk_names
from reader.session.views.stack import escape, opening
from tests.session.states import after, at


def test_next_reads_on_to_the_end_page_and_stays_there() -> None:
    state = at(0)
    places = []
    for _ in range(8):
        state = after(next_beat, state)
        places.append((state.place, state.reading.frontier))
    assert places == [(n, n) for n in (1, 2, 3, 4, 5, 6, 7, 7)]
    assert state.notice is not None


def test_going_back_moves_the_place_and_never_the_frontier() -> None:
    back = after(beat_before, at(3))
    assert (back.place, back.reading.frontier) == (2, 3)
    assert after(beat_before, at(0)).place == 0


def test_next_within_what_was_read_leaves_the_frontier() -> None:
    state = after(next_beat, at(1, frontier=5))
    assert (state.place, state.reading.frontier) == (2, 5)


def test_the_next_scene_is_one_key_where_it_was_read() -> None:
    assert after(next_scene, at(1, frontier=4)).place == 3


def test_skipping_the_rest_of_a_scene_asks_first() -> None:
    asked = after(next_scene, at(3))
    assert asked.place == 3
    assert asked.question is not None
    assert asked.question.text == "Skip the rest of this scene? It will count as read."
    assert (after(say_yes, asked).place, after(say_yes, asked).reading.frontier) == (6, 6)
    stayed = after(escape, asked)
    assert (stayed.place, stayed.reading.frontier, stayed.question) == (3, 3, None)


def test_the_last_beat_of_a_scene_is_followed_without_asking() -> None:
    assert after(next_scene, at(2)).place == 3
    assert after(next_scene, at(6)).place == 7


def test_where_the_length_is_hidden_the_last_beat_is_asked_about_like_any_other() -> None:
    state = at(2)
    asked = after(next_scene, replace(state, reading=state.reading.hiding_length(True)))
    assert (asked.place, asked.question) == (2, SkipQuestion(Position(3)))


def test_looking_back_in_the_newest_scene_asks_too() -> None:
    asked = after(next_scene, at(3, frontier=4))
    assert asked.question == SkipQuestion(Position(6))


@pytest.mark.parametrize(
    "key",
    [keep_beat, walk_names, undo_last, opening(CastView), beat_before],
    ids=["bookmark", "who", "undo", "cast", "back"],
)
def test_any_key_but_enter_says_no_to_a_question(key: Move) -> None:
    answered = after(key, after(next_scene, at(3)))
    assert answered.question is None
    assert answered.reading.frontier == 3


def test_the_scene_before_begins_with_this_one() -> None:
    assert after(scene_before, at(5)).place == 3
    assert after(scene_before, at(3)).place == 1
    assert after(scene_before, at(1)).place == 0
    assert after(scene_before, at(7)).place == 6


def test_a_beat_taller_than_the_screen_is_paged_before_the_next_and_back() -> None:
    class Low(NoScreen):
        """The second beat takes three pages of ten characters each."""

        def pages(self, state: State) -> BeatPages:
            if state.place != 2:
                return BeatPages()
            into = state.text.into
            return BeatPages(into // 10 + 1, 3, into - 10 if into else None, into + 10 if into < 20 else None, 20)

    state = replace(at(2), layout=Low())
    views = []
    for _ in range(2):
        state = after(next_beat, state)
        views.append((state.place, state.view))
    assert views == [(2, TextView(into=10)), (2, TextView(into=20))]
    assert after(beat_before, state).view == TextView(into=10)
    onward = after(next_beat, state)
    assert (onward.place, onward.view) == (3, TextView())
    assert after(beat_before, onward).spot == Spot(Position(2), 20), "Left goes to the page before"
    assert isinstance(after(next_scene, replace(at(2, frontier=2), layout=Low())).question, SkipQuestion)
    for leave in (beat_before, scene_before, to_first_page):
        left = after(leave, state if leave is not beat_before else state.standing(Position(2)))
        assert left.place < 2
    stepped = after(scene_before, state)
    assert after(return_from_detour, stepped).spot == state.spot, "who stepped back returns to the page"
    assert after(to_frontier, after(to_first_page, state)).spot == state.spot
    away = jump(state, Position(1))
    assert after(return_from_detour, away).spot == state.spot
    assert after(jump_back, away).spot == state.spot
    assert after(jump_ahead, after(jump_back, away)).spot == away.spot


def test_below_the_last_page_there_is_nothing_to_read_on_to() -> None:
    state = after(look_on, at(7))
    assert state.notice == Notice("This is the last page.")
