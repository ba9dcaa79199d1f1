"""How the reader moves, told without a screen: each move leads from one state to the next."""

from dataclasses import replace

import pytest

from reader.companion.reading import Reading
from reader.companion.thread import Filter
from reader.position import Position
from reader.session.answering import say_yes
from reader.session.bookmarks import keep_beat, undo_last
from reader.session.commands import usual_keys
from reader.session.jumping import jump, jump_ahead, jump_back, return_from_detour, to_first_page, to_frontier
from reader.session.knowing import toggle_know
from reader.session.lists import roll, roll_scenes
from reader.session.no_screen import NoScreen
from reader.session.placing import place_bookmarks
from reader.session.state import Move, State, TextView
from reader.session.stepping import SkipQuestion, beat_before, next_beat, next_scene, scene_before
from reader.session.threads import filter_by
from reader.session.views.bookmarks import BookmarksView
from reader.session.views.cast import CastView
from reader.session.views.filter import FilterView
from reader.session.views.names import walk_names
from reader.session.views.scenes import ScenesView
from reader.session.views.stack import escape, opening
from reader.shelf.kept import Bookmark, Kept
from tests.stories import beat, reading, scene, tables


def _story() -> Reading:
    return reading(
        tables(
            scene("one", beat("1."), beat("2."), present=["ali"]),
            scene("two", beat("3."), beat("4."), beat("5."), present=["bea"]),
            scene("three", beat("6."), present=["ali"]),
        )
    )


def _at(place: int, frontier: int | None = None) -> State:
    read = _story().reaching(Position(place if frontier is None else frontier))
    return State(read, Kept(story="test"), usual_keys(), NoScreen(), place=Position(place))


def after(move: Move, state: State) -> State:
    """Where a move leads."""
    return move(state).state


def test_next_reads_on_to_the_end_page_and_stays_there() -> None:
    state = _at(0)
    places = []
    for _ in range(8):
        state = after(next_beat, state)
        places.append((state.place, state.reading.frontier))
    assert places == [(n, n) for n in (1, 2, 3, 4, 5, 6, 7, 7)]
    assert state.notice is not None


def test_going_back_moves_the_place_and_never_the_frontier() -> None:
    back = after(beat_before, _at(3))
    assert (back.place, back.reading.frontier) == (2, 3)
    assert after(beat_before, _at(0)).place == 0


def test_next_within_what_was_read_leaves_the_frontier() -> None:
    state = after(next_beat, _at(1, frontier=5))
    assert (state.place, state.reading.frontier) == (2, 5)


def test_the_next_scene_is_one_key_where_it_was_read() -> None:
    assert after(next_scene, _at(1, frontier=4)).place == 3


def test_skipping_the_rest_of_a_scene_asks_first() -> None:
    asked = after(next_scene, _at(3))
    assert asked.place == 3
    assert asked.question is not None
    assert asked.question.text == "Skip the rest of this scene? It will count as read."
    assert (after(say_yes, asked).place, after(say_yes, asked).reading.frontier) == (6, 6)
    stayed = after(escape, asked)
    assert (stayed.place, stayed.reading.frontier, stayed.question) == (3, 3, None)


def test_the_last_beat_of_a_scene_is_followed_without_asking() -> None:
    assert after(next_scene, _at(2)).place == 3
    assert after(next_scene, _at(6)).place == 7


def test_where_the_length_is_hidden_the_last_beat_is_asked_about_like_any_other() -> None:
    state = _at(2)
    asked = after(next_scene, replace(state, reading=state.reading.hiding_length(True)))
    assert (asked.place, asked.question) == (2, SkipQuestion(Position(3)))


def test_looking_back_in_the_newest_scene_asks_too() -> None:
    asked = after(next_scene, _at(3, frontier=4))
    assert asked.question == SkipQuestion(Position(6))


@pytest.mark.parametrize(
    "key",
    [keep_beat, walk_names, undo_last, opening(CastView), beat_before],
    ids=["bookmark", "who", "undo", "cast", "back"],
)
def test_any_key_but_enter_says_no_to_a_question(key: Move) -> None:
    answered = after(key, after(next_scene, _at(3)))
    assert answered.question is None
    assert answered.reading.frontier == 3


def test_the_scene_before_begins_with_this_one() -> None:
    assert after(scene_before, _at(5)).place == 3
    assert after(scene_before, _at(3)).place == 1
    assert after(scene_before, _at(1)).place == 0
    assert after(scene_before, _at(7)).place == 6


def test_a_jump_is_a_detour_and_backspace_returns() -> None:
    away = jump(_at(5), Position(1))
    assert (away.place, away.detour) == (1, 5)
    further = jump(away, Position(3))
    assert further.detour == 5
    back = after(return_from_detour, further)
    assert (back.place, back.detour, back.reading.frontier) == (5, None, 5)


def test_a_jump_never_leads_beyond_the_frontier() -> None:
    assert jump(_at(3), Position(5)).place == 3


def test_reading_up_to_where_a_detour_began_ends_it() -> None:
    state = jump(_at(4, frontier=6), Position(3))
    assert state.detour == 4
    assert after(next_beat, state).origin is None


def test_jumps_are_walked_back_and_forward() -> None:
    state = jump(jump(_at(5), Position(1)), Position(3))
    one = after(jump_back, state)
    two = after(jump_back, one)
    assert (one.place, two.place) == (1, 5)
    assert after(jump_ahead, after(jump_ahead, two)).place == 3
    assert after(jump_back, two).notice is not None


