"""The list of bookmarks; how they are changed is in `session/bookmarks.py`."""

from bisect import bisect_right
from collections.abc import Sequence

from reader.position import OPENING
from reader.session.links import GoTo
from reader.session.state import ListView, State, Step
from reader.session.views.stack import on_row, toggle
from reader.shelf.kept import Bookmark
from reader.text import Link


class BookmarksView(ListView):
    """The bookmarks the reader may see."""

    def rows(self, state: State) -> Sequence[Link | None]:
        """Each row leads to its bookmark; one that lost its scene leads nowhere."""
        return tuple(None if one.position is None else GoTo(one.position) for one in state.bookmarks.rows)

    def chosen(self, state: State) -> Bookmark | None:
        """The bookmark that the cursor is on."""
        rows = state.layout.fit(state).rows
        row = rows[self.cursor] if self.cursor < len(rows) else None
        return None if row is None else state.bookmarks.rows[row].bookmark


def here(state: State) -> int:
    """The row of the bookmark at the place, or of the last one before it; the first row if there is none."""
    found = state.bookmarks.found
    return max(0, bisect_right(found, state.place, key=lambda placed: placed.position or OPENING) - 1)


def open_bookmarks(state: State) -> Step:
    """Open the bookmarks with the cursor on the one nearest before the reader, or close them."""
    state = toggle(state, BookmarksView())
    return Step(on_row(state, here(state)) if isinstance(state.view, BookmarksView) else state)
