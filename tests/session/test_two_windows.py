"""Two windows on one story, opened together: what is done in one is not lost by what is done in the other."""

from pathlib import Path

import pytest

from reader.companion.reading import Reading
from reader.shelf.kept import Kept
from reader.shelf.shelf import Shelf
from tests.session.sessions import Session
from tests.stories import beat, reading, scene, tables


def story() -> Reading:
    """Three people, two pairs of whom have something between them."""
    first = {"from": "ali", "to": "bea", "set": 3, "because": "So it is."}
    second = {"from": "ali", "to": "cy", "set": 3, "because": "So it is too."}
    people = ["ali", "bea", "cy"]
    return reading(tables(scene("one", beat(shift=first), beat(shift=second), beat("Three."), present=people)))


@pytest.fixture
def windows(tmp_path: Path) -> tuple[Session, Session]:
    """Two windows at the second beat, each with the bookmark that was there before either was opened."""
    first = Session(story(), tmp_path, at=2)
    first.give("bookmark")
    return Session(story(), tmp_path), Session(story(), tmp_path)


def kept(folder: Path) -> Kept:
    """What is on the shelf."""
    return Shelf(folder, "test").open().kept


def test_a_pair_pinned_in_each_window_stays_pinned(windows: tuple[Session, Session], tmp_path: Path) -> None:
    one, other = windows
    one.give("why", "pin")
    other.give("why", "next-pair", "pin")
    assert set(kept(tmp_path).pins) == {("ali", "bea"), ("ali", "cy")}


def test_a_name_and_a_note_of_one_bookmark_from_two_windows_both_stay(
    windows: tuple[Session, Session], tmp_path: Path
) -> None:
    one, other = windows
    one.give("bookmarks", "name")
    one.type("The sea")
    other.give("bookmarks", "note")
    other.type("She swims.")
    (bookmark,) = kept(tmp_path).marked()
    assert (bookmark.label, bookmark.note) == ("The sea", "She swims.")


def test_undo_in_one_window_leaves_what_the_other_wrote(windows: tuple[Session, Session], tmp_path: Path) -> None:
    one, other = windows
    one.give("bookmarks", "name")
    one.type("The sea")
    other.give("bookmarks", "note")
    other.type("She swims.")
    one.give("undo")
    (bookmark,) = kept(tmp_path).marked()
    assert (bookmark.label, bookmark.note) == ("", "She swims.")


def test_a_bookmark_removed_in_one_window_is_not_revived_by_naming_it_in_the_other(
    windows: tuple[Session, Session], tmp_path: Path
) -> None:
    one, other = windows
    one.give("bookmarks", "remove")
    other.give("bookmarks", "name")
    other.type("The sea")
    assert kept(tmp_path).marked() == ()
    one.give("undo")
    assert [bookmark.label for bookmark in kept(tmp_path).marked()] == ["The sea"]


def test_bookmarks_made_in_both_windows_are_both_kept(windows: tuple[Session, Session], tmp_path: Path) -> None:
    one, other = windows
    one.give("back", "bookmark")
    other.give("next", "bookmark")
    assert [bookmark.anchor.beat for bookmark in kept(tmp_path).marked()] == [2, 1, 3]


def test_reading_again_in_both_windows_begins_one_new_reading(windows: tuple[Session, Session], tmp_path: Path) -> None:
    for window in windows:
        window.give("again", "yes")
    assert kept(tmp_path).reading == 2
