"""The scene list: the scenes that were begun, or those of the filter's thread."""

from bisect import bisect_right
from collections.abc import Sequence

from reader.companion.values import SceneRow
from reader.session.links import GoTo
from reader.session.state import ListView, State, Step
from reader.session.views.stack import toggle
from reader.text import Link


class ScenesView(ListView):
    """The scenes the reader may go to."""

    def rows(self, state: State) -> Sequence[Link | None]:
        """Each row leads to where its scene begins."""
        return tuple(GoTo(row.start) for row in listed_scenes(state))


def listed_scenes(state: State) -> Sequence[SceneRow]:
    """All scenes that were begun, or those of the thread."""
    return state.reading.thread(state.filter).scenes if state.filter else state.reading.known.scenes


def here(state: State) -> int:
    """The row of the scene the reader is in, or of the last one before it."""
    return max(0, bisect_right(listed_scenes(state), state.place, key=lambda row: row.start) - 1)


def open_scenes(state: State) -> Step:
    """Open the scene list with the cursor on the reader's scene, or close it."""
    return Step(toggle(state, ScenesView(cursor=here(state))))
