"""What frames the panes: the bar above the text, and the keys at the foot."""

from reader.companion.moment import Moment
from reader.tui.commands import Command
from reader.tui.lines import Line, Run, Span, apart, line

NARROW = 60


def bar_line(title: str, moment: Moment | None, width: int, *, listed: bool) -> Line:
    """Where the reader is, in numbers; before them the story where the parts are `listed` beside the text, else the
    part, and on a narrow screen the scene itself."""
    if moment is None:
        return line()
    beats = f"{moment.beat} of {moment.beats}" if moment.beats else f"{moment.beat}"
    if width < NARROW:
        left = line(Span(f" {moment.head.number} ", "accent", bold=True), Span(moment.head.title, "strong", bold=True))
        return apart(left, line(Span(f"{beats} ", "quiet")), width)
    scenes = f"{moment.head.number} of {moment.scenes}" if moment.scenes else f"{moment.head.number}"
    named = title if listed or not moment.head.part else moment.head.part.upper()
    left = line(Span(f" {named}", "quiet", bold=not listed))
    return apart(left, line(Span(f"scene {scenes} · beat {beats} ", "quiet")), width)


def footer_line(commands: tuple[Command, ...], width: int) -> Line:
    """As many keys as fit, the most needed first; `?` always."""
    wanted = sorted((command for command in commands if command.footer), key=lambda command: command.footer)
    keys = next((command for command in wanted if command.id == "keys"), None)
    left = width - (_cells(keys) if keys else 0)
    shown: list[Command] = []
    for command in wanted:
        if command is not keys and (left := left - _cells(command)) < 0:
            break
        shown.append(command)
    if keys and keys not in shown:
        shown.append(keys)
    spans: list[Span] = []
    for command in shown:
        target = Run(command.id)
        spans.append(Span(f" {_key(command)}", "accent", target=target))
        spans.append(Span(f" {command.label} ", "quiet", target=target))
    return line(*spans)


def _key(command: Command) -> str:
    return command.shown[0]


def _cells(command: Command) -> int:
    return len(_key(command)) + len(command.label) + 3
