"""Bookmarks: how the reader makes, names, annotates and removes them, and undoes each of these."""

from dataclasses import dataclass, replace

from reader.position import Position
from reader.session.effects import Keep
from reader.session.keys import Keymap
from reader.session.notices import Notice
from reader.session.state import Prompt, State, Step, Undo
from reader.session.views.bookmarks import BookmarksView
from reader.shelf.kept import Bookmark
from reader.shelf.operations import (
    AddBookmark,
    Operation,
    RemoveBookmark,
    RestoreBookmark,
    SetLabel,
    SetNote,
)
from reader.text import clean, clean_line

AFTER_KEEPING = (("yes", "names it"), ("undo", "undoes"))
KEPT_ALREADY = (("yes", "names it"),)
AFTER_REMOVING = (("undo", "brings it back"),)


@dataclass(frozen=True, slots=True)
class NamePrompt(Prompt):
    """The reader names a bookmark; no words take its name away."""

    bookmark: Bookmark

    @property
    def value(self) -> str:
        """Its name so far."""
        return self.bookmark.label

    def text(self, keys: Keymap) -> str:
        """What is asked for."""
        return f"Its name; Enter keeps it, {keys.key('close')} leaves it"

    def answered(self, state: State, words: str) -> Step:
        """Name it."""
        label, bookmark = clean_line(words), self.bookmark
        named = bookmark.model_copy(update={"label": label})
        undo = SetLabel(bookmark=bookmark.id, label=bookmark.label)
        operation = SetLabel(bookmark=bookmark.id, label=label)
        return _changed(state, operation, Undo(undo, bookmark), Notice(f"★ Named: {_title(state, named)}"))


@dataclass(frozen=True, slots=True)
class NotePrompt(Prompt):
    """The reader writes a note beside a bookmark; no words take it away."""

    bookmark: Bookmark
    many_lines = True
    hint = "Ctrl+J begins a new line"

    @property
    def value(self) -> str:
        """Its note so far."""
        return self.bookmark.note

    def text(self, keys: Keymap) -> str:
        """What is asked for."""
        return f"A note; Enter keeps it, {keys.key('close')} leaves it"

    def answered(self, state: State, words: str) -> Step:
        """Write the note."""
        bookmark = self.bookmark
        undo = SetNote(bookmark=bookmark.id, note=bookmark.note)
        operation = SetNote(bookmark=bookmark.id, note=clean(words).strip())
        return _changed(state, operation, Undo(undo, bookmark), Notice(f"★ Noted: {_title(state, bookmark)}"))


def keep_beat(state: State) -> Step:
    """Keep the beat that the reader is on; a beat that is kept already is not kept twice."""
    anchor = state.reading.anchor(state.place)
    if anchor is None or not state.on_beat:
        return Step(state.saying(Notice("Only a beat of the story can be kept.")))
    if placed := state.bookmarks.at(state.place):
        bookmark = placed.bookmark
        notice = Notice(f"★ Kept already: {_title(state, bookmark)}", keys=KEPT_ALREADY, bookmark=bookmark.id)
        return Step(state.saying(notice))
    if any(_is_being_kept(state, undo) and undo.bookmark.anchor == anchor for undo in state.undo):
        return Step(state.saying(Notice("It is being kept.")))
    was_read = state.place <= state.reading.frontier
    bookmark = Bookmark.new(anchor, state.kept.reading if was_read else 0)
    operation = AddBookmark(bookmark=bookmark.id, anchor=anchor, reading=bookmark.reading)
    undo = Undo(RemoveBookmark(bookmark=bookmark.id), bookmark)
    notice = Notice(f"★ Kept: {_title(state, bookmark)}", keys=AFTER_KEEPING, bookmark=bookmark.id)
    return _changed(state, operation, undo, notice)


def name_kept(state: State, bookmark: str) -> Step:
    """Ask for the name of a bookmark by its id."""
    kept = state.kept.bookmark(bookmark)
    return Step(state.prompting(NamePrompt(kept)) if kept else state)


def name_chosen(state: State) -> Step:
    """Ask for the name of the bookmark that the cursor is on."""
    bookmark = _chosen(state)
    return Step(state.prompting(NamePrompt(bookmark)) if bookmark else state)


def annotate_chosen(state: State) -> Step:
    """Ask for a note on the bookmark that the cursor is on."""
    bookmark = _chosen(state)
    return Step(state.prompting(NotePrompt(bookmark)) if bookmark else state)


def remove_chosen(state: State) -> Step:
    """Take away the bookmark that the cursor is on; undo brings it back."""
    bookmark = _chosen(state)
    if bookmark is None:
        return Step(state)
    undo = Undo(RestoreBookmark(bookmark=bookmark.id), bookmark)
    notice = Notice(f"Removed: {_title(state, bookmark)}", keys=AFTER_REMOVING)
    return _changed(state, RemoveBookmark(bookmark=bookmark.id), undo, notice)


def undo_last(state: State) -> Step:
    """Undo the last change of a bookmark that was made in this window."""
    if not state.undo:
        return Step(state.saying(Notice("Nothing to undo.")))
    *rest, undo = state.undo
    furthest = _furthest(state, undo.bookmark)
    notice = Notice(f"{_undone(undo.operation)}: {_title(state, undo.bookmark)}", furthest=furthest)
    return Step(replace(state, undo=tuple(rest)).saying(None), (Keep(undo.operation, notice),))


def _title(state: State, bookmark: Bookmark) -> str:
    return bookmark.title_in(state.reading.language)


def _undone(operation: Operation) -> str:
    """What undoing did, in words."""
    match operation:
        case RemoveBookmark():
            return "Not kept any more"
        case SetLabel():
            return "★ Named as before"
        case SetNote():
            return "★ Noted as before"
    return "★ Kept again"


def _changed(state: State, operation: Operation, undo: Undo, notice: Notice) -> Step:
    """A change of a bookmark: nothing is said of it before it is on disk."""
    notice = replace(notice, furthest=_furthest(state, undo.bookmark))
    return Step(replace(state, undo=(*state.undo, undo)).saying(None), (Keep(operation, notice),))


def _furthest(state: State, bookmark: Bookmark) -> Position:
    """The furthest position of which the words of a bookmark tell; if it cannot be placed, all that may be seen now."""
    placed = next((one for one in state.bookmarks.rows if one.bookmark.id == bookmark.id), None)
    if placed is None:
        return state.place
    return state.reading.horizon if placed.position is None else placed.position


def _chosen(state: State) -> Bookmark | None:
    return state.view.chosen(state) if isinstance(state.view, BookmarksView) else None


def _is_being_kept(state: State, undo: Undo) -> bool:
    """Whether the shelf has not answered yet that a new bookmark is on disk."""
    return isinstance(undo.operation, RemoveBookmark) and state.kept.bookmark(undo.bookmark.id) is None
