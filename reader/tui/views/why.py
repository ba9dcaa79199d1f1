"""The lines that tell why two people stand as they do, receipt by receipt."""

from functools import partial

from reader.companion.values import Scale
from reader.companion.why import History, Receipt
from reader.session.state import State
from reader.session.views.why import WhyView
from reader.text import Span
from reader.tui.lines import Line, both_ends, indent, line, most_lines, width_of, wrap
from reader.tui.listing import GAP, Item, Listing, lazy_row, plain_text
from reader.tui.meter import bar
from reader.tui.phrases import change_words, meter_word, name, toward
from reader.tui.rows import APART, ended
from reader.tui.shapes import why_with_shapes


def why_listing(view: WhyView, state: State, width: int) -> Listing:
    """Each direction with its bar and its shifts, oldest first."""
    why = why_with_shapes(view.why(state), state.display)
    title = f"Why · {name(why.first).text} and {why.second.name}"
    told: list[Line] = []
    if why.bond:
        told += wrap([Span("what they are to each other: ", "quiet"), Span(why.bond)], width)
    for scale in why.scales:
        told += wrap([Span(f"{scale.name}: {scale.means}", "quiet")], width)
    items = [*plain_text(told), GAP] if told else []
    for history in why.histories:
        items += _history(history, state, width)
    return Listing(tuple(items), title, "pinned" if view.pair in state.pins else "")


def _history(history: History, state: State, width: int) -> list[Item]:
    meter = history.meter
    word = Span(f"   {meter_word(meter, state.display)}", "strong", bold=True)
    head = wrap([*toward(meter.source, meter.target, meter.scale), word], width)
    drawn = _bar_between_words(bar(meter, width - 2), meter.scale, width - 2)
    items = plain_text([*head, *indent(drawn, [Span("  ")])])
    receipts = [_receipt_row(receipt, history, state, width) for receipt in history.receipts]
    return [*items, *receipts, GAP]


def _bar_between_words(drawn: Line, scale: Scale, width: int) -> list[Line]:
    """A bar, and what its ends mean: beside it the scale's lowest and highest word, or below it if they are long."""
    lowest, highest = (Span(word, "quiet") for word in (scale.words[0], scale.words[-1]))
    beside = line(lowest, Span(" "), *drawn.spans, Span(" "), highest)
    if beside.cells <= width:
        return [beside]
    if width_of([lowest, highest]) + APART <= drawn.cells:
        return [drawn, both_ends(line(lowest), line(highest), drawn.cells)]
    ends = ((Span("├ ", "faint"), lowest), (Span("┤ ", "faint"), highest))
    return [drawn, *(row for end, word in ends for row in indent(wrap([word], width - 2), [end], [Span("  ")]))]


def _receipt_row(receipt: Receipt, history: History, state: State, width: int) -> Item:
    words = change_words(history.meter.scale, receipt.before, receipt.after, state.display)
    most = most_lines(width - 6, receipt.at.title, receipt.because, words)
    return lazy_row(partial(_receipt, receipt, words, state, width), most)


def _receipt(receipt: Receipt, words: str, state: State, width: int) -> list[Line]:
    here = "▸" if receipt.at.position == state.place else " "
    number = (Span(here, "accent"), Span(f"{receipt.at.scene:>3}  ", "accent"))
    title = indent(wrap([Span(receipt.at.title)], width - 6), number, [Span("      ")])
    because = indent(wrap([Span(receipt.because, "quiet")], width - 6), [Span("      ")])
    return [*ended(title, [Span(words, "quiet")], width), *because]
