"""Coming back: from what is kept to where the reader was."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from reader.companion.reading import Reading
from reader.position import OPENING, Anchor, Position
from reader.shelf.kept import Kept
from reader.tui.draw.phrases import count
from reader.tui.sight import Notice, Sight, View, place_marks

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
    frontier, place = _position(reading, kept.frontier), _position(reading, kept.place)
    if at := named_place(reading, start.at):
        place, frontier = at, max(at, frontier)
    frontier = max(frontier, OPENING)
    reading = reading.reaching(frontier).knowing(kept.know or start.know)
    if kept.hide_length is not None:
        reading = reading.hiding_length(kept.hide_length)
    marks = place_marks(reading, kept)
    moved = sum(mark.moved for mark in marks.near)
    if not notice and (moved or marks.lost):
        steady = count(len(marks.near) - moved, "bookmark") + " where they were" if len(marks.near) > moved else ""
        parts = (steady, f"{moved} moved" if moved else "", f"{len(marks.lost)} without a scene" if marks.lost else "")
        notice = "The story was edited: " + ", ".join(part for part in parts if part) + "."
    said = Notice(notice) if notice else None
    sight = Sight(reading, kept, marks, place=min(place, reading.horizon), notice=said)
    long_away = kept.left is not None and now - kept.left >= AWAY
    return replace(sight, view=View.SINCE) if long_away and sight.on_beat and not start.at else sight


def named_place(reading: Reading, anchors: tuple[Anchor, ...]) -> Position | None:
    """The first of some anchors whose scene the story has."""
    for anchor in anchors:
        if reading.has_scene(anchor.scene) and (found := reading.find(anchor)):
            return found.position
    return None


def _position(reading: Reading, anchor: Anchor | None) -> Position:
    found = reading.find(anchor) if anchor else None
    return found.position if found else OPENING
