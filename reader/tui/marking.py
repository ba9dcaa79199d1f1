"""Bookmarks as the reader makes, names, annotates, removes and brings them back."""

from dataclasses import dataclass, replace

from reader.shelf.kept import Bookmark
from reader.text import clean_line
from reader.tui.sight import Mark, Notice, Sight, saying


@dataclass(frozen=True, slots=True)
class Marking:
    """A bookmark to be kept.

    Attributes:
        sight: With what undoing needs; nothing in it is said before the bookmark is on disk.
        bookmark: As it shall be kept.
        said: What to say once it is.
    """

    sight: Sight
    bookmark: Bookmark
    said: Notice


def mark_place(sight: Sight) -> Marking | Sight:
    """Keep the beat the reader is on; a beat that is kept already is not kept twice."""
    anchor = sight.reading.anchor(sight.place)
    if anchor is None or not sight.on_beat:
        return saying(sight, Notice("Only a beat of the story can be kept."))
    if mark := sight.marks.at(sight.place):
        return saying(sight, Notice(f"★ Kept already: {mark.bookmark.title}", bookmark=mark.bookmark.id))
    if any(made.removed and made.anchor == anchor and not sight.kept.bookmark(made.id) for made in sight.undo):
        return saying(sight, Notice("It is being kept."))
    read = sight.place <= sight.reading.frontier
    bookmark = Bookmark.new(anchor, sight.kept.reading if read else 0)
    said = Notice(f"★ Kept: {bookmark.title}", bookmark=bookmark.id)
    return Marking(_undoable(sight, bookmark.model_copy(update={"removed": True})), bookmark, said)


def rename(sight: Sight, bookmark: Bookmark, label: str) -> Marking:
    """Give a bookmark a label; an empty one takes it away."""
    named = bookmark.model_copy(update={"label": clean_line(label)})
    return Marking(_undoable(sight, bookmark), named, Notice(f"★ Named: {named.title}"))


def annotate(sight: Sight, bookmark: Bookmark, note: str) -> Marking:
    """Write a note beside a bookmark; an empty one takes it away."""
    noted = bookmark.model_copy(update={"note": clean_line(note)})
    return Marking(_undoable(sight, bookmark), noted, Notice(f"★ Noted: {noted.title}"))


def remove(sight: Sight, bookmark: Bookmark) -> Marking:
    """Take a bookmark away; undo brings it back whole."""
    removed = bookmark.model_copy(update={"removed": True})
    return Marking(_undoable(sight, bookmark), removed, Notice(f"Removed: {bookmark.title}   u brings it back"))


def undo(sight: Sight) -> Marking | Sight:
    """Put the bookmark that was changed last back as it was."""
    if not sight.undo:
        return saying(sight, Notice("Nothing to undo."))
    *rest, before = sight.undo
    said = _undone(sight.kept.bookmark(before.id), before)
    return Marking(saying(replace(sight, undo=tuple(rest)), None), before, Notice(f"{said}: {before.title}"))


def _undone(now: Bookmark | None, before: Bookmark) -> str:
    """What putting a bookmark back does to it, in words."""
    if before.removed:
        return "Not kept any more"
    if now is None or now.removed:
        return "★ Kept again"
    return "★ Named as before" if now.label != before.label else "★ Noted as before"


def chosen_mark(sight: Sight) -> Mark | None:
    """The bookmark the cursor is on."""
    rows = sight.marks.rows
    return rows[sight.cursor] if sight.cursor < len(rows) else None


def _undoable(sight: Sight, before: Bookmark) -> Sight:
    return saying(replace(sight, undo=(*sight.undo, before)), None)
