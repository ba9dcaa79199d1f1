"""Shelving: what goes to the shelf when the reader moves, and what the shelf answers."""

from dataclasses import replace
from datetime import datetime

from reader.session.lists import settled
from reader.session.notices import Notice
from reader.session.state import State
from reader.shelf.kept import Kept
from reader.shelf.operations import MovePlace


def place_of(state: State, now: datetime) -> MovePlace:
    """The reader's place and frontier as the shelf keeps them.

    Args:
        state: Where the reader is.
        now: The time, in UTC.
    """
    reading = state.reading
    place, frontier = reading.anchor(state.place), reading.anchor(reading.frontier)
    into = state.text.into
    return MovePlace(place=place, frontier=frontier, into_beat=into, left=now, reading=state.kept.reading)


def written(state: State, kept: Kept, notice: Notice | None, unsaved: str) -> State:
    """The state after something was written to the shelf.

    Args:
        state: What is before the reader.
        kept: What the shelf holds now.
        notice: What to say of it.
        unsaved: Why something else is not on disk; empty if everything is.
    """
    if kept.bookmarks != state.kept.bookmarks:
        state = settled(state.holding(state.reading, kept))
    if notice is None or notice.furthest > state.reading.horizon:  # it was hidden while the disk worked
        notice = state.notice
    return replace(state, kept=kept, unsaved=unsaved, notice=notice)


def refused(state: State, reason: str) -> State:
    """The state after something could not be written to the shelf."""
    return replace(state, unsaved=reason)


def last_words(state: State) -> str:
    """Where the reader's place is kept, for after the screen is gone."""
    if state.place >= state.reading.end:
        return "Kept: the end page."
    if not state.on_beat:
        return ""
    beat = state.reading.beat_ref(state.place)
    return f"Kept: scene {beat.scene}, {beat.title}, beat {beat.beat}."
