"""The keys of the view it was opened from."""

from dataclasses import dataclass

from reader.session.state import ScrolledView, State, Step, View
from reader.session.views.stack import escape, push


@dataclass(frozen=True, slots=True)
class KeysView(ScrolledView):
    """The keys of a view: text to scroll through, in which nothing can be chosen."""

    of: View


def toggle_keys(state: State) -> Step:
    """List the keys of the view that is open, over it; or close the list."""
    if isinstance(state.view, KeysView):
        return escape(state)
    return Step(push(state, KeysView(state.view)))
