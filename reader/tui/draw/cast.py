"""The cast: everyone met, to look up."""

from collections.abc import Callable, Sequence
from functools import partial

from reader.companion.card import CastRow
from reader.text import fold
from reader.tui.draw.listing import Listing, late, said
from reader.tui.draw.phrases import badge, name
from reader.tui.lines import Line, Open, Span, apart, indent, line, wrap
from reader.tui.order import Order


def cast_rows(cast: Sequence[CastRow], order: Order, wanted: str) -> list[CastRow]:
    """The cast sorted, and narrowed to those one of whose known names has `wanted` in it."""
    keys: dict[Order, Callable[[CastRow], tuple[int, str]]] = {
        Order.MET: lambda row: (row.person.rank, ""),
        Order.SEEN: lambda row: (-(row.last or row.met).position, ""),
        Order.NAME: lambda row: (0, fold(row.person.name)),
    }
    looked_for = fold(wanted)
    narrowed = [row for row in cast if not wanted or looked_for in fold(" ".join(row.called))]
    return sorted(narrowed, key=keys[order])


def cast_listing(rows: Sequence[CastRow], order: Order, wanted: str, width: int) -> Listing:
    """Everyone met: name, where last seen, the newest that is known."""
    items = [late(partial(_row, row, width), target=Open(row.person.id)) for row in rows]
    if not items:
        items = [said(Span("Nobody met yet." if not wanted else f"Nobody met is called “{wanted}”.", "quiet"))]
    words = f"“{wanted}” · {order.value}" if wanted else order.value
    return Listing("Cast", words, tuple(items))


def _row(row: CastRow, width: int) -> list[Line]:
    full = Span(f"  {row.full}" if row.full else "", "quiet")
    seen = f"{row.last.scene} {row.last.title}" if row.last else "not seen yet"
    head = apart(line(badge(row.person), name(row.person, bold=True), full), line(Span(seen, "quiet")), width)
    return [head, *(indent(wrap([Span(row.newest, "quiet")], width - 2), [Span("  ")]) if row.newest else [])]
