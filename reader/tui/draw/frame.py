"""What frames the panes: the bar above the text, the line that speaks, and the keys at the foot."""

from reader.companion.moment import Moment
from reader.companion.thread import Thread
from reader.companion.values import Person
from reader.tui.commands import Command
from reader.tui.draw.phrases import count, people_words
from reader.tui.lines import Line, Run, Span, apart, fit, fit_line, line
from reader.tui.sight import Sight, View

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


def speaking_line(sight: Sight, thread: Thread | None, people: tuple[Person, ...], width: int) -> Line:
    """What just happened, else where a detour returns to, else the filter; else nothing."""
    if sight.notice:
        keys = "   Enter skips · Esc stays" if sight.skip_to else ""
        keys = "   Enter names it · u undoes" if sight.notice.bookmark else keys
        keys = "   Enter begins · Esc stays" if sight.notice.again else keys
        return _said(sight.notice.text, keys, width)
    if sight.unsaved:
        return fit_line(line(Span(" Not saved: ", "accent", bold=True), Span(sight.unsaved, "strong")), width)
    if thread is not None:
        return _filter_line(sight, thread, people, width)
    if sight.detour is not None and sight.view is View.TEXT:
        return fit_line(line(Span(f" {_detour(sight)}", "quiet", target=Run("return"))), width)
    return line()


def _said(text: str, keys: str, width: int) -> Line:
    """What was said, cut before its keys are."""
    star = Span(" ★ " if text.startswith("★ ") else " ", "accent")
    room = width - star.cells - len(keys)
    return fit_line(line(star, Span(fit(text.removeprefix("★ "), room), "strong"), Span(keys, "quiet")), width)


def _detour(sight: Sight) -> str:
    reading, target = sight.reading, sight.detour
    if target is None or not sight.on_beat:
        return "The opening page. Backspace returns to your place."
    here = reading.spot(sight.place)
    if target >= reading.end:
        return f"Looking back at {here.scene}, as it stood then. Backspace returns to the end."
    there = reading.spot(target)
    if there.scene == here.scene:
        return f"Looking back, as it stood then. Backspace returns to beat {there.beat}."
    return f"Looking back at {here.scene}, as it stood then. Backspace returns to {there.scene}."


def _filter_line(sight: Sight, thread: Thread, people: tuple[Person, ...], width: int) -> Line:
    names = filter_words(sight, people)
    scenes = count(len(thread.scenes), "scene")
    text = line(Span(" Filter ", "accent", bold=True), Span(names, "strong"), Span(f"  {scenes}", "quiet"))
    return apart(text, line(Span("Esc drops it ", "quiet", target=Run("close"))), width)


def filter_words(sight: Sight, people: tuple[Person, ...]) -> str:
    """A filter in words: `Ali`, `Ali and Sam together`, `Ali or Sam`."""
    chosen = tuple(person for person in people if person.id in sight.wanted.people)
    together = sight.wanted.every and len(chosen) > 1
    return people_words(chosen, "and" if together else "or") + (" together" if together else "")


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
    return command.shown.split(" ")[0]


def _cells(command: Command) -> int:
    return len(_key(command)) + len(command.label) + 3
