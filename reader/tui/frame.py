"""What frames the panes: the bar above the text, and the keys at the foot."""

from collections.abc import Mapping, Sequence
from itertools import accumulate

from reader.companion.moment import Moment
from reader.companion.reading import Reading
from reader.language import upper
from reader.session.commands import Command, available, command_at
from reader.session.keys import Keymap
from reader.session.layout import BeatPages
from reader.session.links import GiveCommand
from reader.session.state import State, TextView
from reader.text import Span
from reader.tui.lines import Line, both_ends, fit_line, line, width_of

NARROW = 60


def bar_line(reading: Reading, moment: Moment | None, pages: BeatPages, width: int, *, listed: bool) -> Line:
    """Where the reader is, in numbers.

    Args:
        reading: The story.
        moment: The moment at the place; nothing on the pages before and after the story.
        pages: Those of the beat being read.
        width: Of the screen, in cells.
        listed: The parts stand in a list beside the text, so that the bar names the story and not the part.
    """
    if moment is None:
        return line()
    beats = f"{moment.beat} of {moment.beats}" if moment.beats else f"{moment.beat}"
    turned = f"page {pages.number} of {pages.count}" if pages.count > 1 else ""
    if width < NARROW:
        beats = " · ".join(part for part in (beats, turned) if part)
        left = line(Span(f" {moment.head.number} ", "accent", bold=True), Span(moment.head.title, "strong", bold=True))
        return _numbered(left, beats, width)
    scenes = f"{moment.head.number} of {moment.scenes}" if moment.scenes else f"{moment.head.number}"
    part = moment.head.part
    named = reading.title_page().title if listed or not part else upper(part, reading.language)
    left = line(Span(f" {named}", "quiet", bold=not listed))
    numbers = " · ".join(number for number in (f"scene {scenes}", f"beat {beats}", turned) if number)
    return _numbered(left, numbers, width)


def _numbered(left: Line, numbers: str, width: int) -> Line:
    """What the bar is about and its numbers, which are whole wherever there is room for them."""
    right = line(Span(f"{numbers} ", "quiet"))
    return both_ends(fit_line(left, max(0, width - right.cells - 2)), right, width)


def footer_line(state: State, width: int) -> Line:
    """As many keys as fit, those that lead out of here before all others; without words if even these do not fit."""
    commands = sorted(_worth_naming(state), key=lambda command: command.footer)
    first = sorted(commands, key=lambda command: not command.stays)
    staying = sum(command.stays for command in commands)
    items: dict[str, Sequence[Span]] = {command.id: _item(command, state.keys) for command in commands}
    shown = _fitting([command.id for command in first], items, width)
    if len(shown) < staying:
        items = {command_id: item[:1] for command_id, item in items.items()}
        shown = _fitting([command.id for command in first], items, width)
    return line(*(span for command_id, item in items.items() if command_id in shown for span in item))


def _fitting(first: Sequence[str], items: Mapping[str, Sequence[Span]], width: int) -> Sequence[str]:
    """The first commands, up to the one whose item does not fit any more."""
    cells = accumulate(width_of(items[command_id]) for command_id in first)
    return first[: sum(used <= width for used in cells)]


def _worth_naming(state: State) -> tuple[Command, ...]:
    """The commands of the footer that have a key and do something here."""
    commands = (command for command in available(state) if command.footer and state.keys.shown(command.id))
    return tuple(one for one in commands if _is_of_use(one.id, state) and _is_given(one, state))


def _is_given(command: Command, state: State) -> bool:
    """Whether its key gives this command here, and not another that goes before it."""
    given = command_at(state, state.keys.keys[command.id][0])
    return given is None or given == command


def _is_of_use(command: str, state: State) -> bool:
    if not isinstance(state.view, TextView):
        return True
    if not state.reading.horizon:
        return command in ("next", "keys", "quit")
    of_use = {
        "close": False,
        "bookmark": state.on_beat,
        "next": state.place < state.reading.end,
        "back": state.place > 0,
    }
    return of_use.get(command, True)


def _item(command: Command, keys: Keymap) -> tuple[Span, Span]:
    link = GiveCommand(command.id)
    key = keys.shown(command.id)[0]
    return Span(f" {key}", "accent", link=link), Span(f" {command.label} ", "quiet", link=link)
