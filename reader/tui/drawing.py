"""From the state to the lines of every pane; it also tells the session what fits on the screen."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from textual.geometry import Size

from reader.companion.moment import Moment
from reader.companion.reading import Reading
from reader.companion.thread import Filter, Thread
from reader.companion.values import Pair
from reader.position import Position
from reader.session.display import DisplayOptions
from reader.session.layout import BeatPages, ListFit
from reader.session.links import OpenCard
from reader.session.state import ScrolledView, State, TextView
from reader.tui.frame import NARROW, bar_line, footer_line
from reader.tui.lines import Line
from reader.tui.listing import Listing
from reader.tui.pages import ending_lines, opening_lines
from reader.tui.registry import VIEWS, WIDE, Listed, Registry
from reader.tui.shapes import moment_with_shapes
from reader.tui.status import status_line
from reader.tui.strip import strip_lines
from reader.tui.views.companion import companion_lines
from reader.tui.views.scenes import scenes_listing
from reader.tui.views.text import Column, Manner, TextPage
from reader.tui.window import fitted, inner_width, window

_Here = tuple[Reading, Position, tuple[Pair, ...]]
"""What a moment depends on: the reading, the place and the pinned pairs."""


@dataclass(frozen=True, slots=True)
class ScreenSize:
    """How large the screen is.

    Attributes:
        panes: The size of each pane by its id, in cells and rows.
        columns: The width of the whole screen, in cells.
    """

    panes: Mapping[str, Size]
    columns: int


class Drawing:
    """Draws states. What it keeps from one key to the next only saves work: every answer depends on its arguments.

    Args:
        screen: Tells how large the screen is; asked when the session wants to know what fits.
        views: The registry of views.
    """

    def __init__(self, screen: Callable[[], ScreenSize], views: Registry = VIEWS) -> None:
        self._screen = screen
        self._views = views
        self._column = Column()
        self._moment = lru_cache(maxsize=1)(_moment)
        self._shaped = lru_cache(maxsize=1)(self._with_shapes)
        self._thread = lru_cache(maxsize=1)(_thread)
        self._page = lru_cache(maxsize=1)(self._lay_out)
        self._listed_of: State | None = None
        self._listings: dict[Size, Listing] = {}

    # What fits on the screen: the session's layout

    def pages(self, state: State) -> BeatPages:
        """The pages of the beat being read."""
        page = self._shown_page(state)
        return page.pages if page else BeatPages()

    def names(self, state: State) -> tuple[str, ...]:
        """The ids of the people named on the page, each once, from the beat being read on."""
        page = self._shown_page(state)
        return _named_on(page) if page else ()

    def fit(self, state: State) -> ListFit:
        """How the open list fits."""
        view, entry, screen = state.view, self._entry(state), self._screen()
        if entry is None or not isinstance(view, ScrolledView):
            return ListFit()
        size = screen.panes[_pane_of(entry, state, screen.columns)]
        listing = self._listing(state, entry, size)
        part = window(listing, view.cursor, view.top, size)
        return ListFit(listing.rows, part.top, part.shown)

    # What each pane says

    def lines(self, state: State, pane: str, size: Size, columns: int) -> list[Line]:
        """The lines of a pane.

        Args:
            state: What is before the reader.
            pane: The pane's id.
            size: The pane's own, in cells and rows.
            columns: The width of the whole screen, in cells.
        """
        view, entry = state.view, self._entry(state)
        if entry and isinstance(view, ScrolledView) and _pane_of(entry, state, columns) == pane:
            return list(window(self._listing(state, entry, size), view.cursor, view.top, size).lines)
        match pane:
            case "text":
                return self._text(state, size, columns)
            case "scenes":
                return list(window(scenes_listing(None, state, size.width), None, 0, size).lines)
            case "footer":
                return [footer_line(state, size.width)]
            case "status":
                return [status_line(state, self._thread_of(state), size.width)]
        moment = self._moment_of(state)
        if pane == "bar":
            return [bar_line(state.reading, moment, self.pages(state), size.width, listed=columns >= WIDE)]
        if moment is None:
            return []
        shaped = self._shaped((state.reading, state.place, state.pins), state.display)
        if pane == "side":
            return companion_lines(state, shaped, size)
        return strip_lines(shaped, size.width, state.display)

    def _text(self, state: State, size: Size, columns: int) -> list[Line]:
        if not state.on_beat:
            title = state.reading.title_page()
            if state.place >= state.reading.end:
                return ending_lines(title, state.keys, size)
            return opening_lines(title, state.keys, state.reading.frontier > 0, size)
        page = self._page_of(state, size, columns)
        return _with_walked_name_lit(page, state.text.walked)

    def _shown_page(self, state: State) -> TextPage | None:
        """The page of text that is before the reader; nothing if another view or another page is."""
        screen, entry = self._screen(), self._entry(state)
        size = screen.panes["text"]
        if not state.on_beat or not size.area or (entry and _pane_of(entry, state, screen.columns) == "text"):
            return None
        return self._page_of(state, size, screen.columns)

    def _entry(self, state: State) -> Listed | None:
        """How the open view is drawn; nothing for the text itself."""
        return None if isinstance(state.view, TextView) else self._views[type(state.view)]

    def _page_of(self, state: State, size: Size, columns: int) -> TextPage:
        here = (state.reading, state.place, state.pins)
        manner = Manner(state.display, inline=columns < NARROW, kept=self._kept(state))
        return self._page(here, size, state.text.into, manner)

    def _lay_out(self, here: _Here, size: Size, into: int, manner: Manner) -> TextPage:
        return self._column.page(self._moment(*here), size, into, manner)

    def _with_shapes(self, here: _Here, display: DisplayOptions) -> Moment:
        return moment_with_shapes(self._moment(*here), display)

    def _kept(self, state: State) -> frozenset[int]:
        """The beats of the scene up to the place that have a bookmark, by their numbers in the scene."""
        before = state.place - self._moment(state.reading, state.place, state.pins).beat
        placed = state.bookmarks.between(Position(before + 1), state.place)
        return frozenset(one.position - before for one in placed if one.position is not None)

    def _listing(self, state: State, entry: Listed, size: Size) -> Listing:
        """The open list in a pane of a size; it is made anew only if something but its cursor has changed."""
        listed_of = _without_cursor(state)
        if listed_of != self._listed_of:
            self._listed_of = listed_of
            self._listings.clear()
        if size not in self._listings:
            inner = inner_width(size.width) if entry.framed else size.width
            self._listings[size] = fitted(entry.listing(state.view, state, inner), size)
        return self._listings[size]

    def _moment_of(self, state: State) -> Moment | None:
        return self._moment(state.reading, state.place, state.pins) if state.on_beat else None

    def _thread_of(self, state: State) -> Thread | None:
        return self._thread(state.reading, state.filter) if state.filter else None


def _pane_of(entry: Listed, state: State, columns: int) -> str:
    """The pane in which the open list stands; on the pages before and after the story there is only the text's."""
    return entry.pane_on(columns, bare=not state.on_beat)


