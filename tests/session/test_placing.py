"""Placing bookmarks: those further on are only counted until they are reached."""

from dataclasses import replace

import pytest

from reader.position import Position
from reader.session.placing import place_bookmarks
from reader.session.stepping import next_beat
from reader.shelf.kept import Bookmark, Kept
from tests.session.states import after, at, three_scenes


@pytest.mark.parametrize(("frontier", "near", "further"), [(2, 0, 2), (3, 1, 1), (6, 2, 0)])
def test_bookmarks_further_on_are_only_counted(frontier: int, near: int, further: int) -> None:
    read = three_scenes()
    anchors = [read.reaching(read.end).anchor(Position(position)) for position in (3, 5)]
    kept = Kept(story="test", bookmark=tuple(Bookmark.new(anchor) for anchor in anchors if anchor))
    bookmarks = place_bookmarks(read.reaching(Position(frontier)), kept)
    assert (len(bookmarks.found), bookmarks.further) == (near, further)


def test_a_bookmark_comes_into_sight_when_it_is_reached() -> None:
    anchor = three_scenes().reaching(Position(3)).anchor(Position(3))
    assert anchor is not None
    kept = Kept(story="test", bookmark=(Bookmark.new(anchor),))
    state = replace(at(2), kept=kept, bookmarks=place_bookmarks(at(2).reading, kept))
    assert (state.bookmarks.found, state.bookmarks.further) == ((), 1)
    assert len(after(next_beat, state).bookmarks.found) == 1