def test_first_and_furthest() -> None:
    assert after(to_first_page, _at(4)).place == 0
    assert after(to_frontier, _at(2, frontier=5)).place == 5
    assert after(to_frontier, _at(2, frontier=5)).detour is None


def test_a_filter_steps_through_its_thread_says_where_it_ends_and_reads_on() -> None:
    state = filter_by(_at(1, frontier=6), Filter(("ali",)))
    on = after(next_beat, after(next_beat, state))
    assert on.place == 6
    ended = after(next_beat, on)
    assert ended.place == 6
    assert ended.notice is not None
    assert ended.notice.text == "That was the last of this thread. Next drops the filter and reads on."
    past = after(next_beat, ended)
    assert (past.place, past.reading.frontier, past.filter) == (7, 7, Filter())


def test_a_filter_never_reads_on_by_itself() -> None:
    state = filter_by(_at(4), Filter(("bea",)))
    assert after(next_beat, state).reading.frontier == 4


def test_who_was_never_in_the_thread_is_told_where_it_lies() -> None:
    state = after(next_beat, filter_by(_at(4), Filter(("ali",))))
    assert state.notice
    assert state.notice.text.startswith("The thread ends in scene 1: ← goes there.")
    assert after(beat_before, state).place == 2


def test_a_filter_by_somebody_who_is_hidden_again_is_dropped() -> None:
    state = filter_by(after(toggle_know, _at(1)), Filter(("ali", "bea")))
    assert after(toggle_know, state).filter == Filter(("ali",))


def test_escape_drops_the_filter_once_nothing_else_is_open() -> None:
    state = opening(FilterView)(filter_by(_at(3), Filter(("ali",)))).state
    closed = after(escape, state)
    assert (closed.view, bool(closed.filter)) == (TextView(), True)
    assert not after(escape, closed).filter


def test_next_in_any_view_still_reads_on() -> None:
    state = after(next_beat, opening(BookmarksView)(_at(3)).state)
    assert (state.view, state.place) == (TextView(), 4)


def test_knowing_the_story_opens_it_and_undoing_leaves_nobody_beyond_the_frontier() -> None:
    state = jump(after(toggle_know, _at(2)), Position(6))
    assert (state.place, state.reading.frontier) == (6, 2)
    assert after(next_beat, state).reading.frontier == 2
    undone = after(toggle_know, state)
    assert (undone.place, undone.reading.frontier) == (2, 2)
    assert all(place <= 2 for place in (*undone.back, *undone.ahead))


def test_reading_on_from_the_frontier_counts_though_the_story_is_known() -> None:
    state = after(next_beat, after(toggle_know, _at(2)))
    assert (state.place, state.reading.frontier) == (3, 3)


@pytest.mark.parametrize(("frontier", "near", "further"), [(2, 0, 2), (3, 1, 1), (6, 2, 0)])
def test_bookmarks_further_on_are_only_counted(frontier: int, near: int, further: int) -> None:
    read = _story()
    anchors = [read.reaching(read.end).anchor(Position(position)) for position in (3, 5)]
    kept = Kept(story="test", bookmark=tuple(Bookmark.new(anchor) for anchor in anchors if anchor))
    bookmarks = place_bookmarks(read.reaching(Position(frontier)), kept)
    assert (len(bookmarks.found), bookmarks.further) == (near, further)


def test_a_bookmark_comes_into_sight_when_it_is_reached() -> None:
    anchor = _story().reaching(Position(3)).anchor(Position(3))
    assert anchor is not None
    kept = Kept(story="test", bookmark=(Bookmark.new(anchor),))
    state = replace(_at(2), kept=kept, bookmarks=place_bookmarks(_at(2).reading, kept))
    assert (state.bookmarks.found, state.bookmarks.further) == ((), 1)
    assert len(after(next_beat, state).bookmarks.found) == 1


def test_the_wheel_goes_through_what_was_read_and_never_beyond() -> None:
    at_frontier = after(roll(1), _at(3))
    assert (at_frontier.place, at_frontier.reading.frontier) == (3, 3)
    assert at_frontier.notice
    assert at_frontier.notice.text == "This is as far as you have read. Space reads on."
    assert after(roll(1), _at(2, frontier=3)).place == 3
    assert after(roll(-1), _at(2)).place == 1


def test_the_wheel_over_the_scenes_opens_their_list_at_the_readers_scene() -> None:
    assert after(roll_scenes(-1), _at(4)).view == ScenesView(cursor=0)
    assert after(roll_scenes(1), _at(4)).view == ScenesView(cursor=1)


def test_a_beat_taller_than_the_screen_is_paged_before_the_next_and_back() -> None:
    class Low(NoScreen):
        def screenfuls(self, state: State) -> int:
            return 3 if state.place == 2 else 1

    state = replace(_at(2), layout=Low())
    views = []
    for _ in range(2):
        state = after(next_beat, state)
        views.append((state.place, state.view))
    assert views == [(2, TextView(screenful=1)), (2, TextView(screenful=2))]
    assert after(beat_before, state).view == TextView(screenful=1)
    assert (after(next_beat, state).place, after(next_beat, state).view) == (3, TextView())
