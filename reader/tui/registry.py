"""The one registry of views: which list each kind of view is drawn as, and in which pane."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from reader.session.state import State, View
from reader.session.views.bookmarks import BookmarksView
from reader.session.views.card import CardView
from reader.session.views.cast import CastView
from reader.session.views.companion import CompanionView
from reader.session.views.filter import FilterView
from reader.session.views.keys import KeysView
from reader.session.views.recap import RecapView
from reader.session.views.scenes import ScenesView
from reader.session.views.where import WhereView
from reader.session.views.why import WhyView
from reader.tui.listing import Listing
from reader.tui.views.bookmarks import bookmarks_listing
from reader.tui.views.card import card_listing
from reader.tui.views.cast import cast_listing
from reader.tui.views.companion import companion_listing
from reader.tui.views.filter import filter_listing
from reader.tui.views.keys import keys_listing
from reader.tui.views.recap import recap_listing
from reader.tui.views.scenes import scenes_listing
from reader.tui.views.where import where_listing
from reader.tui.views.why import why_listing

BESIDE = 96
"""From so many columns the companion stands beside the text."""
WIDE = 120
"""From so many columns the scene list stands beside the text."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A view that is a list.

    Attributes:
        listing: Makes the list from the view, the state and the width of its rows in cells.
        framed: It has a title and a margin; the width is that of its rows and not of the pane.
        beside_from: From so many columns the list has a pane of its own, and the text stays in sight.
        pane: That pane.
    """

    listing: Callable[[Any, State, int], Listing]
    framed: bool = True
    beside_from: int | None = None
    pane: str = "text"

    def pane_on(self, columns: int, *, bare: bool) -> str:
        """The pane in which the list stands on a screen of so many columns; `bare` if nothing else stands there."""
        return "text" if bare or self.beside_from is None or columns < self.beside_from else self.pane


Registry = Mapping[type[View], Listed]

VIEWS: Registry = MappingProxyType(
    {
        ScenesView: Listed(scenes_listing, framed=False, beside_from=WIDE, pane="scenes"),
        CompanionView: Listed(companion_listing, beside_from=BESIDE, pane="side"),
        BookmarksView: Listed(bookmarks_listing),
        FilterView: Listed(filter_listing),
        CastView: Listed(cast_listing),
        CardView: Listed(card_listing),
        WhyView: Listed(why_listing),
        RecapView: Listed(recap_listing),
        WhereView: Listed(where_listing),
        KeysView: Listed(keys_listing),
    }
)
