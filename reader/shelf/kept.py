"""What is kept of one story, as a frozen value; each operation makes a new one."""

import os
from dataclasses import fields
from typing import Annotated, Any

from pydantic import AwareDatetime, BaseModel, BeforeValidator, ConfigDict, Field

from reader.language import quoted
from reader.position import Anchor
from reader.text import clean_line

FORMAT = 1


def _known_keys(anchor: Any) -> Any:
    """An anchor's table without the keys that another version added; an Anchor has no field for them."""
    known = {field.name for field in fields(Anchor)}
    return {key: anchor[key] for key in anchor if key in known} if isinstance(anchor, dict) else anchor


KeptAnchor = Annotated[Anchor, BeforeValidator(_known_keys)]


def new_bookmark_id() -> str:
    """An id that no other bookmark has, in any window."""
    return os.urandom(6).hex()


class Bookmark(BaseModel):
    """A position that is kept, with a label, a note and the words of its own beat.

    Attributes:
        id: Its own; it stays the same when the story is edited.
        anchor: Where it stands; the anchor's quote is the beat's own words.
        reading: Which time through its beat was read; 0 if it was not read and "I know this story" was set.
        removed: The reader removed it. It stays in the file so that other windows see this, and for undo.
        revision: The revision of the shelf file that last changed it.
    """

    model_config = ConfigDict(frozen=True, extra="allow", defer_build=True)

    id: str
    anchor: KeptAnchor
    label: str = ""
    note: str = ""
    reading: int = 0
    removed: bool = False
    revision: int = 0

    @classmethod
    def new(cls, anchor: Anchor, reading: int = 0) -> "Bookmark":
        """A bookmark at an anchor, with a new id."""
        return cls(id=new_bookmark_id(), anchor=anchor, reading=reading)

    def title_in(self, language: str) -> str:
        """Its label, or the words of its beat if it has no label. Safe to draw, although anyone can edit the file.

        Args:
            language: The story's; it decides which quotation marks stand around the words.
        """
        return clean_line(self.label or quoted(self.anchor.quote, language))


class Kept(BaseModel):
    """All that is kept of one story.

    Attributes:
        story: The story's id.
        revision: How often the file was written. It shows what is newer; a clock is never asked.
        reading: Which time through, counted from 1.
        know: "I know this story" is set.
        hide_length: Whether to hide how long the story is; None if the reader did not choose.
        pins: The pairs of characters whose meters are always shown.
        left: When the reader last moved.
        frontier: The furthest position reached; None before the first beat is read.
        place: Where the reader was last; None on the opening page.
        into_beat: How far into the place's beat the reader's page began, in characters without white space.
        bookmarks: In the order in which they were made, removed ones too.
    """

    model_config = ConfigDict(frozen=True, extra="allow", defer_build=True)

    format: int = FORMAT
    story: str
    revision: int = 0
    reading: int = 1
    know: bool = False
    frontier: KeptAnchor | None = None
    place: KeptAnchor | None = None
    into_beat: int = 0
    hide_length: bool | None = None
    pins: tuple[tuple[str, str], ...] = ()
    left: AwareDatetime | None = None
    bookmarks: tuple[Bookmark, ...] = Field(default=(), alias="bookmark", validation_alias="bookmark")

    def marked(self) -> tuple[Bookmark, ...]:
        """The bookmarks that are not removed."""
        return tuple(bookmark for bookmark in self.bookmarks if not bookmark.removed)

    def bookmark(self, bookmark_id: str) -> Bookmark | None:
        """The bookmark with an id, removed or not."""
        return next((bookmark for bookmark in self.bookmarks if bookmark.id == bookmark_id), None)
