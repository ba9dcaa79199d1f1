"""What the reader keeps: it comes back, and nothing that goes wrong takes it away."""

import os
import stat
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
import tomli

from reader.position import Anchor
from reader.shelf.choices import Choices, keep_choices, read_choices
from reader.shelf.kept import Bookmark, Kept, new_bookmark_id
from reader.shelf.operations import (
    AddBookmark,
    MovePlace,
    RemoveBookmark,
    RestoreBookmark,
    SetKnow,
    SetLabel,
    SetNote,
)
from reader.shelf.shelf import FOLDER_VARIABLE, Shelf, ShelfError, shelf_folder

BEACH = Anchor("the-beach", 4, "The sea was warm.")
ROOF = Anchor("the-roof", 2, "“Jump!” he said.\r\n\tNobody did… 日本 \x1b")
NOW = datetime(2026, 5, 27, 7, 32, tzinfo=UTC)
ROUNDS = 4


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    return Shelf(tmp_path, "rust-and-bone")


def marked(shelf: Shelf, anchor: Anchor = BEACH) -> Bookmark:
    """A bookmark that is kept."""
    bookmark_id = new_bookmark_id()
    bookmark = shelf.change(AddBookmark(bookmark=bookmark_id, anchor=anchor)).bookmark(bookmark_id)
    assert bookmark
    return bookmark


def reopened(shelf: Shelf) -> Kept:
    """What a later start of the program finds."""
    opened = Shelf(shelf.path.parent.parent, "rust-and-bone").open()
    assert opened.notice == ""
    return opened.kept


def test_before_anything_is_kept_nothing_is_written(shelf: Shelf, tmp_path: Path) -> None:
    assert shelf.open().kept == Kept(story="rust-and-bone")
    assert list(tmp_path.iterdir()) == []


def test_place_and_frontier_come_back(shelf: Shelf) -> None:
    shelf.change(MovePlace(place=ROOF, frontier=BEACH, left=NOW))
    assert (reopened(shelf).place, reopened(shelf).frontier) == (ROOF, BEACH)
    shelf.change(MovePlace(place=None, frontier=Anchor("the-end", 1, end=True), left=NOW))
    assert (reopened(shelf).place, reopened(shelf).frontier) == (None, Anchor("the-end", 1, end=True))


def test_i_know_this_story_is_set_and_undone_without_touching_the_frontier(shelf: Shelf) -> None:
    shelf.change(MovePlace(place=BEACH, frontier=ROOF, left=NOW))
    for know in (True, False):
        shelf.change(SetKnow(know=know))
        assert (reopened(shelf).know, reopened(shelf).frontier) == (know, ROOF)


def test_a_bookmark_is_made_named_noted_removed_and_brought_back(shelf: Shelf) -> None:
    first, second = marked(shelf), marked(shelf, ROOF)
    assert [bookmark.anchor for bookmark in reopened(shelf).marked()] == [BEACH, ROOF]
    label, note = "The sea [b]", 'Two\nlines, "quoted" \\ and \x00'
    shelf.change(SetLabel(bookmark=first.id, label=label))
    shelf.change(SetNote(bookmark=first.id, note=note))
    back = reopened(shelf).marked()
    assert [(mark.id, mark.label, mark.note) for mark in back] == [(first.id, label, note), (second.id, "", "")]
    shelf.change(RemoveBookmark(bookmark=first.id))
    assert [mark.id for mark in reopened(shelf).marked()] == [second.id]
    shelf.change(RestoreBookmark(bookmark=first.id))
    assert [(mark.id, mark.note) for mark in reopened(shelf).marked()] == [(first.id, note), (second.id, "")]


def test_a_bookmark_without_a_name_has_the_words_of_its_beat() -> None:
    bookmark = Bookmark.new(BEACH)
    assert bookmark.title_in("en") == "“The sea was warm.”"
    assert bookmark.title_in("de") == "„The sea was warm.“"
    assert bookmark.model_copy(update={"label": "Sea"}).title_in("de") == "Sea"


def test_order_comes_from_a_revision_and_never_from_a_clock(shelf: Shelf) -> None:
    marked(shelf)
    shelf.change(SetKnow(know=True))
    marked(shelf, ROOF)
    kept = reopened(shelf)
    assert (kept.revision, [bookmark.revision for bookmark in kept.bookmarks]) == (3, [1, 3])


