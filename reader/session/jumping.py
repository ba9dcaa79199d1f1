"""Jumping: detours to places that were read, and the way back."""

from dataclasses import replace

from reader.position import OPENING, Position
from reader.session.notices import Notice
from reader.session.state import Spot, State, Step

MOST_JUMPS = 100


def jump(state: State, target: Position, into: int = 0) -> State:
    """Go to a place that was read, as a detour: Backspace returns, and the jump is remembered."""
    state = state.closed()
    if target == state.place or not OPENING <= target <= state.reading.horizon:
        return state
    back = (*state.back, state.spot)[-MOST_JUMPS:]
    return replace(state, back=back, ahead=(), origin=state.origin or state.spot).standing(target, into)


def jump_back(state: State) -> Step:
    """To where the last jump came from."""
    state = state.closed()
    if not state.back:
        return Step(state.saying(Notice("No jump to go back from.")))
    *back, spot = state.back
    state = replace(state, back=tuple(back), ahead=(*state.ahead, state.spot))
    return Step(state.standing(spot.position, spot.into))


def jump_ahead(state: State) -> Step:
    """Forward again through the jumps that the reader went back from."""
    state = state.closed()
    if not state.ahead:
        return Step(state.saying(Notice("No jump to go forward to.")))
    *ahead, spot = state.ahead
    state = replace(state, ahead=tuple(ahead), back=(*state.back, state.spot))
    return Step(state.standing(spot.position, spot.into))


def to_first_page(state: State) -> Step:
    """To the opening page."""
    return Step(jump(state, OPENING))


def to_frontier(state: State) -> Step:
    """To the furthest position reached."""
    frontier, origin = state.reading.frontier, state.origin
    spot = origin if origin and origin.position == frontier else Spot(frontier)
    return Step(replace(jump(state, spot.position, spot.into), origin=None))


def return_from_detour(state: State) -> Step:
    """Back to where the detour began, or to the frontier."""
    if state.detour is None:
        return Step(state.closed())
    spot = state.origin or Spot(state.reading.frontier)
    return Step(replace(jump(state, spot.position, spot.into), origin=None))
