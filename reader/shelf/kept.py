"""What is kept of one story, as a frozen value; each change makes a new one."""

import os
from collections.abc import Callable
from dataclasses import fields
from datetime import datetime
from typing import Annotated, Any

from pydantic import AwareDatetime, BaseModel, BeforeValidator, ConfigDict, Field

from reader.position import Anchor
from reader.text import clean_line

FORMAT = 1


def _known_keys(anchor: Any) -> Any:
    """An anchor's table without what another version added to it: an Anchor has no room for more."""
    known = {field.name for field in fields(Anchor)}
    return {key: anchor[key] for key in anchor if key in known} if isinstance(anchor, dict) else anchor


KeptAnchor = Annotated[Anchor, BeforeValidator(_known_keys)]


class Bookmark(BaseModel):
    """A position kept with a label, a note and the words of its own beat.

    Attributes:
        id: Its own, whatever becomes of the story.
        anchor: Where it stands; its quote is the beat's own words.
        reading: Which time through its beat was read; 0, where it had not been read and everything was open.
        removed: It was taken away; it stays in the file so that another window learns of it, and for undo.
        revision: The revision of the shelf file that last changed it.
    """

    model_config = ConfigDict(frozen=True, extra="allow")

    id: str
    anchor: KeptAnchor
    label: str = ""
    note: str = ""
    reading: int = 0
    removed: bool = False
    revision: int = 0

    @classmethod
    def new(cls, anchor: Anchor, reading: int = 0) -> "Bookmark":
        """A bookmark at an anchor, with an id of its own."""
        return cls(id=os.urandom(6).hex(), anchor=anchor, reading=reading)

    @property
    def title(self) -> str:
        """Its label, or the words of its beat where it has none; safe to draw, for anyone may edit the file."""
        return clean_line(self.label or f"“{self.anchor.quote}”")


class Kept(BaseModel):
    """All that is kept of one story.

    Attributes:
        story: The story's id.
        revision: Counts the changes of the file; order comes from it, never from a clock.
        reading: Which time through, counted from 1.
        know: "I know this story" is set.
        hide_length: How long the story is stays hidden; nothing where the reader did not choose.
        pins: Pairs of characters whose meters are always shown.
        left: When the reader moved last, in UTC.
        frontier: The furthest position reached; nothing before the first beat was read.
        place: Where the reader was last.
        bookmarks: In the order they were made, removed ones too.
    """

    model_config = ConfigDict(frozen=True, extra="allow")

    format: int = FORMAT
    story: str
    revision: int = 0
    reading: int = 1
    know: bool = False
    frontier: KeptAnchor | None = None
    place: KeptAnchor | None = None
    hide_length: bool | None = None
    pins: tuple[tuple[str, str], ...] = ()
    left: AwareDatetime | None = None
    bookmarks: tuple[Bookmark, ...] = Field(default=(), alias="bookmark", validation_alias="bookmark")

    def marked(self) -> tuple[Bookmark, ...]:
        """The bookmarks that were not removed."""
        return tuple(bookmark for bookmark in self.bookmarks if not bookmark.removed)

    def bookmark(self, bookmark_id: str) -> Bookmark | None:
        """A bookmark by its id, removed or not."""
        return next((bookmark for bookmark in self.bookmarks if bookmark.id == bookmark_id), None)


Change = Callable[[Kept], Kept]
"""One thing the reader did, applied to what is on the shelf at that moment."""


def keep_place(place: Anchor | None, frontier: Anchor | None, now: datetime, reading: int = 1) -> Change:
    """The reader has moved, this time through; a window that is still in an earlier reading changes nothing."""

    def change(kept: Kept) -> Kept:
        if kept.reading != reading:
            return kept
        return kept.model_copy(update={"place": place, "frontier": frontier, "left": now})

    return change


def keep_reading_again() -> Change:
    """A new time through began: nothing of it is read."""
    return lambda kept: kept.model_copy(
        update={"reading": kept.reading + 1, "place": None, "frontier": None, "know": False}
    )


def keep_hidden_length(hidden: bool) -> Change:
    """The reader chose to hide how long the story is, or to show it."""
    return lambda kept: kept.model_copy(update={"hide_length": hidden})


def keep_pins(pins: tuple[tuple[str, str], ...]) -> Change:
    """Other pairs are pinned."""
    return lambda kept: kept.model_copy(update={"pins": pins})


def keep_know(know: bool) -> Change:
    """ "I know this story" was set or undone."""
    return lambda kept: kept.model_copy(update={"know": know})


def keep_bookmark(bookmark: Bookmark) -> Change:
    """A bookmark was made, named, annotated, removed or brought back."""

    def change(kept: Kept) -> Kept:
        renewed = bookmark.model_copy(update={"revision": kept.revision + 1})
        others = kept.bookmarks
        if kept.bookmark(bookmark.id) is None:
            return kept.model_copy(update={"bookmarks": (*others, renewed)})
        replaced = tuple(renewed if old.id == bookmark.id else old for old in others)
        return kept.model_copy(update={"bookmarks": replaced})

    return change
