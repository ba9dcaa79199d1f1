"""Placing bookmarks: where each of them stands in the story as it is now, and which of them the reader may see."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from reader.companion.reading import Reading
from reader.companion.values import Found
from reader.position import OPENING, Position
from reader.shelf.kept import Bookmark, Kept


@dataclass(frozen=True, slots=True)
class PlacedBookmark:
    """A bookmark and where it stands now.

    Attributes:
        found: Its position and how that was found; nothing if the scene and the words are gone from the story.
    """

    bookmark: Bookmark
    found: Found | None

    @property
    def position(self) -> Position | None:
        """Where it stands; nothing if it is lost."""
        return self.found.position if self.found else None


@dataclass(frozen=True, slots=True)
class PlacedBookmarks:
    """The bookmarks a reader may see.

    Attributes:
        found: In the order of the story.
        lost: Those whose scene and words are gone.
        further: How many lie further on; nothing more may be said of these.
    """

    found: tuple[PlacedBookmark, ...] = ()
    lost: tuple[PlacedBookmark, ...] = ()
    further: int = 0

    @property
    def rows(self) -> tuple[PlacedBookmark, ...]:
        """All that are listed, the lost ones last."""
        return (*self.found, *self.lost)

    def between(self, first: Position, last: Position) -> tuple[PlacedBookmark, ...]:
        """The bookmarks from one position to another."""
        return self.found[bisect_left(self.found, first, key=_position) : bisect_right(self.found, last, key=_position)]

    def at(self, position: Position) -> PlacedBookmark | None:
        """The first bookmark at a position."""
        return next(iter(self.between(position, position)), None)


def place_bookmarks(reading: Reading, kept: Kept) -> PlacedBookmarks:
    """The bookmarks of a reading, each where it stands now."""
    placed = [place_bookmark(reading, kept, bookmark) for bookmark in kept.marked()]
    found = sorted((one for one in placed if one and one.position is not None), key=_position)
    lost = tuple(one for one in placed if one and one.position is None)
    return PlacedBookmarks(tuple(found), lost, placed.count(None))


def place_bookmark(reading: Reading, kept: Kept, bookmark: Bookmark) -> PlacedBookmark | None:
    """Where a bookmark stands among what was read, or nothing if it lies further on, or may lie there.

    If its beat was read this time through, the bookmark is shown even if the author has moved or removed the beat.
    For any other bookmark, only the unread text could tell where it lies, so it is counted as further on.
    """
    found = reading.find_read(bookmark.anchor)
    was_read = bookmark.reading == kept.reading or reading.horizon >= reading.end
    return PlacedBookmark(bookmark, found) if was_read or (found and not found.how.guessed) else None


def _position(placed: PlacedBookmark) -> Position:
    return placed.position if placed.position is not None else OPENING
