"""The lines of the cast."""

from collections.abc import Sequence
from functools import partial

from reader.companion.card import CastRow
from reader.language import quoted
from reader.session.state import State
from reader.session.views.cast import CastView
from reader.text import Span
from reader.tui.lines import Line, both_ends, indent, line, wrap
from reader.tui.listing import Item, LazyRows, Listing, lazy_row, passed_over
from reader.tui.phrases import badge, name


def cast_listing(view: CastView, state: State, width: int) -> Listing:
    """Everyone met: name, where last seen, the newest that is known."""
    order, query = state.display.cast_order.value, quoted(view.query, state.reading.language)
    note = f"{query} · {order}" if view.query else order
    people = view.people(state)
    if not people:
        nobody = f"Nobody met is called {query}." if view.query else "Nobody met yet."
        return Listing((passed_over(Span(nobody, "quiet")),), "Cast", note)
    return Listing(LazyRows(len(people), partial(_item, people, width)), "Cast", note)


def _item(people: Sequence[CastRow], width: int, number: int) -> Item:
    return lazy_row(partial(_lines, people[number], width))


def _lines(row: CastRow, width: int) -> list[Line]:
    full = Span(f"  {row.full}" if row.full else "", "quiet")
    seen = f"{row.last.scene} {row.last.title}" if row.last else "not seen yet"
    head = both_ends(line(badge(row.person), name(row.person, bold=True), full), line(Span(seen, "quiet")), width)
    return [head, *(indent(wrap([Span(row.newest, "quiet")], width - 2), [Span("  ")]) if row.newest else [])]
