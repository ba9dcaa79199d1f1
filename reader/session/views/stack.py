"""The stack of views: opening one, opening one over another, and Escape."""

from collections.abc import Callable
from dataclasses import replace

from reader.companion.thread import Filter
from reader.session.state import Move, ScrolledView, State, Step, TextView, View
from reader.session.threads import filter_by


def opening(make: Callable[[], View]) -> Move:
    """A move that puts a view over the text, or closes it if it is the one that is open."""

    def move(state: State) -> Step:
        return Step(toggle(state, make()))

    return move


def toggle(state: State, view: View) -> State:
    """Put a view over the text, or close it if a view of its kind is open."""
    closes = type(state.view) is type(view)
    state = state.closed()
    return state if closes else push(state, view)


def push(state: State, view: View) -> State:
    """Put a view over the one that is open; Escape returns to that one."""
    below = state.views[1:]
    state = state.closed()
    return replace(state, views=(*state.views, *below, view))


def on_row(state: State, row: int) -> State:
    """The open list with its cursor on a row, counted from 0, and that row in sight."""
    view = state.view
    rows = state.layout.fit(state).rows
    if not isinstance(view, ScrolledView) or row not in rows:
        return state
    view = replace(view, cursor=rows.index(row))
    return state.showing(replace(view, top=state.layout.fit(state.showing(view)).top))


def escape(state: State) -> Step:
    """Escape: leave a prompt, say no to a question, go back to the view below; if nothing is open, drop the filter."""
    if state.prompt:
        return Step(state.unprompted())
    if inner := state.view.escaped():
        return Step(state.showing(inner))
    if len(state.views) > 2:
        return Step(replace(state, views=state.views[:-1], notice=None))
    busy = state.question is not None or state.notice is not None or state.text.walked is not None
    if state.filter and isinstance(state.view, TextView) and not busy:
        return Step(filter_by(state, Filter()))
    return Step(state.closed() if len(state.views) > 1 else state.closed().unwalked())


def close(state: State) -> Step:
    """Close every view: back to the text."""
    return Step(state.closed())
