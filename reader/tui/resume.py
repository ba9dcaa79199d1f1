"""Coming back: from what is kept to where the reader was."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from reader.companion.reading import Reading
from reader.companion.values import Found
from reader.position import OPENING, Anchor, Position
from reader.shelf.kept import Kept
from reader.tui.sight import Marks, Notice, Sight, View, place_marks

AWAY = timedelta(hours=8)
"""After so long the reader is told what was, before they read on."""


@dataclass(frozen=True, slots=True)
class Start:
    """What the command line asks for.

    Attributes:
        at: Where to begin, as it may be meant, best first; everything before it counts as read.
        know: The reader knows this story.
    """

    at: tuple[Anchor, ...] = ()
    know: bool = False


def resume(reading: Reading, kept: Kept, start: Start, now: datetime, notice: str = "") -> Sight:
    """Where the reader left off, or where they ask to begin.

    Args:
        reading: The story, nothing of it read.
        kept: What the shelf holds of it.
        start: What the command line asks for.
        now: The time, in UTC.
        notice: What opening the shelf has to say.
    """
    reached, stood = _found(reading, kept.frontier), _found(reading, kept.place)
    frontier, place = reached.position, stood.position
    if at := named_place(reading, start.at):
        place, frontier = at, max(at, frontier)
    reading = reading.reaching(frontier).knowing(kept.know or start.know)
    if kept.hide_length is not None:
        reading = reading.hiding_length(kept.hide_length)
    marks = place_marks(reading, kept)
    notice = notice or _edited(marks, gone=reached.gone or stood.gone)
    said = Notice(notice) if notice else None
    sight = Sight(reading, kept, marks, place=min(place, reading.horizon), notice=said)
    long_away = kept.left is not None and now - kept.left >= AWAY
    return replace(sight, view=View.SINCE) if long_away and sight.on_beat and not start.at else sight


def named_place(reading: Reading, anchors: tuple[Anchor, ...]) -> Position | None:
    """The first of some anchors whose scene and beat the story has."""
    for anchor in anchors:
        found = reading.find(anchor) if reading.has_scene(anchor.scene) else None
        if found and not found.moved:
            return found.position
    return None


def _edited(marks: Marks, *, gone: bool) -> str:
    """What to say of an edited story; nothing where all that is kept stands where it was."""
    moved = sum(mark.moved for mark in marks.near)
    said = ["Your scene is gone from the story; this is the nearest that is left."] if gone else []
    if moved or marks.lost:
        counts = {"kept": len(marks.near) - moved, "moved": moved, "without a scene": len(marks.lost)}
        said.append(f"Bookmarks: {', '.join(f'{number} {what}' for what, number in counts.items() if number)}.")
    return " ".join(["The story was edited.", *said]) if said else ""


def _found(reading: Reading, anchor: Anchor | None) -> Found:
    """Where what is kept stands now; the opening page, where nothing is kept or nothing of it is left."""
    if anchor is None:
        return Found(OPENING)
    return reading.find(anchor) or Found(OPENING, gone=True)
