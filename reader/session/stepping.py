"""Stepping: the next beat and the one before, the next scene and the one before, and what counts as read."""

from dataclasses import dataclass, replace

from reader.companion.thread import Filter
from reader.position import OPENING, Position
from reader.session.notices import Notice
from reader.session.state import Question, State, Step, TextView
from reader.session.threads import at_beginning, at_end, filter_by

LAST_PAGE = Notice("This is the last page.")


@dataclass(frozen=True, slots=True)
class SkipQuestion(Question):
    """Shall the rest of the scene count as read?

    Attributes:
        target: Where the next scene begins.
    """

    target: Position

    text = "Skip the rest of this scene? It will count as read."
    short = "Skip the rest? It counts as read."
    yes = "skips"

    def accepted(self, state: State) -> Step:
        """Read up to the next scene."""
        return Step(_read_to(state.closed(), self.target))


def next_beat(state: State) -> Step:
    """The next page of a tall beat, else the next beat; it is read then. With a filter, the next of its thread."""
    if (turned := _page_after(state)) is not None:
        return Step(turned)
    thread_ended = state.notice is not None and state.notice.thread_ended
    state = state.closed()
    if thread_ended:
        state = filter_by(state, Filter())
    if state.filter:
        after = state.reading.thread(state.filter).after(state.place)
        return Step(at_end(state) if after is None else state.standing(after))
    if state.place >= state.reading.end:
        return Step(state.saying(LAST_PAGE))
    return Step(_read_to(state, Position(state.place + 1)))


def beat_before(state: State) -> Step:
    """The page before, of this beat or of the one before it; with a filter, of the one before in its thread."""
    if isinstance(state.view, TextView) and (before := state.layout.pages(state).before) is not None:
        return Step(_turned(state, before))
    state = state.closed()
    if state.filter:
        place = state.reading.thread(state.filter).before(state.place)
        return Step(at_beginning(state) if place is None else _at_last_page(state.standing(place)))
    return Step(_at_last_page(state.standing(Position(max(OPENING, state.place - 1)))))


def look_on(state: State) -> Step:
    """Forward through what was read, as the wheel goes; this never counts anything as read."""
    if (turned := _page_after(state)) is not None:
        return Step(turned)
    if state.filter:
        after = state.reading.thread(state.filter).after(state.place)
    else:
        after = Position(state.place + 1) if state.place < state.reading.horizon else None
    if after is None and state.place >= state.reading.end:
        return Step(state.saying(LAST_PAGE))
    if after is None:
        on = f"{state.keys.key('next')} reads on."
        return Step(state.saying(Notice(f"This is as far as you have read. {on}", on)))
    return Step(state.closed().standing(after))


def next_scene(state: State) -> Step:
    """The next scene; it asks first if anything unread would be skipped, and reads on like Next if not."""
    state = state.closed()
    if state.filter:
        row = next((row for row in state.reading.thread(state.filter).scenes if row.start > state.place), None)
        return Step(state.standing(row.start) if row else at_end(state))
    if not state.on_beat:
        return next_beat(state)
    reading, target = state.reading, state.reading.after_scene(state.place)
    if target <= reading.horizon:
        return Step(state.standing(target))
    # If the length is hidden, the question is asked at a scene's last beat too: not to ask would tell.
    skips = target > reading.frontier + 1 or state.layout.pages(state).after is not None
    return Step(state.asking(SkipQuestion(target)) if skips or reading.hide_length else _read_to(state, target))


def scene_before(state: State) -> Step:
    """The beginning of this scene, or of the scene before if the reader is at a beginning."""
    state = state.closed()
    if state.filter:
        rows = [row for row in state.reading.thread(state.filter).scenes if row.start < state.place]
        return Step(state.standing(rows[-1].start) if rows else at_beginning(state))
    if state.place <= 1:
        return Step(state.standing(OPENING))
    on = Position(min(state.place, state.reading.end - 1))
    start = state.reading.scene_start(on)
    if start == state.place:
        start = state.reading.scene_start(Position(start - 1))
    return Step(state.standing(start))


def _page_after(state: State) -> State | None:
    """On the next page of the beat being read; nothing on its last page, or if another view is open."""
    after = state.layout.pages(state).after if isinstance(state.view, TextView) else None
    return None if after is None else _turned(state, after)


def _turned(state: State, into: int) -> State:
    """On another page of the beat being read."""
    return state.saying(None).showing(TextView(into))


def _at_last_page(state: State) -> State:
    """On the last page of the beat at the place: what the reader sees who goes back."""
    return state.showing(TextView(state.layout.pages(state).last))


def _read_to(state: State, target: Position) -> State:
    """Read up to a position: the frontier comes along if the reader passes it.

    If the reader knows the story, the frontier comes along only from the frontier itself.
    """
    reading = state.reading
    passes = target > reading.frontier
    if not passes or (reading.know and state.place != reading.frontier):
        return state.standing(target)
    reached = reading.reaching(target)
    state = state.holding(reached) if state.bookmarks.further else replace(state, reading=reached)
    return state.standing(target)
