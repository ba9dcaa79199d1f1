"""What the reader has before them: the one frozen value that drives every pane."""

from dataclasses import dataclass, field, replace
from enum import Enum

from reader.companion.reading import Reading
from reader.companion.thread import Filter
from reader.companion.values import Pair
from reader.position import OPENING, Position
from reader.shelf.kept import Bookmark, Kept
from reader.tui.manner import Manner
from reader.tui.order import Order


class View(Enum):
    """What stands in the place of the text."""

    TEXT = "text"
    SCENES = "scenes"
    SIDE = "companion"
    BOOKMARKS = "bookmarks"
    FILTER = "filter"
    CAST = "cast"
    CARD = "card"
    WHY = "why"
    RECAP = "recap"
    SINCE = "since you left"
    KEYS = "keys"


@dataclass(frozen=True, slots=True)
class Mark:
    """A bookmark and where it stands in the story as it is now; nowhere, where its scene and words are gone."""

    bookmark: Bookmark
    position: Position | None
    moved: bool = False


@dataclass(frozen=True, slots=True)
class Marks:
    """The bookmarks a reader may see, in the order of the story, and how many lie further on."""

    near: tuple[Mark, ...] = ()
    lost: tuple[Mark, ...] = ()
    further: int = 0

    @property
    def rows(self) -> tuple[Mark, ...]:
        """All that are listed; the lost ones last."""
        return (*self.near, *self.lost)

    def at(self, position: Position) -> Mark | None:
        """The first bookmark on a position."""
        return next((mark for mark in self.near if mark.position == position), None)


@dataclass(frozen=True, slots=True)
class Notice:
    """A line that says what just happened; the next key clears it.

    Attributes:
        short: The same for a narrow screen, where that needs other words.
        bookmark: The bookmark it speaks of; Enter names it.
        thread_ended: The end of a filter's thread was reached; Next drops the filter.
    """

    text: str
    short: str = ""
    bookmark: str = ""
    thread_ended: bool = False


@dataclass(frozen=True, slots=True)
class Asked:
    """A question that is asked before anything happens: Enter says yes, every other key says no.

    Attributes:
        short: The same for a narrow screen.
        yes: What Enter does.
        skip_to: The position beyond the frontier that it asks for; nothing, where it asks whether to read again.
    """

    text: str
    short: str
    yes: str
    skip_to: Position | None = None


@dataclass(frozen=True, slots=True)
class Sight:
    """The whole state of the reading screen.

    Attributes:
        reading: The story up to the frontier.
        kept: What the shelf holds.
        marks: The bookmarks, placed in the story.
        place: Where the reader is now.
        wanted: The filter; it narrows the scene list and the stepping.
        view: What stands in the place of the text.
        cursor: The stop of the view's list that the cursor is on.
        below: Views that lie below this one, each with its cursor; Escape returns to the last.
        subject: Whose card is open.
        pair: Whose receipts are open.
        order: What the cast is sorted by.
        looked_for: What the names of the cast are narrowed by.
        walk: Which of the names on the page was walked to.
        manner: How changes and values are told.
        screenful: Which screenful of a beat that is taller than the pane.
        origin: Where a detour began; Backspace returns there.
        back: Places jumped from, the newest last.
        ahead: Places come back from, the nearest last.
        asked: A question that is not answered yet; what is said meanwhile waits behind it.
        undo: Bookmarks as they were before each change, the newest last.
        unsaved: Why what the reader did last is not on disk; nothing where all is well.
    """

    reading: Reading
    kept: Kept
    marks: Marks = Marks()
    place: Position = OPENING
    wanted: Filter = field(default_factory=Filter)
    view: View = View.TEXT
    cursor: int = 0
    below: tuple[tuple[View, int], ...] = ()
    subject: str = ""
    pair: Pair | None = None
    order: Order = Order.MET
    looked_for: str = ""
    walk: int | None = None
    manner: Manner = field(default_factory=Manner)
    screenful: int = 0
    origin: Position | None = None
    back: tuple[Position, ...] = ()
    ahead: tuple[Position, ...] = ()
    asked: Asked | None = None
    notice: Notice | None = None
    undo: tuple[Bookmark, ...] = ()
    unsaved: str = ""

    @property
    def on_beat(self) -> bool:
        """The reader is on a beat, not on the opening page or the end page."""
        return OPENING < self.place < self.reading.end

    @property
    def pins(self) -> tuple[Pair, ...]:
        """The pairs whose meters are always shown."""
        return self.kept.pins

    @property
    def detour(self) -> Position | None:
        """Where Backspace returns to, while the reader looks back."""
        target = self.origin if self.origin is not None else self.reading.frontier
        return target if self.place < target else None


def close(sight: Sight) -> Sight:
    """Back to the text: no view, no question, nothing said."""
    return replace(sight, view=View.TEXT, cursor=0, below=(), looked_for="", walk=None, notice=None, asked=None)


def saying(sight: Sight, notice: Notice | None) -> Sight:
    """The same sight with something said, and no question open any more."""
    return replace(sight, notice=notice, asked=None)


def keeping(sight: Sight, kept: Kept) -> Sight:
    """The same sight with other things kept; in the list of bookmarks the cursor stays on a row there is."""
    marks = place_marks(sight.reading, kept)
    last = max(0, len(marks.rows) - 1)
    cursor = min(sight.cursor, last) if sight.view is View.BOOKMARKS else sight.cursor
    return replace(sight, kept=kept, marks=marks, cursor=cursor)


def place_marks(reading: Reading, kept: Kept) -> Marks:
    """The bookmarks of a reading, each where it stands now."""
    placed = [place_mark(reading, kept, bookmark) for bookmark in kept.marked()]
    near = sorted((mark for mark in placed if mark and mark.position is not None), key=_position)
    lost = tuple(mark for mark in placed if mark and mark.position is None)
    return Marks(tuple(near), lost, placed.count(None))


def place_mark(reading: Reading, kept: Kept, bookmark: Bookmark) -> Mark | None:
    """Where a bookmark stands among what was read; nothing where it lies further on, or may.

    One whose beat was read this time through is shown though the author has moved or removed it. Of any other it
    cannot be said without the unread text where it lies.
    """
    found = reading.find_read(bookmark.anchor)
    if found and not found.guessed:
        return Mark(bookmark, found.position, found.moved)
    if bookmark.reading == kept.reading or reading.horizon >= reading.end:
        return Mark(bookmark, found.position, moved=True) if found else Mark(bookmark, None)
    return None


def _position(mark: Mark) -> Position:
    return mark.position if mark.position is not None else OPENING
