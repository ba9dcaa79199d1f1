"""Coming back: to the place that was kept, also where the author edited the story in between."""

from datetime import UTC, datetime

from reader.companion.reading import Reading
from reader.companion.values import Finding, Found
from reader.position import Anchor, Position
from reader.session.commands import usual_keys
from reader.session.display import DisplayOptions
from reader.session.no_screen import NoScreen
from reader.session.resuming import Equipment, Start, resume
from reader.session.state import Spot, State
from reader.shelf.kept import Bookmark, Kept
from reader.shelf.shelf import OpenedShelf
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


def _back(kept: Kept, *scenes: Tables) -> State:
    equipment = Equipment(usual_keys(), NoScreen(), DisplayOptions())
    return resume(_story(*scenes), OpenedShelf(kept), Start(None, know=False, now=NOW), equipment).state


def test_an_unchanged_story_says_nothing() -> None:
    state = _back(_kept(3, 1, 2), ONE, TWO, THREE)
    assert (state.place, state.reading.frontier, state.notice) == (3, 3, None)


def test_the_place_is_found_by_its_words_where_beats_were_added() -> None:
    more = scene("two", beat("New."), *TWO["beat"])
    assert _back(_kept(3), ONE, more, THREE).place == 4


def test_a_bookmark_of_an_earlier_reading_is_only_counted_where_its_scene_may_lie_further_on() -> None:
    kept = _kept(1, 3).model_copy(update={"reading": 2})
    for scenes in ((ONE, TWO), (ONE, THREE)):
        bookmarks = _back(kept, *scenes).bookmarks
        assert (bookmarks.rows, bookmarks.further) == ((), 1)


def test_bookmarks_that_moved_or_lost_their_scene_are_told_of() -> None:
    more = scene("one", beat("New."), *ONE["beat"])
    state = _back(_kept(4, 1, 2, 3), more, scene("new", beat("Else.")), THREE)
    assert state.notice
    assert "Bookmarks: 2 moved with the text, 1 without a scene." in state.notice.text


def test_a_bookmark_whose_words_are_gone_is_told_of_as_a_guess() -> None:
    state = _back(_kept(4, 1, 2), scene("one", beat("Other words."), ONE["beat"][1]), TWO, THREE)
    assert [placed.found for placed in state.bookmarks.rows] == [
        Found(Position(1), Finding.NEAREST),
        Found(Position(2)),
    ]
    assert state.notice
    assert "Bookmarks: 1 kept, 1 at the nearest beat, their words are gone." in state.notice.text


def test_a_bookmark_moves_with_its_words_also_where_their_apostrophes_changed() -> None:
    room = ["The rain stopped.", "Nobody spoke.", "Ida's coat hung there, and she didn't look.", "They ate late."]
    old = _story(scene("room", *map(beat, room))).reaching(Position(3))
    anchor = old.anchor(Position(3))
    assert anchor
    kept = Kept(story="test", frontier=anchor, place=anchor, bookmark=(Bookmark.new(anchor, reading=1),))
    edited = ["The wind rose.", *(words.replace("'", "’") for words in room)]
    state = _back(kept, scene("room", *map(beat, edited)))
    assert (state.place, [placed.found for placed in state.bookmarks.rows]) == (
        4,
        [Found(Position(4), Finding.MOVED)],
    )
    assert state.notice
    assert "Bookmarks: 1 moved with the text." in state.notice.text


def test_who_stopped_at_words_that_are_gone_is_told_that_the_place_is_a_guess() -> None:
    state = _back(_kept(3), ONE, scene("two", beat("Reworded."), TWO["beat"][1]), THREE)
    assert state.place == 3
    assert state.notice
    assert "The words where you stopped are gone; this is the nearest beat." in state.notice.text


def test_who_stopped_in_a_scene_that_is_gone_is_put_where_the_one_before_it_ends() -> None:
    state = _back(_kept(4), ONE, THREE)
    assert (state.place, state.reading.frontier) == (2, 2)
    assert state.notice
    assert "Your scene is gone from the story" in state.notice.text


def test_who_stopped_in_an_opening_scene_that_is_gone_is_told_so() -> None:
    state = _back(_kept(1), TWO, THREE)
    assert state.place == 0
    assert state.notice


def test_the_page_of_a_long_beat_is_kept_only_with_its_beat() -> None:
    kept = _kept(3).model_copy(update={"into_beat": 40})
    assert _back(kept, ONE, TWO, THREE).spot == Spot(Position(3), 40)
    behind = kept.model_copy(update={"frontier": Anchor("one", 1, "The first of them all.")})
    assert _back(behind, ONE, TWO, THREE).spot == Spot(Position(1))
    more = scene("two", beat("New."), *TWO["beat"])
    assert _back(kept, ONE, more, THREE).spot == Spot(Position(4))