def test_a_change_is_on_disk_when_it_returns_and_is_what_it_returns(shelf: Shelf) -> None:
    assert shelf.change(AddBookmark(bookmark=new_bookmark_id(), anchor=ROOF)) == reopened(shelf)


def test_two_windows_that_take_turns_lose_nothing(tmp_path: Path) -> None:
    one, other = Shelf(tmp_path, "rust-and-bone"), Shelf(tmp_path, "rust-and-bone")
    ids = [marked(window).id for window in (one, other) * 3]
    one.change(MovePlace(place=BEACH, frontier=BEACH, left=NOW))
    assert [bookmark.id for bookmark in reopened(one).bookmarks] == ids


def test_what_cannot_be_written_in_utf_8_does_not_lose_the_rest(shelf: Shelf) -> None:
    marked(shelf, Anchor("a", 1, "half \ud83d of a pair"))
    assert reopened(shelf).bookmarks[0].anchor.quote == "half ? of a pair"


def test_only_the_reader_may_read_what_is_kept(shelf: Shelf) -> None:
    marked(shelf)
    assert stat.S_IMODE(shelf.path.stat().st_mode) == 0o600
    assert [path.name for path in shelf.path.parent.iterdir()] == ["rust-and-bone.toml"]


def test_a_link_is_kept_and_its_target_replaced(shelf: Shelf, tmp_path: Path) -> None:
    target = tmp_path / "synced" / "kept.toml"
    target.parent.mkdir()
    shelf.path.parent.mkdir()
    shelf.path.symlink_to(target)
    bookmark = marked(shelf)
    assert shelf.path.is_symlink()
    assert bookmark.id in target.read_text()
    target.write_text("damaged [")
    assert str(target) in shelf.open().notice
    assert marked(shelf).id in target.read_text()
    assert shelf.path.is_symlink()


DAMAGED = [b"format = 1\nstory = [", b"\x00" * 100, b"\xff\xfe\x00", b'format = 1\nstory = "a"\nplace = 5\n']


@pytest.mark.parametrize("damage", DAMAGED)
def test_a_damaged_file_is_set_aside_with_a_notice_and_never_overwritten(shelf: Shelf, damage: bytes) -> None:
    asides = []
    for number in (1, 2):
        marked(shelf)
        shelf.path.write_bytes(damage)
        opened = shelf.open()
        aside = shelf.path.with_name(f"rust-and-bone.toml.damaged-{number}")
        assert opened.kept == Kept(story="rust-and-bone")
        assert opened.notice == f"What was kept here is damaged. It is set aside as {aside}"
        asides.append(aside)
    marked(shelf)
    assert [aside.read_bytes() for aside in asides] == [damage, damage]


