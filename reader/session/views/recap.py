"""The story so far: the summaries of the scenes that are finished."""

from collections.abc import Sequence

from reader.companion.recap import RecapPart
from reader.session.links import GoTo
from reader.session.state import ListView, State
from reader.text import Link


class RecapView(ListView):
    """The story so far."""

    def parts(self, state: State) -> tuple[RecapPart, ...]:
        """The summaries by part."""
        return state.reading.recap(state.place)

    def rows(self, state: State) -> Sequence[Link | None]:
        """Each summary leads to its scene."""
        return tuple(GoTo(summary.row.start) for part in self.parts(state) for summary in part.summaries)
