"""What the reader does is data: it survives a trip through a file, and two windows never undo each other's work."""

from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
import tomli
import tomli_w
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from reader.position import Anchor
from reader.shelf.kept import Bookmark, Kept, new_bookmark_id
from reader.shelf.operations import (
    AddBookmark,
    AddPin,
    MovePlace,
    Operation,
    ReadAgain,
    RemoveBookmark,
    RemovePin,
    RestoreBookmark,
    SetHiddenLength,
    SetKnow,
    SetLabel,
    SetNote,
)
from reader.shelf.shelf import Shelf

ANY_OPERATION: TypeAdapter[Operation] = TypeAdapter(Operation)
BEACH = Anchor("the-beach", 4, "The sea was warm.", after="the-road")
ROOF = Anchor("the-roof", 2, "“Jump!” he said.")
END = Anchor("the-end", 9, end=True)
NOW = datetime(2026, 5, 27, 7, 32, tzinfo=UTC)
ALI_AND_SAM, ALI_AND_ANNA = ("ali", "sam"), ("ali", "anna")

ONE_OF_EACH: list[Operation] = [
    MovePlace(place=BEACH, frontier=END, left=NOW, reading=2),
    ReadAgain(reading=3),
    SetKnow(know=True),
    SetHiddenLength(hidden=False),
    AddPin(pair=ALI_AND_SAM),
    RemovePin(pair=ALI_AND_SAM),
    AddBookmark(bookmark="b1", anchor=ROOF, reading=1),
    SetLabel(bookmark="b1", label="The roof"),
    SetNote(bookmark="b1", note='Two\nlines, "quoted"'),
    RemoveBookmark(bookmark="b1"),
    RestoreBookmark(bookmark="b1"),
]


@pytest.mark.parametrize(
    "operation", [*ONE_OF_EACH, MovePlace(place=None, frontier=None, left=NOW)], ids=lambda one: one.kind
)
def test_an_operation_survives_a_trip_through_a_file(operation: Operation) -> None:
    written = tomli_w.dumps(operation.model_dump(exclude_none=True))
    assert ANY_OPERATION.validate_python(tomli.loads(written)) == operation


def test_every_operation_is_tried_and_each_has_a_kind_of_its_own() -> None:
    kinds = {operation.kind for operation in ONE_OF_EACH}
    assert kinds == set(ANY_OPERATION.json_schema()["discriminator"]["mapping"])
    assert len(kinds) == len(ONE_OF_EACH)


