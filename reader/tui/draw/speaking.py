"""The line that speaks: a question, what just happened, what is not saved, the filter, where a detour returns to."""

from collections.abc import Iterator, Sequence

from reader.companion.thread import Thread
from reader.companion.values import Person
from reader.text import count
from reader.tui.draw.phrases import people_words
from reader.tui.lines import Line, Run, Span, apart, fit, fit_line, line
from reader.tui.sight import Notice, Sight, View

LEAST_WORDS = 30
"""Fewer cells than this are not given to words where their keys could be named more shortly."""

Keys = Sequence[tuple[str, str, str]]
"""Keys worth naming, most needed first: as shown, what each does, and the command's id, which a click runs."""


def speaking_line(sight: Sight, thread: Thread | None, people: tuple[Person, ...], width: int) -> Line:
    """What there is to say, the most pressing alone; nothing, where there is nothing."""
    if sight.asked:
        keys = (("Enter", sight.asked.yes, "yes"), ("Esc", "stays", "close"))
        return _said((sight.asked.text, sight.asked.short), keys, width)
    if sight.notice:
        return _said((sight.notice.text, sight.notice.short or sight.notice.text), _after(sight.notice), width)
    if sight.unsaved:
        return fit_line(line(Span(" Not saved: ", "accent", bold=True), Span(sight.unsaved, "strong")), width)
    if thread is not None:
        return _filter_line(sight, thread, people, width)
    if sight.detour is not None and sight.view is View.TEXT:
        rows = [_detour(*words) for words in _detours(sight)]
        return next((row for row in rows if row.cells <= width), fit_line(rows[-1], width))
    return line()


def _after(notice: Notice) -> Keys:
    return (("Enter", "names it", "yes"), ("u", "undoes", "undo")) if notice.bookmark else ()


def _said(texts: tuple[str, str], keys: Keys, width: int) -> Line:
    """The longest of some texts that fits with its keys; where none does, as much of it as leaves the keys room."""
    text, short = texts
    worded, bare = list(_key_spans(keys, worded=True)), list(_key_spans(keys, worded=False))
    forms = [(text, worded), (short, worded), *([(short, bare)] if short != text else [])]
    rows = [line(*_starred(words), *spans) for words, spans in forms]
    if fitting := next((row for row in rows if row.cells <= width), None):
        return fitting
    spans = worded if width - sum(span.cells for span in worded) >= LEAST_WORDS else bare
    star, words = _starred(short)
    room = width - star.cells - sum(span.cells for span in spans)
    return fit_line(line(star, Span(fit(words.text, max(1, room)), "strong"), *spans), width)


def _starred(text: str) -> tuple[Span, Span]:
    star = " ★ " if text.startswith("★ ") else " "
    return Span(star, "accent"), Span(text.removeprefix("★ "), "strong")


def _key_spans(keys: Keys, *, worded: bool) -> Iterator[Span]:
    for number, (key, does, command) in enumerate(keys):
        target = Run(command)
        yield Span(" · " if number else "   ", "quiet")
        yield Span(key, "accent", target=target)
        if worded:
            yield Span(f" {does}", "quiet", target=target)


def _detour(said: str, returns: str) -> Line:
    target = Run("return")
    key = Span("Backspace", "accent", target=target)
    return line(Span(f" {said} ", "quiet"), key, Span(f" {returns}", "quiet", target=target))


def _detours(sight: Sight) -> Iterator[tuple[str, str]]:
    """That this is a detour, and where it returns to, in more words and in fewer."""
    if not sight.on_beat:
        yield "The opening page.", "returns to your place."
        return
    here, returns = sight.reading.spot(sight.place).scene, f"returns to {_returning(sight)}."
    yield f"Looking back at {here}, as it stood then.", returns
    yield "As it stood then.", returns


def _returning(sight: Sight) -> str:
    reading, target = sight.reading, sight.detour
    if target is None or target >= reading.end:
        return "the end"
    here, there = reading.spot(sight.place), reading.spot(target)
    return f"beat {there.beat}" if there.scene == here.scene else f"{there.scene}"


def _filter_line(sight: Sight, thread: Thread, people: tuple[Person, ...], width: int) -> Line:
    """The filter in words; on the text also how to drop it, and how to return where the reader looks back."""
    names, scenes = filter_words(sight, people), count(len(thread.scenes), "scene")
    text = line(Span(" Filter ", "accent", bold=True), Span(names, "strong"), Span(f"  {scenes}", "quiet"))
    if sight.view is not View.TEXT:
        return fit_line(text, width)
    back = (("Backspace", f"returns to {_returning(sight)}", "return"),) if sight.detour and sight.on_beat else ()
    keys: Keys = (*back, ("Esc", "drops it", "close"))
    then = line(*text.spans, Span("  as it stood then" if back else "", "quiet"))
    forms = [
        (left, line(*_key_spans(keys, worded=worded), Span(" ")))
        for left, worded in ((then, True), (text, True), (text, False))
    ]
    left, right = next(((one, other) for one, other in forms if one.cells + other.cells <= width), forms[-1])
    return apart(left, right, width)


def filter_words(sight: Sight, people: tuple[Person, ...]) -> str:
    """A filter in words: `Ali`, `Ali and Sam together`, `Ali or Sam`."""
    chosen = tuple(person for person in people if person.id in sight.wanted.people)
    together = sight.wanted.every and len(chosen) > 1
    return people_words(chosen, "and" if together else "or") + (" together" if together else "")
