"""The story so far: summaries of the finished scenes, and what reminds a reader who comes back after hours or days."""

from dataclasses import dataclass
from itertools import groupby

from reader.companion.index import Index
from reader.companion.moment import BeatText, beat_text
from reader.companion.net import NetChange, net_changes
from reader.companion.people import beat_ref, person_at
from reader.companion.values import BeatRef, Person, SceneRow
from reader.position import Position

LAST_SUMMARIES = 3


@dataclass(frozen=True, slots=True)
class Summary:
    """A finished scene and its summary; `sentence` is "" if the author gave none."""

    row: SceneRow
    sentence: str


@dataclass(frozen=True, slots=True)
class RecapPart:
    """The finished scenes of a part; `part` is None if the story has no parts or the first part comes later."""

    part: str | None
    summaries: tuple[Summary, ...]


@dataclass(frozen=True, slots=True)
class Reminder:
    """What reminds a reader who comes back.

    Attributes:
        at: The beat at which the reader stopped.
        beat: That beat's text.
        summaries: Summaries of the last finished scenes, oldest first.
        here: The people on stage.
        opened: The first beat of the first of these summaries, or of the reader's scene if there is none.
        changes: What changed between people from that beat to the one at which the reader stopped, in one line each.
    """

    at: BeatRef
    beat: BeatText
    summaries: tuple[Summary, ...]
    here: tuple[Person, ...]
    opened: BeatRef
    changes: tuple[NetChange, ...]


def recap_at(index: Index, place: Position) -> tuple[RecapPart, ...]:
    """The summaries of the scenes that the reader has finished at a place, grouped by part."""
    finished = _summaries(index, 0, _finished(index, place))
    return tuple(RecapPart(part, tuple(rows)) for part, rows in groupby(finished, key=lambda one: one.row.part))


def reminder(index: Index, place: Position) -> Reminder:
    """What reminds a reader who stopped at a beat.

    Args:
        index: The story.
        place: The position of the beat, from 1 to the last.
    """
    count = _finished(index, place)
    first = max(0, count - LAST_SUMMARIES)
    opened = index.starts[first]
    return Reminder(
        beat_ref(index, place),
        beat_text(index, place),
        tuple(_summaries(index, first, count)),
        tuple(person_at(index, person, place) for person in index.stage.at(place) or ()),
        beat_ref(index, opened),
        net_changes(index, opened, place),
    )


def _finished(index: Index, place: Position) -> int:
    """How many scenes are finished at a place: the reader has gone on to the next one or to the end page."""
    return len(index.rows) if place > index.last else max(0, index.scene_at(place))


def _summaries(index: Index, first: int, count: int) -> list[Summary]:
    return [Summary(index.rows[n], index.scenes[n].summary or "") for n in range(first, count)]
