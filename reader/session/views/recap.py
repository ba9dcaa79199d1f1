"""The story so far: the summaries of the scenes that are finished."""

from collections.abc import Sequence

from reader.companion.recap import RecapPart
from reader.session.links import GoTo
from reader.session.state import ListView, State, Step
from reader.session.views.stack import on_row, toggle
from reader.text import Link


class RecapView(ListView):
    """The story so far."""

    def parts(self, state: State) -> tuple[RecapPart, ...]:
        """The summaries by part."""
        return state.reading.recap(state.place)

    def rows(self, state: State) -> Sequence[Link | None]:
        """Each summary leads to its scene."""
        return tuple(GoTo(summary.row.start) for part in self.parts(state) for summary in part.summaries)


def open_recap(state: State) -> Step:
    """Open the story so far with the cursor on the newest summary, or close it."""
    state = toggle(state, RecapView())
    view = state.view
    return Step(on_row(state, len(view.rows(state)) - 1) if isinstance(view, RecapView) else state)
