"""Resuming: from the command line and the shelf to where the reader was."""

from collections import Counter
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from reader.companion.reading import Reading
from reader.companion.values import Finding, Found
from reader.position import OPENING, Anchor, Position
from reader.session.display import DisplayOptions
from reader.session.effects import Effect, Keep, KeepPlace
from reader.session.keys import Keymap
from reader.session.notices import Notice
from reader.session.placing import PlacedBookmarks, place_bookmarks
from reader.session.state import Layout, State, Step, TextView
from reader.session.views.where import WhereView
from reader.shelf.operations import SetKnow
from reader.shelf.shelf import OpenedShelf

LONG_AWAY = timedelta(hours=8)
"""After so long the reader first sees what they have read last."""


@dataclass(frozen=True, slots=True)
class Start:
    """How the reader starts.

    Attributes:
        at: Where to begin; everything before it counts as read. Nothing to begin where the reader left off.
        know: The reader says that they know this story.
        now: The time, in UTC.
    """

    at: Position | None
    know: bool
    now: datetime


@dataclass(frozen=True, slots=True)
class Equipment:
    """What a session is given besides the story and the shelf.

    Attributes:
        keys: The keys of the commands.
        layout: Tells what fits on the screen.
        display: How things are shown.
    """

    keys: Keymap
    layout: Layout
    display: DisplayOptions


def resume(reading: Reading, opened: OpenedShelf, start: Start, equipment: Equipment) -> Step:
    """Where the reader left off, or where they ask to begin.

    Args:
        reading: The story, nothing of it read.
        opened: What the shelf holds of it, and what opening the shelf has to say.
        start: What the command line asks for.
        equipment: Keys, layout and display options.
    """
    kept = opened.kept
    reached, stood = _found(reading, kept.frontier), _found(reading, kept.place)
    frontier, place = reached.position, stood.position
    if start.at is not None:
        place, frontier = start.at, max(start.at, frontier)
    reading = reading.reaching(frontier).knowing(kept.know or start.know)
    if kept.hide_length is not None:
        reading = reading.hiding_length(kept.hide_length)
    bookmarks = place_bookmarks(reading, kept)
    notice = opened.notice or _edited(bookmarks, (reached.how, stood.how))
    place = min(place, reading.horizon)
    into = kept.into_beat if place == stood.position and stood.how is Finding.UNMOVED else 0
    state = State(
        reading,
        kept,
        equipment.keys,
        equipment.layout,
        bookmarks,
        views=(TextView(into),),
        place=place,
        display=equipment.display,
        notice=Notice(notice) if notice else None,
    )
    long_away = kept.left is not None and start.now - kept.left >= LONG_AWAY
    if long_away and state.on_beat and start.at is None:
        state = replace(state, views=(*state.views, WhereView()))
    return Step(state, _to_keep(state, start))


def _to_keep(state: State, start: Start) -> tuple[Effect, ...]:
    """What of the start is kept at once: the reader's word that they have read so far, or know the story."""
    know = state.reading.know
    if start.at is None and know == state.kept.know:
        return ()
    return (Keep(SetKnow(know=know)), KeepPlace())


def _edited(bookmarks: PlacedBookmarks, places: tuple[Finding, Finding]) -> str:
    """What to say of an edited story; nothing if all that is kept stands where it was.

    Args:
        bookmarks: Those that the reader may see.
        places: How the frontier and the place were found.
    """
    sentences = []
    if Finding.SCENE_GONE in places:
        sentences.append("Your scene is gone from the story; this is the nearest that is left.")
    elif places[1] is Finding.NEAREST:
        sentences.append("The words where you stopped are gone; this is the nearest beat.")
    counts = Counter(placed.found.how for placed in bookmarks.found if placed.found)
    if counts.total() > counts[Finding.UNMOVED] or bookmarks.lost:
        told = {
            "kept": counts[Finding.UNMOVED],
            "moved with the text": counts[Finding.MOVED],
            "at the nearest beat, their words are gone": counts[Finding.NEAREST],
            "without a scene": len(bookmarks.lost),
        }
        sentences.append(f"Bookmarks: {', '.join(f'{number} {what}' for what, number in told.items() if number)}.")
    return " ".join(["The story was edited.", *sentences]) if sentences else ""


def _found(reading: Reading, anchor: Anchor | None) -> Found:
    """Where what is kept stands now; the opening page if nothing is kept, or if nothing of it is left."""
    if anchor is None:
        return Found(OPENING)
    return reading.find(anchor) or Found(OPENING, Finding.SCENE_GONE)
