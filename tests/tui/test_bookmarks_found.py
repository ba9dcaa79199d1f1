"""The list of bookmarks says of each whether it stands with its words or is only a guess."""

from pathlib import Path

import pytest

from reader.session.state import State
from reader.session.views.bookmarks import BookmarksView
from reader.tui.views.bookmarks import bookmarks_listing
from tests.session.sessions import Session
from tests.stories import Tables, beat, reading, scene, tables

ROOM = (
    "The rain had stopped by noon.",
    "Nobody spoke of it again that day.",
    "Ida's coat hung by the door, and she didn't look at it.",
    "Per went out to the boats.",
)
CURLY = ("A beat put before.", *(words.replace("'", "’") for words in ROOM))


def _story(*texts: str, scene_id: str = "room", language: str = "en") -> Tables:
    return tables(scene("hall", beat("Before.")), scene(scene_id, *map(beat, texts)), language=language)


def _edited(folder: Path, new: Tables) -> State:
    """Who kept the third beat of the room comes back after an edit."""
    Session(reading(_story(*ROOM)), folder, at=4).give("bookmark")
    return Session(reading(new), folder).state


def _drawn(state: State, width: int = 80) -> str:
    listing = bookmarks_listing(BookmarksView(), state, width)
    return "\n".join(row.text for item in listing.items for row in item.make())


@pytest.mark.parametrize(
    ("new", "said"),
    [
        (_story(*ROOM), "2  Title of room, beat 3\n"),
        (_story(*CURLY), "2  Title of room, beat 4 (moved with the text)"),
        (_story(*ROOM[:2], "Quite another text.", ROOM[3]),
         "2  Title of room, beat 3 (its words are gone; the nearest beat)"),
        (_story("Only this is left."), "2  Title of room, beat 1 (its words are gone; the nearest beat)"),
        (_story("Only this.", scene_id="other"), "its words and its scene are gone"),
        (_story(*CURLY, scene_id="other"), "2  Title of other, beat 4 (moved with the text)"),
    ],
    ids=["as it was", "moved", "reworded", "shortened", "lost", "its scene renamed"],
)  # fmt: skip
def test_a_bookmark_says_how_it_was_found(new: Tables, said: str, tmp_path: Path) -> None:
    assert said in _drawn(_edited(tmp_path, new)) + "\n"


def test_what_is_said_of_a_guess_wraps_and_is_not_cut(tmp_path: Path) -> None:
    drawn = _drawn(_edited(tmp_path, _story("Only this is left.")), 30)
    assert "nearest beat)" in drawn
    assert all(len(row) <= 30 for row in drawn.splitlines())


def test_the_words_of_a_bookmark_stand_in_the_quotation_marks_of_the_story(tmp_path: Path) -> None:
    drawn = _drawn(_edited(tmp_path, _story(*ROOM, language="de")))
    assert "„Ida's coat hung by the door, and she didn't look at it.“" in drawn
