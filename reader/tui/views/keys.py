"""The lines of the list of keys."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from reader.session.commands import GROUPS, Command, commands_of
from reader.session.keys import Keymap
from reader.session.state import State
from reader.session.views.keys import KeysView
from reader.text import Span
from reader.tui.lines import BLANK, Line, indent, line, padded, width_of, wrap
from reader.tui.listing import GAP, Item, Listing, heading, more_text

BESIDE = 92
"""From so many cells the keys stand in two columns."""
GUTTER = 2


def keys_listing(view: KeysView, state: State, width: int) -> Listing:
    """The keys of a view, by what they are for; in two columns if there is room."""
    keymap = state.keys
    commands = [command for command in commands_of(view.of) if keymap.shown(command.id)]
    note = f"{keymap.key('close')} closes"
    groups = [group for group in GROUPS if any(command.group == group for command in commands)]
    keys = max((width_of([Span(_shown(command, keymap))]) for command in commands), default=0) + GUTTER
    column = (width - 2 * GUTTER) // 2 if width >= BESIDE else width
    lines = {group: list(_lines(commands, keymap, group, keys, column)) for group in groups}
    if width < BESIDE:
        blocks = ((heading(group), *map(more_text, lines[group]), GAP) for group in groups)
        return Listing(tuple(item for block in blocks for item in block), "Keys", note)
    columns = [[*heading(group).make(), *lines[group], BLANK] for group in groups]
    cut = next((n for n in range(len(columns)) if 2 * sum(map(len, columns[:n])) >= sum(map(len, columns))), 0)
    left, right = ([one for block in part for one in block] for part in (columns[:cut], columns[cut:]))
    return Listing(tuple(_beside(left, right, column + 2 * GUTTER)), "Keys", note)


def _lines(commands: Sequence[Command], keymap: Keymap, group: str, keys: int, width: int) -> Iterator[Line]:
    for command in commands:
        if command.group == group:
            shown = Span(padded(_shown(command, keymap), keys), "accent")
            yield from indent(wrap([Span(command.help)], width - keys), [shown], [Span(" " * keys)])


def _shown(command: Command, keymap: Keymap) -> str:
    return " ".join(keymap.shown(command.id))


def _beside(left: list[Line], right: list[Line], width: int) -> Iterator[Item]:
    for one, other in zip_longest(left, right, fillvalue=BLANK):
        yield more_text(line(*one.spans, Span(" " * max(0, width - one.cells)), *other.spans))
