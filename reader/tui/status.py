"""The status line: a question, what just happened, what is not saved, the filter, or where a detour returns to."""

from collections.abc import Iterator, Sequence
from unicodedata import category

from reader.companion.thread import Thread
from reader.companion.values import Person
from reader.session.keys import Keymap
from reader.session.links import GiveCommand
from reader.session.state import State, TextView
from reader.text import Span, count
from reader.tui.lines import Line, both_ends, fit, fit_line, line, width_of
from reader.tui.phrases import people_words
from reader.tui.rows import APART

CLOSING = ("Pf", "Pi", "Pe")
"""What Unicode says of marks that end a quotation, in some language or other."""
LEAST_WORDS = 30
"""If the words would have fewer cells than this, their keys are named more shortly."""

Keys = Sequence[tuple[str, str]]
"""Keys worth naming, most needed first: the command's id, which a click gives, and what its key does."""


def status_line(state: State, thread: Thread | None, width: int) -> Line:
    """What there is to say, the most pressing alone; nothing if there is nothing."""
    question, notice = state.question, state.notice
    if question:
        keys = (("yes", question.yes), ("close", "stays"))
        return _notice_line((question.text, question.short), keys, state.keys, width)
    if notice:
        return _notice_line((notice.text, notice.short or notice.text), notice.keys, state.keys, width)
    if state.unsaved:
        return fit_line(line(Span(" Not saved: ", "accent", bold=True), Span(state.unsaved, "strong")), width)
    if thread is not None:
        return _filter_line(state, thread, width)
    if state.detour is not None and isinstance(state.view, TextView):
        rows = [_detour(*words, state.keys) for words in _detours(state)]
        return next((row for row in rows if row.cells <= width), fit_line(rows[-1], width))
    return line()


def _notice_line(texts: tuple[str, str], keys: Keys, keymap: Keymap, width: int) -> Line:
    """The longest of the two texts that fits with its keys; else as much of the short one as leaves the keys room."""
    text, short = texts
    worded, bare = list(_key_spans(keys, keymap, worded=True)), list(_key_spans(keys, keymap, worded=False))
    forms = [(text, worded), (short, worded), *([(short, bare)] if short != text else [])]
    rows = [line(*_starred(words), *spans) for words, spans in forms]
    if fitting := next((row for row in rows if row.cells <= width), None):
        return fitting
    spans = worded if width - width_of(worded) >= LEAST_WORDS else bare
    star, words = _starred(short)
    room = width - width_of([star, *spans])
    return fit_line(line(star, Span(_cut(words.text, max(1, room)), "strong"), *spans), width)


def _cut(words: str, room: int) -> str:
    """Words that end in … if they do not fit; a quotation that they end with is closed all the same."""
    closed = room > 1 and words[-1:] != "" and category(words[-1]) in CLOSING
    return f"{fit(words[:-1], room - 1)}{words[-1]}" if closed else fit(words, room)


def _starred(text: str) -> tuple[Span, Span]:
    star = " ★ " if text.startswith("★ ") else " "
    return Span(star, "accent"), Span(text.removeprefix("★ "), "strong")


def _key_spans(keys: Keys, keymap: Keymap, *, worded: bool) -> Iterator[Span]:
    for number, (command, does) in enumerate(keys):
        link = GiveCommand(command)
        yield Span(" · " if number else "   ", "quiet")
        yield Span(keymap.key(command), "accent", link=link)
        if worded:
            yield Span(f" {does}", "quiet", link=link)


def _detour(tells: str, returns: str, keymap: Keymap) -> Line:
    link = GiveCommand("return")
    key = Span(keymap.key("return"), "accent", link=link)
    return line(Span(f" {tells} " if tells else " ", "quiet"), key, Span(f" {returns}", "quiet", link=link))


def _detours(state: State) -> Iterator[tuple[str, str]]:
    """That this is a detour, and where it returns to, in more words and in fewer; the key is never cut."""
    if not state.on_beat:
        yield "The opening page.", "returns to your place."
        return
    here, returns = state.reading.beat_ref(state.place).scene, f"returns to {_returning(state)}."
    yield f"Looking back at {here}, as it stood then.", returns
    yield "As it stood then.", returns
    yield "", returns


def _returning(state: State) -> str:
    reading, target = state.reading, state.detour
    if target is None or target >= reading.end:
        return "the end"
    here, there = reading.beat_ref(state.place), reading.beat_ref(target)
    return f"beat {there.beat}" if there.scene == here.scene else f"{there.scene}"


def _filter_line(state: State, thread: Thread, width: int) -> Line:
    """The filter in words; on the text also how to drop it, and how to return if the reader looks back."""
    names, scenes = filter_words(state, state.reading.people()), count(len(thread.scenes), "scene")
    text = line(Span(" Filter ", "accent", bold=True), Span(names, "strong"), Span(f"  {scenes}", "quiet"))
    if not isinstance(state.view, TextView):
        return fit_line(text, width)
    back = (("return", f"returns to {_returning(state)}"),) if state.detour and state.on_beat else ()
    keys: Keys = (*back, ("close", "drops it"))
    then = line(*text.spans, Span("  as it stood then" if back else "", "quiet"))
    forms = [
        (left, line(*_key_spans(keys, state.keys, worded=worded), Span(" ")))
        for left, worded in ((then, True), (text, True), (text, False))
    ]
    left, right = next(((one, other) for one, other in forms if one.cells + other.cells <= width), forms[-1])
    return both_ends(fit_line(left, max(0, width - right.cells - APART)), right, width)


def filter_words(state: State, people: tuple[Person, ...]) -> str:
    """A filter in words: `Ali`, `Ali and Sam together`, `Ali or Sam`."""
    chosen = tuple(person for person in people if person.id in state.filter.people)
    together = state.filter.every and len(chosen) > 1
    return people_words(chosen, "and" if together else "or") + (" together" if together else "")