def _moment(reading: Reading, place: Position, pins: tuple[Pair, ...]) -> Moment:
    return reading.moment(place, pins)


def _thread(reading: Reading, wanted: Filter) -> Thread:
    return reading.thread(wanted)


def _without_cursor(state: State) -> State:
    """The state without what changes with every key in a list and is not drawn by the list's items."""
    view = state.view
    still = replace(view, cursor=0, top=0) if isinstance(view, ScrolledView) else view
    return replace(state.showing(still), notice=None, question=None, prompt=None)


def _named_on(page: TextPage) -> tuple[str, ...]:
    """The ids of the people named on a page, each once, from the beat being read on."""
    rows = (*page.lines[page.current :], *page.lines[: page.current])
    links = (span.link for row in rows for span in row.spans)
    return tuple(dict.fromkeys(link.person for link in links if isinstance(link, OpenCard)))


def _with_walked_name_lit(page: TextPage, walked: int | None) -> list[Line]:
    """The page with the name lit that the reader walked to, at its first place from the beat being read on."""
    rows, current, names = list(page.lines), page.current, _named_on(page) if walked is not None else ()
    if walked is None or not names:
        return rows
    link = OpenCard(names[walked % len(names)])
    for number in (*range(current, len(rows)), *range(current)):
        spans = rows[number].spans
        at = next((n for n, span in enumerate(spans) if span.link == link), None)
        if at is not None:
            lit = (*spans[:at], replace(spans[at], lit=True), *spans[at + 1 :])
            return [*rows[:number], replace(rows[number], spans=lit), *rows[number + 1 :]]
    return rows
