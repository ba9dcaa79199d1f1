"""How the reader moves, told without a screen: each key makes a new sight."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from reader.companion.reading import Reading
from reader.companion.thread import Filter
from reader.position import Position
from reader.shelf.kept import Bookmark, Kept
from reader.tui import looking, marking, moves
from reader.tui.sight import Sight, View, place_marks
from tests.stories import beat, reading, scene, tables


def _story() -> Reading:
    return reading(
        tables(
            scene("one", beat("1."), beat("2."), present=["ali"]),
            scene("two", beat("3."), beat("4."), beat("5."), present=["bea"]),
            scene("three", beat("6."), present=["ali"]),
        )
    )


def _at(place: int, frontier: int | None = None) -> Sight:
    read = _story().reaching(Position(place if frontier is None else frontier))
    return Sight(read, Kept(story="test"), place=Position(place))


def test_next_reads_on_to_the_end_page_and_stays_there() -> None:
    sight = _at(0)
    places = []
    for _ in range(8):
        sight = moves.step_on(sight)
        places.append((sight.place, sight.reading.frontier))
    assert places == [(n, n) for n in (1, 2, 3, 4, 5, 6, 7, 7)]
    assert sight.notice is not None


def test_going_back_moves_the_place_and_never_the_frontier() -> None:
    back = moves.step_back(_at(3))
    assert (back.place, back.reading.frontier) == (2, 3)
    assert moves.step_back(_at(0)).place == 0


def test_next_within_what_was_read_leaves_the_frontier() -> None:
    sight = moves.step_on(_at(1, frontier=5))
    assert (sight.place, sight.reading.frontier) == (2, 5)


def test_the_next_scene_is_one_key_where_it_was_read() -> None:
    assert moves.next_scene(_at(1, frontier=4)).place == 3


def test_skipping_the_rest_of_a_scene_asks_first() -> None:
    asked = moves.next_scene(_at(3))
    assert asked.place == 3
    assert asked.asked is not None
    assert asked.asked.text == "Skip the rest of this scene? It will count as read."
    assert (moves.say_yes(asked).place, moves.say_yes(asked).reading.frontier) == (6, 6)
    stayed = looking.leave(asked)
    assert (stayed.place, stayed.reading.frontier, stayed.asked) == (3, 3, None)


def test_the_last_beat_of_a_scene_is_followed_without_asking() -> None:
    assert moves.next_scene(_at(2)).place == 3
    assert moves.next_scene(_at(6)).place == 7


def test_where_the_length_is_hidden_the_last_beat_is_asked_about_like_any_other() -> None:
    sight = _at(2)
    asked = moves.next_scene(replace(sight, reading=sight.reading.hiding_length(True)))
    assert asked.asked
    assert (asked.place, asked.asked.skip_to) == (2, 3)


def test_looking_back_in_the_newest_scene_asks_too() -> None:
    asked = moves.next_scene(_at(3, frontier=4))
    assert asked.asked
    assert asked.asked.skip_to == 6


def _marked(sight: Sight) -> Sight:
    made = marking.mark_place(sight)
    return made if isinstance(made, Sight) else made.sight


@pytest.mark.parametrize(
    "key",
    [
        _marked,
        lambda sight: looking.walk_on(sight, ("bea",)),
        marking.undo,
        lambda sight: looking.open_view(sight, View.CAST),
        moves.step_back,
    ],
    ids=["bookmark", "who", "undo", "cast", "back"],
)
def test_any_key_but_enter_says_no_to_a_question(key: Callable[[Sight], Sight]) -> None:
    answered = key(moves.next_scene(_at(3)))
    assert answered.asked is None
    assert answered.reading.frontier == 3


def test_the_scene_before_begins_with_this_one() -> None:
    assert moves.previous_scene(_at(5)).place == 3
    assert moves.previous_scene(_at(3)).place == 1
    assert moves.previous_scene(_at(1)).place == 0
    assert moves.previous_scene(_at(7)).place == 6


def test_a_jump_is_a_detour_and_backspace_returns() -> None:
    away = moves.jump(_at(5), Position(1))
    assert (away.place, away.detour) == (1, 5)
    further = moves.jump(away, Position(3))
    assert further.detour == 5
    back = moves.return_from_detour(further)
    assert (back.place, back.detour, back.reading.frontier) == (5, None, 5)


def test_a_jump_never_leads_beyond_the_frontier() -> None:
    assert moves.jump(_at(3), Position(5)).place == 3


def test_reading_up_to_where_a_detour_began_ends_it() -> None:
    sight = moves.jump(_at(4, frontier=6), Position(3))
    assert sight.detour == 4
    assert moves.step_on(sight).origin is None


def test_jumps_are_walked_back_and_forward() -> None:
    sight = moves.jump(moves.jump(_at(5), Position(1)), Position(3))
    one = moves.jump_back(sight)
    two = moves.jump_back(one)
    assert (one.place, two.place) == (1, 5)
    assert moves.jump_ahead(moves.jump_ahead(two)).place == 3
    assert moves.jump_back(two).notice is not None


def test_first_and_furthest() -> None:
    assert moves.go_first(_at(4)).place == 0
    assert moves.go_frontier(_at(2, frontier=5)).place == 5
    assert moves.go_frontier(_at(2, frontier=5)).detour is None


def test_a_filter_steps_through_its_thread_says_where_it_ends_and_reads_on() -> None:
    sight = moves.filter_by(_at(1, frontier=6), Filter(("ali",)))
    on = moves.step_on(moves.step_on(sight))
    assert on.place == 6
    ended = moves.step_on(on)
    assert ended.place == 6
    assert ended.notice is not None
    assert ended.notice.text == "That was the last of this thread. Next drops the filter and reads on."
    past = moves.step_on(ended)
    assert (past.place, past.reading.frontier, past.wanted) == (7, 7, Filter())


def test_a_filter_never_reads_on_by_itself() -> None:
    sight = moves.filter_by(_at(4), Filter(("bea",)))
    assert moves.step_on(sight).reading.frontier == 4


def test_who_was_never_in_the_thread_is_told_where_it_lies() -> None:
    sight = moves.step_on(moves.filter_by(_at(4), Filter(("ali",))))
    assert sight.notice
    assert sight.notice.text.startswith("The thread ends in scene 1: ← goes there.")
    assert moves.step_back(sight).place == 2


def test_a_filter_by_somebody_who_is_hidden_again_is_dropped() -> None:
    sight = moves.filter_by(moves.know(_at(1), True), Filter(("ali", "bea")))
    assert moves.know(sight, False).wanted == Filter(("ali",))


def test_escape_drops_the_filter_once_nothing_else_is_open() -> None:
    sight = looking.open_view(moves.filter_by(_at(3), Filter(("ali",))), View.FILTER)
    closed = looking.leave(sight)
    assert (closed.view, bool(closed.wanted)) == (View.TEXT, True)
    assert not looking.leave(closed).wanted


def test_next_in_any_view_still_reads_on() -> None:
    sight = moves.step_on(looking.open_view(_at(3), View.BOOKMARKS))
    assert (sight.view, sight.place) == (View.TEXT, 4)


def test_knowing_the_story_opens_it_and_undoing_leaves_nobody_beyond_the_frontier() -> None:
    sight = moves.jump(moves.know(_at(2), True), Position(6))
    assert (sight.place, sight.reading.frontier) == (6, 2)
    assert moves.step_on(sight).reading.frontier == 2
    undone = moves.know(sight, False)
    assert (undone.place, undone.reading.frontier) == (2, 2)
    assert all(place <= 2 for place in (*undone.back, *undone.ahead))


def test_reading_on_from_the_frontier_counts_though_the_story_is_known() -> None:
    sight = moves.step_on(moves.know(_at(2), True))
    assert (sight.place, sight.reading.frontier) == (3, 3)


@pytest.mark.parametrize(("frontier", "near", "further"), [(2, 0, 2), (3, 1, 1), (6, 2, 0)])
def test_bookmarks_further_on_are_only_counted(frontier: int, near: int, further: int) -> None:
    read = _story()
    anchors = [read.reaching(read.end).anchor(Position(position)) for position in (3, 5)]
    kept = Kept(story="test", bookmark=tuple(Bookmark.new(anchor) for anchor in anchors if anchor))
    marks = place_marks(read.reaching(Position(frontier)), kept)
    assert (len(marks.near), marks.further) == (near, further)


def test_a_bookmark_comes_into_sight_when_it_is_reached() -> None:
    anchor = _story().reaching(Position(3)).anchor(Position(3))
    assert anchor is not None
    kept = Kept(story="test", bookmark=(Bookmark.new(anchor),))
    sight = replace(_at(2), kept=kept, marks=place_marks(_at(2).reading, kept))
    assert (sight.marks.near, sight.marks.further) == ((), 1)
    assert len(moves.step_on(sight).marks.near) == 1
