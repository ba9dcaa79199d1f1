"""Everything the reader can do to what is kept, as data.

An operation says only what was done. It is applied to what is on disk at that moment, so two windows that have the same
story open never undo each other's work. Applying an operation twice in a row does no more than applying it once.
"""

from typing import Annotated, Any, Literal

from pydantic import AwareDatetime, BaseModel, BeforeValidator, ConfigDict, Field

from reader.shelf.kept import Bookmark, Kept, KeptAnchor


def _encodable(text: Any) -> Any:
    """The text with `?` for half of a surrogate pair, which a terminal may send and which no file can hold."""
    return text.encode(errors="replace").decode() if isinstance(text, str) else text


TypedText = Annotated[str, BeforeValidator(_encodable)]
"""Text as the reader typed it."""


class _Operation(BaseModel):
    # An unknown field may change what an operation means, so it is refused and not dropped.
    # Each is built when it is first used: a start needs none of them.
    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


class MovePlace(_Operation):
    """The reader has moved.

    Attributes:
        place: Where the reader is now; None on the opening page.
        frontier: The furthest position reached; None before the first beat is read.
        into_beat: How far into its beat the reader's page begins, in characters without white space.
        left: When the reader moved.
        reading: Which time through it happened. If a newer reading has begun since, nothing changes.
    """

    kind: Literal["move-place"] = "move-place"
    place: KeptAnchor | None = None
    frontier: KeptAnchor | None = None
    into_beat: int = 0
    left: AwareDatetime
    reading: int = 1

    def apply(self, kept: Kept) -> Kept:
        """What is kept once the reader has moved."""
        if kept.reading != self.reading:
            return kept
        moved = {"place": self.place, "frontier": self.frontier, "into_beat": self.into_beat, "left": self.left}
        return kept.model_copy(update=moved)


class ReadAgain(_Operation):
    """The reader begins the story again, with nothing read.

    Attributes:
        reading: The reading that ends. If it has ended already, in another window, nothing changes.
    """

    kind: Literal["read-again"] = "read-again"
    reading: int

    def apply(self, kept: Kept) -> Kept:
        """What is kept as the next reading begins."""
        if kept.reading != self.reading:
            return kept
        return kept.model_copy(
            update={"reading": self.reading + 1, "place": None, "into_beat": 0, "frontier": None, "know": False}
        )


class SetKnow(_Operation):
    """The reader says "I know this story", or takes it back."""

    kind: Literal["set-know"] = "set-know"
    know: bool

    def apply(self, kept: Kept) -> Kept:
        """What is kept with the reader's word."""
        return kept.model_copy(update={"know": self.know})


class SetHiddenLength(_Operation):
    """The reader chooses to hide how long the story is, or to show it."""

    kind: Literal["set-hidden-length"] = "set-hidden-length"
    hidden: bool

    def apply(self, kept: Kept) -> Kept:
        """What is kept with the choice."""
        return kept.model_copy(update={"hide_length": self.hidden})


class AddPin(_Operation):
    """The reader pins a pair of characters: their meters are always shown."""

    kind: Literal["add-pin"] = "add-pin"
    pair: tuple[str, str]

    def apply(self, kept: Kept) -> Kept:
        """What is kept with the pin; a pair is pinned only once."""
        return kept if self.pair in kept.pins else kept.model_copy(update={"pins": (*kept.pins, self.pair)})


class RemovePin(_Operation):
    """The reader takes a pin away."""

    kind: Literal["remove-pin"] = "remove-pin"
    pair: tuple[str, str]

    def apply(self, kept: Kept) -> Kept:
        """What is kept without the pin."""
        return kept.model_copy(update={"pins": tuple(pin for pin in kept.pins if pin != self.pair)})


class AddBookmark(_Operation):
    """The reader keeps a beat.

    Attributes:
        bookmark: The id of the new bookmark. If a bookmark has it already, nothing changes.
        anchor: Where the bookmark stands.
        reading: Which time through the beat was read; 0 if it was not read and "I know this story" was set.
    """

    kind: Literal["add-bookmark"] = "add-bookmark"
    bookmark: str
    anchor: KeptAnchor
    reading: int = 0

    def apply(self, kept: Kept) -> Kept:
        """What is kept with the bookmark."""
        if kept.bookmark(self.bookmark) is not None:
            return kept
        revision = kept.revision + 1
        added = Bookmark(id=self.bookmark, anchor=self.anchor, reading=self.reading, revision=revision)
        return kept.model_copy(update={"bookmarks": (*kept.bookmarks, added)})


class SetLabel(_Operation):
    """The reader names a bookmark, or takes its name away with an empty label."""

    kind: Literal["set-label"] = "set-label"
    bookmark: str
    label: TypedText

    def apply(self, kept: Kept) -> Kept:
        """What is kept with the label. A removed bookmark stays removed."""
        return _with_bookmark_changed(kept, self.bookmark, {"label": self.label})


class SetNote(_Operation):
    """The reader writes a note beside a bookmark, or takes the note away with an empty one."""

    kind: Literal["set-note"] = "set-note"
    bookmark: str
    note: TypedText

    def apply(self, kept: Kept) -> Kept:
        """What is kept with the note. A removed bookmark stays removed."""
        return _with_bookmark_changed(kept, self.bookmark, {"note": self.note})


class RemoveBookmark(_Operation):
    """The reader removes a bookmark. It stays in the file, marked as removed, and can be brought back."""

    kind: Literal["remove-bookmark"] = "remove-bookmark"
    bookmark: str

    def apply(self, kept: Kept) -> Kept:
        """What is kept with the bookmark marked as removed."""
        return _with_bookmark_changed(kept, self.bookmark, {"removed": True})


class RestoreBookmark(_Operation):
    """The reader brings a removed bookmark back, with its label and its note."""

    kind: Literal["restore-bookmark"] = "restore-bookmark"
    bookmark: str

    def apply(self, kept: Kept) -> Kept:
        """What is kept with the bookmark back."""
        return _with_bookmark_changed(kept, self.bookmark, {"removed": False})


Operation = Annotated[
    MovePlace
    | ReadAgain
    | SetKnow
    | SetHiddenLength
    | AddPin
    | RemovePin
    | AddBookmark
    | SetLabel
    | SetNote
    | RemoveBookmark
    | RestoreBookmark,
    Field(discriminator="kind"),
]
"""One thing the reader did; `kind` says which in a plain table."""


def _with_bookmark_changed(kept: Kept, bookmark_id: str, update: dict[str, Any]) -> Kept:
    """What is kept with some fields of one bookmark changed; the same as before if no bookmark has the id."""
    if (found := kept.bookmark(bookmark_id)) is None:
        return kept
    changed = found.model_copy(update={**update, "revision": kept.revision + 1})
    bookmarks = tuple(changed if bookmark.id == bookmark_id else bookmark for bookmark in kept.bookmarks)
    return kept.model_copy(update={"bookmarks": bookmarks})
