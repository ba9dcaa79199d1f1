"""Coming back: to the place that was kept, also where the author edited the story in between."""

from datetime import UTC, datetime

from reader.companion.reading import Reading
from reader.position import Position
from reader.shelf.kept import Bookmark, Kept
from reader.tui.resume import Start, resume
from reader.tui.sight import Sight
from tests.stories import Tables, beat, reading, scene, tables

NOW = datetime(2026, 1, 1, tzinfo=UTC)


def _story(*scenes: Tables) -> Reading:
    return reading(tables(*scenes))


ONE = scene("one", beat("The first of them all."), beat("The second of them all."))
TWO = scene("two", beat("The third of them all."), beat("The fourth of them all."))
THREE = scene("three", beat("The fifth of them all."))


def _kept(place: int, *marked: int) -> Kept:
    """What is kept of the three scenes by who read to a place and marked some beats."""
    old = _story(ONE, TWO, THREE)
    old = old.reaching(old.end)
    here = old.anchor(Position(place))
    anchors = [old.anchor(Position(position)) for position in marked]
    bookmarks = tuple(Bookmark.new(anchor, reading=1) for anchor in anchors if anchor)
    return Kept(story="test", frontier=here, place=here, bookmark=bookmarks)


def _back(kept: Kept, *scenes: Tables) -> Sight:
    return resume(_story(*scenes), kept, Start(), NOW)


def test_an_unchanged_story_says_nothing() -> None:
    sight = _back(_kept(3, 1, 2), ONE, TWO, THREE)
    assert (sight.place, sight.reading.frontier, sight.notice) == (3, 3, None)


def test_the_place_is_found_by_its_words_where_beats_were_added() -> None:
    more = scene("two", beat("New."), *TWO["beat"])
    assert _back(_kept(3), ONE, more, THREE).place == 4


def test_a_bookmark_of_an_earlier_reading_is_only_counted_where_its_scene_may_lie_further_on() -> None:
    kept = _kept(1, 3).model_copy(update={"reading": 2})
    for scenes in ((ONE, TWO), (ONE, THREE)):
        marks = _back(kept, *scenes).marks
        assert (marks.rows, marks.further) == ((), 1)


def test_bookmarks_that_moved_or_lost_their_scene_are_told_of() -> None:
    more = scene("one", beat("New."), *ONE["beat"])
    sight = _back(_kept(4, 1, 2, 3), more, scene("new", beat("Else.")), THREE)
    assert sight.notice
    assert "Bookmarks: 2 moved, 1 without a scene." in sight.notice.text


def test_who_stopped_in_a_scene_that_is_gone_is_put_where_the_one_before_it_ends() -> None:
    sight = _back(_kept(4), ONE, THREE)
    assert (sight.place, sight.reading.frontier) == (2, 2)
    assert sight.notice
    assert "Your scene is gone from the story" in sight.notice.text


def test_who_stopped_in_an_opening_scene_that_is_gone_is_told_so() -> None:
    sight = _back(_kept(1), TWO, THREE)
    assert sight.place == 0
    assert sight.notice
