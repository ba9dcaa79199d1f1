"""Why two people stand as they do, receipt by receipt."""

from reader.companion.why import History, Receipt, Why
from reader.position import Position
from reader.tui.draw.listing import GAP, Item, Listing, item, said
from reader.tui.draw.meter import bar
from reader.tui.draw.phrases import change_words, meter_word, name, scale_spans
from reader.tui.lines import Go, Span, apart, fit_line, indent, line, wrap
from reader.tui.manner import Manner


def why_listing(why: Why, place: Position, pinned: bool, width: int, manner: Manner) -> Listing:
    """Each direction with its bar and its shifts, oldest first; Enter goes to a shift's beat."""
    items: list[Item] = []
    if why.bond:
        items += [
            said(*row.spans) for row in wrap([Span("what they are to each other: ", "quiet"), Span(why.bond)], width)
        ]
    for scale in why.scales:
        items += [said(*row.spans) for row in wrap([Span(f"{scale.name.lower()}: {scale.means}", "quiet")], width)]
    items += [GAP] if why.scales else []
    for history in why.histories:
        items += _history(history, place, width, manner)
    title = f"Why · {name(why.first).text} and {why.second.name}"
    return Listing(title, "pinned" if pinned else "", tuple(items))


def _history(history: History, place: Position, width: int, manner: Manner) -> list[Item]:
    meter = history.meter
    word = Span(f"   {meter_word(meter, manner)}", "strong", bold=True)
    head = line(
        name(meter.source), Span(" → ", "quiet"), name(meter.target, within=True), *scale_spans(meter.scale), word
    )
    drawn = line(Span("  "), *bar(meter, width - 2).spans)
    receipts = (_receipt(receipt, history, place, width, manner) for receipt in history.receipts)
    return [said(*fit_line(head, width).spans), said(*drawn.spans), *receipts, GAP]


def _receipt(receipt: Receipt, history: History, place: Position, width: int, manner: Manner) -> Item:
    here = "▸" if receipt.spot.position == place else " "
    scene = line(Span(here, "accent"), Span(f"{receipt.spot.scene:>3}  ", "accent"), Span(receipt.spot.title))
    words = change_words(history.meter.scale, receipt.before, receipt.after, manner)
    rows = [apart(scene, line(Span(words, "quiet")), width)]
    rows += indent(wrap([Span(receipt.because, "quiet")], width - 6), [Span("      ")])
    return item(*rows, target=Go(receipt.spot.position))
