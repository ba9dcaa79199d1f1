"""Coming back: from what is kept to where the reader was."""

from dataclasses import dataclass

from reader.companion.reading import Reading
from reader.position import OPENING, Anchor, Position
from reader.shelf.kept import Kept
from reader.tui.draw.phrases import count
from reader.tui.sight import Notice, Sight, place_marks


@dataclass(frozen=True, slots=True)
class Start:
    """What the command line asks for.

    Attributes:
        at: Where to begin, as it may be meant, best first; everything before it counts as read.
        know: The reader knows this story.
    """

    at: tuple[Anchor, ...] = ()
    know: bool = False


def resume(reading: Reading, kept: Kept, start: Start, notice: str = "") -> Sight:
    """Where the reader left off, or where they ask to begin.

    Args:
        reading: The story, nothing of it read.
        kept: What the shelf holds of it.
        start: What the command line asks for.
        notice: What opening the shelf has to say.
    """
    frontier, place = _position(reading, kept.frontier), _position(reading, kept.place)
    if at := named_place(reading, start.at):
        place, frontier = at, max(at, frontier)
    frontier = max(frontier, OPENING)
    reading = reading.reaching(frontier).knowing(kept.know or start.know)
    marks = place_marks(reading, kept)
    moved = sum(mark.moved for mark in marks.near)
    if not notice and (moved or marks.lost):
        steady = count(len(marks.near) - moved, "bookmark") + " where they were" if len(marks.near) > moved else ""
        parts = (steady, f"{moved} moved" if moved else "", f"{len(marks.lost)} without a scene" if marks.lost else "")
        notice = "The story was edited: " + ", ".join(part for part in parts if part) + "."
    said = Notice(notice) if notice else None
    return Sight(reading, kept, marks, place=min(place, reading.horizon), notice=said)


def named_place(reading: Reading, anchors: tuple[Anchor, ...]) -> Position | None:
    """The first of some anchors whose scene the story has."""
    for anchor in anchors:
        if reading.has_scene(anchor.scene) and (found := reading.find(anchor)):
            return found.position
    return None


def _position(reading: Reading, anchor: Anchor | None) -> Position:
    found = reading.find(anchor) if anchor else None
    return found.position if found else OPENING
