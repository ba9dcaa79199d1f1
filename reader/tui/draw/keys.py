"""The list of keys."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from reader.tui.commands import LIST, Command
from reader.tui.draw.listing import GAP, Item, Listing, heading, item
from reader.tui.lines import BLANK, Line, Span, indent, line, wrap

BESIDE = 92
GUTTER = 2


def key_listing(commands: Sequence[Command], width: int) -> Listing:
    """The keys of a screen, by what they are for; in two columns where there is room."""
    with_keys = [command for command in commands if command.keys]
    groups = sorted(dict.fromkeys(command.group for command in with_keys), key=lambda group: group != LIST)
    keys = max((line(Span(_shown(command))).cells for command in with_keys), default=0) + GUTTER
    two = width >= BESIDE
    column = (width - 2 * GUTTER) // 2 if two else width
    rows = {group: list(_rows(with_keys, group, keys, column)) for group in groups}
    if not two:
        blocks = ((heading(group), *map(item, rows[group]), GAP) for group in groups)
        return Listing("Keys", "Esc closes", tuple(one for block in blocks for one in block))
    columns = [[*heading(group).lines(), *rows[group], BLANK] for group in groups]
    cut = next((n for n in range(len(columns)) if 2 * sum(map(len, columns[:n])) >= sum(map(len, columns))), 0)
    left, right = ([row for block in part for row in block] for part in (columns[:cut], columns[cut:]))
    return Listing("Keys", "Esc closes", tuple(_beside(left, right, column + 2 * GUTTER)))


def _rows(commands: Sequence[Command], group: str, keys: int, width: int) -> Iterator[Line]:
    for command in commands:
        if command.group == group:
            shown = Span(f"{_shown(command):<{keys}}", "accent")
            yield from indent(wrap([Span(command.help)], width - keys), [shown], [Span(" " * keys)])


def _shown(command: Command) -> str:
    return " ".join(command.shown)


def _beside(left: list[Line], right: list[Line], width: int) -> Iterator[Item]:
    for one, other in zip_longest(left, right, fillvalue=BLANK):
        yield item(Line((*one.spans, Span(" " * max(0, width - one.cells)), *other.spans)))
