"""The list of keys."""

from collections.abc import Sequence

from reader.tui.commands import Command
from reader.tui.draw.listing import GAP, Item, Listing, heading, item
from reader.tui.lines import BLANK, Line, Span, fit_line, line

BESIDE = 84


def key_listing(commands: Sequence[Command], width: int) -> Listing:
    """Every key, by what it is for; in two columns where there is room."""
    groups: dict[str, list[Line]] = {}
    column = width // 2 if width >= BESIDE else width
    for command in commands:
        if command.shown:
            row = fit_line(line(Span(f"{command.shown:<10} ", "accent"), Span(command.help)), column - 2)
            groups.setdefault(command.group, []).append(row)
    blocks = [[*heading(group).lines, *rows, BLANK] for group, rows in groups.items()]
    if width < BESIDE:
        return Listing("Keys", "Esc closes", tuple(item(*block) for block in blocks))
    cut = (len(blocks) + 1) // 2
    left, right = ([row for block in part for row in block] for part in (blocks[:cut], blocks[cut:]))
    return Listing("Keys", "Esc closes", (Item(tuple(_beside(left, right, column))), GAP))


def _beside(left: list[Line], right: list[Line], width: int) -> list[Line]:
    rows = []
    for number in range(max(len(left), len(right))):
        one = left[number] if number < len(left) else BLANK
        other = right[number] if number < len(right) else BLANK
        rows.append(Line((*one.spans, Span(" " * max(0, width - one.cells)), *other.spans)))
    return rows
