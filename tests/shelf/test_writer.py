"""The writer writes at once or within a second, in order, and everything before it ends."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from queue import Queue
from threading import Event

import pytest

from reader.position import Anchor
from reader.shelf.kept import Kept, new_bookmark_id
from reader.shelf.operations import AddBookmark, MovePlace, Operation, RemoveBookmark, SetHiddenLength, SetKnow
from reader.shelf.shelf import Shelf, ShelfError
from reader.shelf.writer import PLACE_DELAY, Writer

PATIENCE = 20
"""Seconds a busy machine may take; nothing here waits so long when all is well."""


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    return Shelf(tmp_path, "test")


@pytest.fixture
def writer(shelf: Shelf) -> Iterator[Writer]:
    writer = Writer(shelf)
    yield writer
    writer.close()


Results = Queue[Kept | ShelfError]


def at(beat: int) -> MovePlace:
    """The reader is at a beat."""
    return MovePlace(place=Anchor("a", beat), frontier=Anchor("a", beat), left=datetime(2026, 5, 27, tzinfo=UTC))


def a_bookmark(beat: int = 1) -> AddBookmark:
    """The reader keeps a beat."""
    return AddBookmark(bookmark=new_bookmark_id(), anchor=Anchor("a", beat))


def place(result: Kept | ShelfError) -> int:
    """The beat of the place that is kept."""
    assert isinstance(result, Kept)
    assert result.place
    return result.place.beat


class SlowShelf(Shelf):
    """A shelf on a disk that hangs: a change has `begun` and waits until it may `go` on."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder, "test")
        self.begun, self.go = Event(), Event()

    def change(self, operation: Operation) -> Kept:
        """Wait, then apply the operation."""
        self.begun.set()
        assert self.go.wait(PATIENCE)
        return super().change(operation)


def blocked(tmp_path: Path) -> tuple[Path, Shelf]:
    """A folder whose path a file takes, and a shelf in it: nothing can be written until that file is deleted."""
    folder = tmp_path / "state"
    folder.write_text("in the way")
    return folder, Shelf(folder, "test")


def test_a_bookmark_is_on_disk_when_the_reader_is_told(shelf: Shelf, writer: Writer) -> None:
    results: Results = Queue()
    added = a_bookmark()
    writer.keep(added, results.put)
    kept = results.get(timeout=PATIENCE)
    assert isinstance(kept, Kept)
    assert kept.bookmark(added.bookmark)
    assert shelf.open().kept == kept


def test_a_place_is_written_within_a_second(shelf: Shelf, writer: Writer) -> None:
    results: Results = Queue()
    assert PLACE_DELAY <= 0.5  # the other half is for the disk
    writer.keep_place(at(7), results.put)
    assert place(results.get(timeout=PATIENCE)) == 7
    assert place(shelf.open().kept) == 7


def test_the_place_of_a_reader_who_never_stops_is_written_too(writer: Writer) -> None:
    results: Results = Queue()
    beat = 0
    while results.empty():
        beat += 1
        writer.keep_place(at(beat), results.put)
    assert 0 < place(results.get()) <= beat


def test_of_a_run_of_steps_only_the_last_is_written(shelf: Shelf, writer: Writer) -> None:
    results: Results = Queue()
    for beat in range(1, 100):
        writer.keep_place(at(beat), results.put)
    assert place(results.get(timeout=PATIENCE)) == 99
    assert shelf.open().kept.revision == 1
    assert results.empty()


def test_changes_are_written_in_their_order(shelf: Shelf, writer: Writer) -> None:
    results: Results = Queue()
    bookmarks = [a_bookmark(beat) for beat in range(1, 21)]
    for added in bookmarks:
        writer.keep(added, results.put)
    writer.keep(RemoveBookmark(bookmark=bookmarks[0].bookmark), results.put)
    told = [results.get(timeout=PATIENCE) for _ in range(21)]
    assert [kept.revision for kept in told if isinstance(kept, Kept)] == list(range(1, 22))
    assert [bookmark.id for bookmark in shelf.open().kept.marked()] == [added.bookmark for added in bookmarks[1:]]


