"""The layout of a session without a screen: everything fits, and each row of a list is one stop."""

from reader.companion.values import Person
from reader.session.layout import BeatPages, ListFit
from reader.session.state import ListView, State


class NoScreen:
    """Everything fits."""

    def pages(self, state: State) -> BeatPages:  # noqa: ARG002 - it is so for every state
        """Every beat fits on one page."""
        return BeatPages()

    def names(self, state: State) -> tuple[str, ...]:
        """The people named in the beat being read."""
        if not state.on_beat:
            return ()
        beat = state.reading.moment(state.place).text[-1]
        links = (span.link for paragraph in beat.text for span in paragraph)
        return tuple(dict.fromkeys(link.id for link in links if isinstance(link, Person)))

    def fit(self, state: State) -> ListFit:
        """All rows of the open list."""
        view = state.view
        rows = len(view.rows(state)) if isinstance(view, ListView) else 0
        return ListFit(range(rows), shown=rows)
