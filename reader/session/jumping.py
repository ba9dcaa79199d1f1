"""Jumping: detours to places that were read, and the way back."""

from dataclasses import replace

from reader.position import OPENING, Position
from reader.session.notices import Notice
from reader.session.state import State, Step

MOST_JUMPS = 100


def jump(state: State, target: Position) -> State:
    """Go to a place that was read, as a detour: Backspace returns, and the jump is remembered."""
    state = state.closed()
    if target == state.place or not OPENING <= target <= state.reading.horizon:
        return state
    back = (*state.back, state.place)[-MOST_JUMPS:]
    origin = state.place if state.origin is None else state.origin
    return replace(state, back=back, ahead=(), origin=origin).standing(target)


def jump_back(state: State) -> Step:
    """To where the last jump came from."""
    state = state.closed()
    if not state.back:
        return Step(state.saying(Notice("No jump to go back from.")))
    *back, target = state.back
    return Step(replace(state, back=tuple(back), ahead=(*state.ahead, state.place)).standing(target))


def jump_ahead(state: State) -> Step:
    """Forward again through the jumps that the reader went back from."""
    state = state.closed()
    if not state.ahead:
        return Step(state.saying(Notice("No jump to go forward to.")))
    *ahead, target = state.ahead
    return Step(replace(state, ahead=tuple(ahead), back=(*state.back, state.place)).standing(target))


def to_first_page(state: State) -> Step:
    """To the opening page."""
    return Step(jump(state, OPENING))


def to_frontier(state: State) -> Step:
    """To the furthest position reached."""
    return Step(replace(jump(state, state.reading.frontier), origin=None))


def return_from_detour(state: State) -> Step:
    """Back to where the detour began, or to the frontier."""
    target = state.detour
    if target is None:
        return Step(state.closed())
    return Step(replace(jump(state, target), origin=None))
