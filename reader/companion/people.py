"""Whom the reader has met at a place, and by which name; and how people read a position."""

from reader.companion.index import Index
from reader.companion.values import BeatRef, Person
from reader.position import Position


def person_at(index: Index, character: str, place: Position) -> Person:
    """A character as known at a place.

    Raises:
        KeyError: The story has no such character, or the reader has not met them at `place`.
    """
    timelines = index.characters[character]
    name = timelines.names.at(place)
    if name is None:
        raise KeyError(character)
    return Person(character, name, timelines.rank, index.header.language)


def people_met(index: Index, place: Position) -> tuple[Person, ...]:
    """Everyone whom the reader has met at a place, in the order of meeting, by the names known there."""
    return tuple(person_at(index, character, place) for character in index.met.until(place))


def beat_ref(index: Index, position: Position) -> BeatRef:
    """A beat's scene and number in the scene, for people to read; `position` is a beat's, from 1 to the last."""
    scene = index.scene_at(position)
    row = index.rows[scene]
    return BeatRef(position, row.number, row.title, position - row.start + 1)