def test_a_place_does_not_wait_when_a_bookmark_is_written(tmp_path: Path) -> None:
    shelf = SlowShelf(tmp_path)
    writer, results = Writer(shelf), Results()
    writer.keep(SetHiddenLength(hidden=False), results.put)
    assert shelf.begun.wait(PATIENCE)
    writer.keep_place(at(5), results.put)
    writer.keep(SetKnow(know=True), results.put)
    shelf.go.set()
    assert writer.close(PATIENCE)
    assert place(shelf.open().kept) == 5
    assert shelf.open().kept.know
    assert results.qsize() == 3


def test_once_a_bookmark_is_kept_the_place_where_it_was_made_is_kept_too(shelf: Shelf, writer: Writer) -> None:
    places: Queue[int] = Queue()
    writer.keep_place(at(5), lambda _: None)
    writer.keep(a_bookmark(5), lambda _: places.put(place(shelf.open().kept)))
    assert places.get(timeout=PATIENCE) == 5


def test_closing_writes_what_is_left(shelf: Shelf) -> None:
    writer, results = Writer(shelf), Results()
    for beat in range(1, 11):
        writer.keep(a_bookmark(beat), results.put)
        writer.keep_place(at(beat), results.put)
    assert writer.close(PATIENCE)
    assert len(shelf.open().kept.bookmarks) == 10
    assert place(shelf.open().kept) == 10


def test_closing_with_nothing_to_write_writes_nothing(shelf: Shelf) -> None:
    assert Writer(shelf).close(PATIENCE)
    assert not shelf.path.exists()


def test_closing_does_not_wait_for_ever(tmp_path: Path) -> None:
    shelf = SlowShelf(tmp_path)
    writer = Writer(shelf)
    writer.keep(a_bookmark(), lambda _: None)
    assert not writer.close(0.05)
    shelf.go.set()
    assert writer.close(PATIENCE)


def test_what_could_not_be_written_is_told_and_written_later_before_what_follows(tmp_path: Path) -> None:
    folder, shelf = blocked(tmp_path)
    writer, results = Writer(shelf), Results()
    added = a_bookmark()
    writer.keep(added, results.put)
    assert isinstance(results.get(timeout=PATIENCE), ShelfError)
    assert writer.unsaved
    folder.unlink()
    writer.keep_place(at(3), results.put)
    assert writer.close(PATIENCE)
    kept = results.get(timeout=PATIENCE)
    assert isinstance(kept, Kept)
    assert (kept.bookmark(added.bookmark) is not None, kept.place) == (True, None)
    assert place(results.get(timeout=PATIENCE)) == 3
    assert writer.unsaved == ""


def test_what_could_not_be_written_is_tried_again_by_itself(tmp_path: Path) -> None:
    folder, shelf = blocked(tmp_path)
    writer, results = Writer(shelf, retry=0.02), Results()
    writer.keep_place(at(3), results.put)
    assert isinstance(results.get(timeout=PATIENCE), ShelfError)
    folder.unlink()
    last = results.get(timeout=PATIENCE)
    while isinstance(last, ShelfError):
        last = results.get(timeout=PATIENCE)
    assert place(last) == 3
    assert writer.close(PATIENCE)


def test_while_nothing_can_be_written_only_the_newest_place_waits(tmp_path: Path) -> None:
    folder, shelf = blocked(tmp_path)
    writer, results = Writer(shelf), Results()
    for beat in (1, 2, 3):
        writer.keep_place(at(beat), results.put)
        assert isinstance(results.get(timeout=PATIENCE), ShelfError)
    folder.unlink()
    assert writer.close(PATIENCE)
    assert place(results.get(timeout=PATIENCE)) == 3
    assert shelf.open().kept.revision == 1