def test_a_truncated_file_is_set_aside(shelf: Shelf) -> None:
    marked(shelf)
    whole = shelf.path.read_bytes()
    for length in (0, 10, len(whole) // 2):
        shelf.path.write_bytes(whole[:length])
        assert "It is set aside as" in shelf.open().notice


def test_a_file_that_is_damaged_while_it_is_open_is_not_overwritten(shelf: Shelf) -> None:
    marked(shelf)
    shelf.path.write_bytes(b"damaged [")
    with pytest.raises(ShelfError, match="was damaged while it was open"):
        marked(shelf)
    assert shelf.path.read_bytes() == b"damaged ["


def test_a_newer_format_is_refused_and_untouched(shelf: Shelf) -> None:
    marked(shelf)
    newer = b'format = 2\nstory = ["rust", "bone"]\n'
    shelf.path.write_bytes(newer)
    for use in (shelf.open, lambda: marked(shelf)):
        with pytest.raises(ShelfError, match="was kept by a newer version of the program: use that one"):
            use()
    assert shelf.path.read_bytes() == newer
    assert len(list(shelf.path.parent.iterdir())) == 1


def test_unknown_keys_of_the_same_format_survive_a_rewrite(shelf: Shelf) -> None:
    shelf.path.parent.mkdir()
    shelf.path.write_text(
        'format = 1\nstory = "rust-and-bone"\nlast_rain = 2026-05-27T07:32:00Z\n[weather]\npairs = [["ali", "sam"]]\n'
        '[place]\nscene = "a"\nbeat = 1\nby_another = true\n'
        '[[bookmark]]\nid = "x"\ncolour = "red"\nanchor = { scene = "a", beat = 1, by_another = true }\n'
    )
    before = tomli.loads(shelf.path.read_text())
    marked(shelf)
    after = tomli.loads(shelf.path.read_text())
    assert (after["last_rain"], after["weather"]) == (before["last_rain"], before["weather"])
    assert after["bookmark"][0]["colour"] == "red"
    assert reopened(shelf).place == Anchor("a", 1)


def test_a_folder_that_is_a_file_is_told_and_left_alone(tmp_path: Path) -> None:
    (tmp_path / "state").write_text("not a folder")
    shelf = Shelf(tmp_path / "state", "rust-and-bone")
    with pytest.raises(ShelfError, match="Not a directory"):
        marked(shelf)
    assert (tmp_path / "state").read_text() == "not a folder"


FULL_DISK = """
import resource, sys
from pathlib import Path
from reader.position import Anchor
from reader.shelf.operations import AddBookmark
from reader.shelf.shelf import Shelf, ShelfError
resource.setrlimit(resource.RLIMIT_FSIZE, (64, 64))
try:
    Shelf(Path(sys.argv[1]), "rust-and-bone").change(AddBookmark(bookmark="b1", anchor=Anchor("a", 1)))
except ShelfError as error:
    print(error)
"""


@pytest.mark.skipif(os.name != "posix", reason="limits of file sizes are a thing of Unix")
def test_a_write_that_fails_half_way_leaves_the_old_file_intact(shelf: Shelf, tmp_path: Path) -> None:
    marked(shelf)
    before = shelf.path.read_bytes()
    told = subprocess.run([sys.executable, "-c", FULL_DISK, tmp_path], capture_output=True, text=True, check=True)
    assert told.stdout == f"File too large: {shelf.path} cannot be written\n"
    assert shelf.path.read_bytes() == before
    assert len(list(shelf.path.parent.iterdir())) == 1


KEEPS_ON = """
import sys
from pathlib import Path
from reader.position import Anchor
from reader.shelf.kept import new_bookmark_id
from reader.shelf.operations import AddBookmark
from reader.shelf.shelf import Shelf
shelf = Shelf(Path(sys.argv[1]), "rust-and-bone")
while True:
    bookmark = new_bookmark_id()
    shelf.change(AddBookmark(bookmark=bookmark, anchor=Anchor("a", 1, "words")))
    print(bookmark, flush=True)
"""


def test_a_kill_loses_no_bookmark_the_reader_was_told_of(shelf: Shelf, tmp_path: Path) -> None:
    told: list[str] = []
    for number in range(ROUNDS):
        command = [sys.executable, "-c", KEEPS_ON, str(tmp_path)]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as program:
            assert program.stdout
            told += [program.stdout.readline().strip() for _ in range(3 + 5 * number)]
            program.kill()
            told += program.stdout.read().split()
        assert set(told) <= {bookmark.id for bookmark in reopened(shelf).marked()}
    assert len(told) >= 3 * ROUNDS


def test_the_folder_is_the_one_that_is_named_else_the_platforms(
    state_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert shelf_folder() == state_folder
    monkeypatch.delenv(FOLDER_VARIABLE)
    assert shelf_folder().name == "companion-reader"


def test_choices_are_kept_with_what_another_version_added(tmp_path: Path) -> None:
    assert read_choices(tmp_path) == Choices()
    (tmp_path / "choices.toml").write_text("dark = false\nfont = true\n")
    keep_choices(tmp_path, read_choices(tmp_path))
    assert tomli.loads((tmp_path / "choices.toml").read_text()) == {"dark": False, "font": True}


@pytest.mark.parametrize("damage", [b"dark = [", b"dark = 'maybe'", b"\xff"])
def test_choices_that_cannot_be_read_are_the_usual_ones(tmp_path: Path, damage: bytes) -> None:
    (tmp_path / "choices.toml").write_bytes(damage)
    assert read_choices(tmp_path) == Choices()
