"""The lines of the scene list: parts, the scenes that were begun, bookmarks, and where the reader is."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from reader.companion.values import SceneRow
from reader.language import upper
from reader.session.links import GoTo
from reader.session.state import State
from reader.session.views.scenes import ScenesView, here, listed_scenes
from reader.text import Span
from reader.tui.lines import Line, fit_line, indent, line, wrap
from reader.tui.listing import Item, LazyRows, Listing, passed_over
from reader.tui.phrases import STAR

ROOMY = 40
"""In a pane of so many cells a title is whole; beside the text it ends in …, for the scene's head has it in whole."""


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
    named = upper(row.part, state.reading.language) if row.part else ""
    part = wrap([Span(named, "quiet", bold=True)], width - 2) if named else []
    current = state.reading.beat_ref(state.place).scene if state.on_beat else 0
    drawn = _lines(row, width, here=row.number == current, marked=row.number in marked)
    return Item(lambda: drawn, stop=True, begins_row=True, section=tuple(indent(part, [Span(" ")])))


def _lines(row: SceneRow, width: int, *, here: bool, marked: bool) -> list[Line]:
    pointer = Span("▸" if here else " ", "accent")
    star = Span(STAR if marked else " ", "accent")
    number = Span(f"{row.number:>3} ", "accent" if here else "quiet")
    title = Span(row.title, "strong" if here else "text", bold=here)
    before = line(pointer, star, number)
    room = max(1, width - before.cells - 1)
    rows = wrap([title], room) if width >= ROOMY else [fit_line(line(title), room)]
    # The list also stands beside the text while another view is open, so its rows lead there by themselves.
    return [replace(one, link=GoTo(row.start)) for one in indent(rows, before.spans, [Span(" " * before.cells)])]