@pytest.mark.parametrize(
    "table",
    [
        {"kind": "burn-it", "bookmark": "b1"},
        {"bookmark": "b1"},
        {"kind": "remove-bookmark", "bookmark": "b1", "from": "a newer version"},
        {"kind": "move-place", "left": datetime(2026, 5, 27)},
    ],
)
def test_a_table_that_is_not_plainly_an_operation_is_refused(table: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        ANY_OPERATION.validate_python(table)


def kept_with(*operations: Operation) -> Kept:
    """What is kept once operations were done one after the other, as the shelf does them."""
    kept = Kept(story="rust-and-bone")
    for operation in operations:
        kept = operation.apply(kept).model_copy(update={"revision": kept.revision + 1})
    return kept


def only_bookmark(kept: Kept) -> Bookmark:
    """The one bookmark that is kept, removed or not."""
    (bookmark,) = kept.bookmarks
    return bookmark


ADDED = AddBookmark(bookmark="b1", anchor=ROOF, reading=2)


def test_a_new_bookmark_has_its_place_and_the_reading_it_was_made_in() -> None:
    made = only_bookmark(kept_with(SetKnow(know=True), ADDED))
    assert made == Bookmark(id="b1", anchor=ROOF, reading=2, revision=2)


def test_a_bookmark_that_is_there_is_not_added_twice() -> None:
    kept = kept_with(ADDED, SetLabel(bookmark="b1", label="The roof"))
    assert AddBookmark(bookmark="b1", anchor=BEACH).apply(kept) == kept


@pytest.mark.parametrize("operation", ONE_OF_EACH[-4:])
def test_a_change_to_a_bookmark_that_is_not_there_changes_nothing(operation: Operation) -> None:
    kept = kept_with(AddBookmark(bookmark="another", anchor=BEACH))
    assert operation.apply(kept) == kept


@pytest.mark.parametrize("operation", ONE_OF_EACH[-4:])
def test_each_change_to_a_bookmark_is_stamped_with_its_revision(operation: Operation) -> None:
    kept = kept_with(ADDED, AddBookmark(bookmark="another", anchor=BEACH), operation)
    assert [bookmark.revision for bookmark in kept.bookmarks] == [3, 2]


def test_a_label_or_a_note_on_a_removed_bookmark_leaves_it_removed_and_comes_back_with_it() -> None:
    label, note = SetLabel(bookmark="b1", label="The roof"), SetNote(bookmark="b1", note="Why?")
    kept = kept_with(ADDED, RemoveBookmark(bookmark="b1"), label, note)
    assert kept.marked() == ()
    back = only_bookmark(kept_with(ADDED, RemoveBookmark(bookmark="b1"), label, note, RestoreBookmark(bookmark="b1")))
    assert (back.removed, back.label, back.note) == (False, "The roof", "Why?")


def test_half_a_character_from_a_terminal_does_not_lose_the_label() -> None:
    kept = kept_with(ADDED, SetLabel(bookmark="b1", label="half \ud83d"), SetNote(bookmark="b1", note="\ude00 half"))
    assert (only_bookmark(kept).label, only_bookmark(kept).note) == ("half ?", "? half")


def test_a_pair_is_pinned_once_and_stays_where_it_was_in_the_list() -> None:
    kept = kept_with(AddPin(pair=ALI_AND_SAM), AddPin(pair=ALI_AND_ANNA), AddPin(pair=ALI_AND_SAM))
    assert kept.pins == (ALI_AND_SAM, ALI_AND_ANNA)
    assert RemovePin(pair=ALI_AND_SAM).apply(kept).pins == (ALI_AND_ANNA,)


def test_reading_again_forgets_what_was_read_and_keeps_the_rest() -> None:
    moved = MovePlace(place=ROOF, frontier=ROOF, left=NOW)
    kept = kept_with(moved, SetKnow(know=True), AddPin(pair=ALI_AND_SAM), ADDED, ReadAgain(reading=1))
    assert (kept.reading, kept.place, kept.frontier, kept.know) == (2, None, None, False)
    assert (kept.pins, len(kept.marked())) == ((ALI_AND_SAM,), 1)


def test_a_window_in_an_earlier_reading_moves_nothing() -> None:
    kept = kept_with(ReadAgain(reading=1))
    assert MovePlace(place=ROOF, frontier=ROOF, left=NOW, reading=1).apply(kept) == kept


Windows = tuple[Shelf, Shelf]


@pytest.fixture
def windows(tmp_path: Path) -> Windows:
    """Two windows on one story, in which a beat is kept."""
    one, other = Shelf(tmp_path, "rust-and-bone"), Shelf(tmp_path, "rust-and-bone")
    one.change(ADDED)
    return one, other


def test_each_window_pins_a_pair_and_both_are_kept(windows: Windows) -> None:
    one, other = windows
    one.change(AddPin(pair=ALI_AND_SAM))
    other.change(AddPin(pair=ALI_AND_ANNA))
    assert one.open().kept.pins == (ALI_AND_SAM, ALI_AND_ANNA)


def test_one_window_takes_a_pin_away_while_the_other_pins_another_pair(windows: Windows) -> None:
    one, other = windows
    one.change(AddPin(pair=ALI_AND_SAM))
    one.change(RemovePin(pair=ALI_AND_SAM))
    other.change(AddPin(pair=ALI_AND_ANNA))
    assert one.open().kept.pins == (ALI_AND_ANNA,)


def test_one_window_names_a_bookmark_while_the_other_writes_its_note_and_both_stay(windows: Windows) -> None:
    one, other = windows
    one.change(SetLabel(bookmark="b1", label="The roof"))
    other.change(SetNote(bookmark="b1", note="Why?"))
    both = only_bookmark(one.open().kept)
    assert (both.label, both.note) == ("The roof", "Why?")


def test_one_window_removes_a_bookmark_while_the_other_names_it_and_it_stays_removed(windows: Windows) -> None:
    one, other = windows
    one.change(RemoveBookmark(bookmark="b1"))
    other.change(SetLabel(bookmark="b1", label="The roof"))
    assert other.open().kept.marked() == ()


def test_both_windows_read_again_and_only_one_new_reading_begins(windows: Windows) -> None:
    seen = [window.open().kept.reading for window in windows]
    for window, reading in zip(windows, seen, strict=True):
        window.change(ReadAgain(reading=reading))
    assert windows[0].open().kept.reading == 2


def test_reading_again_in_one_window_takes_no_place_from_the_new_reading_in_the_other(windows: Windows) -> None:
    one, other = windows
    one.change(ReadAgain(reading=1))
    begun = one.change(MovePlace(place=BEACH, frontier=BEACH, left=NOW, reading=2))
    other.change(ReadAgain(reading=1))
    kept = other.open().kept
    assert (kept.reading, kept.place, kept.frontier) == (begun.reading, BEACH, BEACH)


BOOKMARKS = [new_bookmark_id() for _ in range(4)]
PAIRS = [ALI_AND_SAM, ALI_AND_ANNA, ("anna", "sam")]
bookmarks, pairs, words = st.sampled_from(BOOKMARKS), st.sampled_from(PAIRS), st.text(max_size=5)
anchors, readings = st.sampled_from([BEACH, ROOF, END]), st.integers(1, 3)
operations: st.SearchStrategy[Operation] = st.one_of(
    st.builds(MovePlace, place=anchors, frontier=anchors, left=st.just(NOW), reading=readings),
    st.builds(ReadAgain, reading=readings),
    st.builds(SetKnow, know=st.booleans()),
    st.builds(SetHiddenLength, hidden=st.booleans()),
    st.builds(AddPin, pair=pairs),
    st.builds(RemovePin, pair=pairs),
    st.builds(AddBookmark, bookmark=bookmarks, anchor=anchors, reading=readings),
    st.builds(SetLabel, bookmark=bookmarks, label=words),
    st.builds(SetNote, bookmark=bookmarks, note=words),
    st.builds(RemoveBookmark, bookmark=bookmarks),
    st.builds(RestoreBookmark, bookmark=bookmarks),
)


@given(st.lists(operations, max_size=10), st.lists(operations, max_size=10), st.data())
def test_whatever_two_windows_do_in_whatever_order_nothing_is_lost(
    first: list[Operation], second: list[Operation], data: st.DataObject
) -> None:
    turns = data.draw(st.permutations([0] * len(first) + [1] * len(second)))
    left = [iter(first), iter(second)]
    with TemporaryDirectory() as folder:
        windows = [Shelf(Path(folder), "rust-and-bone") for _ in left]
        for turn in turns:
            windows[turn].change(next(left[turn]))
        kept = windows[0].open().kept
    done = [*first, *second]
    added = {one.bookmark for one in done if isinstance(one, AddBookmark)}
    removed = {one.bookmark for one in done if isinstance(one, RemoveBookmark)}
    pinned = {one.pair for one in done if isinstance(one, AddPin)}
    unpinned = {one.pair for one in done if isinstance(one, RemovePin)}
    assert sorted(bookmark.id for bookmark in kept.bookmarks) == sorted(added)
    assert added - removed <= {bookmark.id for bookmark in kept.marked()}
    assert pinned - unpinned <= set(kept.pins) <= pinned
    assert len(kept.pins) == len(set(kept.pins))
