"""The lines that tell why two people stand as they do, receipt by receipt."""

from reader.companion.why import History, Receipt
from reader.session.state import State
from reader.session.views.why import WhyView
from reader.text import Span
from reader.tui.lines import both_ends, fit_line, indent, line, wrap
from reader.tui.listing import GAP, Item, Listing, passed_over, row
from reader.tui.meter import bar
from reader.tui.phrases import change_words, meter_word, name, scale_spans
from reader.tui.shapes import why_with_shapes


def why_listing(view: WhyView, state: State, width: int) -> Listing:
    """Each direction with its bar and its shifts, oldest first."""
    why = why_with_shapes(view.why(state), state.display)
    items: list[Item] = []
    if why.bond:
        bond = wrap([Span("what they are to each other: ", "quiet"), Span(why.bond)], width)
        items += [passed_over(*one.spans) for one in bond]
    for scale in why.scales:
        means = wrap([Span(f"{scale.name.lower()}: {scale.means}", "quiet")], width)
        items += [passed_over(*one.spans) for one in means]
    items += [GAP] if why.scales else []
    for history in why.histories:
        items += _history(history, state, width)
    title = f"Why · {name(why.first).text} and {why.second.name}"
    return Listing(tuple(items), title, "pinned" if view.pair in state.pins else "")


def _history(history: History, state: State, width: int) -> list[Item]:
    meter = history.meter
    word = Span(f"   {meter_word(meter, state.display)}", "strong", bold=True)
    head = line(
        name(meter.source), Span(" → ", "quiet"), name(meter.target, within=True), *scale_spans(meter.scale), word
    )
    drawn = line(Span("  "), *bar(meter, width - 2).spans)
    receipts = (_receipt(receipt, history, state, width) for receipt in history.receipts)
    return [passed_over(*fit_line(head, width).spans), passed_over(*drawn.spans), *receipts, GAP]


def _receipt(receipt: Receipt, history: History, state: State, width: int) -> Item:
    here = "▸" if receipt.at.position == state.place else " "
    scene = line(Span(here, "accent"), Span(f"{receipt.at.scene:>3}  ", "accent"), Span(receipt.at.title))
    words = change_words(history.meter.scale, receipt.before, receipt.after, state.display)
    lines = [both_ends(scene, line(Span(words, "quiet")), width)]
    lines += indent(wrap([Span(receipt.because, "quiet")], width - 6), [Span("      ")])
    return row(*lines)
