"""The list of bookmarks; how they are changed is in `session/bookmarks.py`."""

from collections.abc import Sequence

from reader.session.links import GoTo
from reader.session.state import ListView, State
from reader.shelf.kept import Bookmark
from reader.text import Link


class BookmarksView(ListView):
    """The bookmarks the reader may see."""

    def rows(self, state: State) -> Sequence[Link | None]:
        """Each row leads to its bookmark; one that lost its scene leads nowhere."""
        return tuple(None if one.position is None else GoTo(one.position) for one in state.bookmarks.rows)

    def chosen(self, state: State) -> Bookmark | None:
        """The bookmark that the cursor is on."""
        rows = state.bookmarks.rows
        return rows[self.cursor].bookmark if self.cursor < len(rows) else None
