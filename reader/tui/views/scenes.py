"""The lines of the scene list: parts, the scenes that were begun, bookmarks, and where the reader is."""

from collections.abc import Sequence
from functools import partial

from reader.companion.values import SceneRow
from reader.language import upper
from reader.session.links import GoTo
from reader.session.state import State
from reader.session.views.scenes import ScenesView, here, listed_scenes
from reader.text import Span
from reader.tui.lines import Line, fit, fit_line, line
from reader.tui.listing import Item, LazyRows, Listing, passed_over
from reader.tui.phrases import STAR


def scenes_listing(_: ScenesView | None, state: State, width: int) -> Listing:
    """The scenes, with the reader's own marked, around the cursor or around the reader."""
    scenes = listed_scenes(state)
    if not scenes:
        return Listing((passed_over(Span("  Nothing read yet.", "quiet")),), centred=True)
    item = partial(_item, scenes, _marked(state), state, width)
    return Listing(LazyRows(len(scenes), item), centred=True, focus=here(state))


def _marked(state: State) -> frozenset[int]:
    """The numbers of the scenes in which a beat is bookmarked."""
    reading = state.reading
    positions = (placed.position for placed in state.bookmarks.found)
    return frozenset(reading.beat_ref(at).scene for at in positions if at is not None and at < reading.end)


def _item(scenes: Sequence[SceneRow], marked: frozenset[int], state: State, width: int, number: int) -> Item:
    row = scenes[number]
    part = upper(row.part, state.reading.language) if row.part else ""
    section = line(Span(f" {fit(part, width - 2)}", "quiet", bold=True)) if part else None
    current = state.reading.beat_ref(state.place).scene if state.on_beat else 0
    drawn = (_line(row, width, here=row.number == current, marked=row.number in marked),)
    return Item(lambda: drawn, stop=True, begins_row=True, section=section)


def _line(row: SceneRow, width: int, *, here: bool, marked: bool) -> Line:
    pointer = Span("▸" if here else " ", "accent")
    star = Span(STAR if marked else " ", "accent")
    number = Span(f"{row.number:>3} ", "accent" if here else "quiet")
    title = Span(row.title, "strong" if here else "text", bold=here)
    # The list also stands beside the text while another view is open, so its rows lead there by themselves.
    return fit_line(line(pointer, star, number, title, link=GoTo(row.start)), width - 1)
