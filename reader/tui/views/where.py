"""The lines that a reader sees who comes back after a while."""

from collections.abc import Iterator

from reader.companion.recap import Reminder
from reader.session.state import State
from reader.session.views.where import MOST_CHANGES, WhereView, last_changes
from reader.text import Span
from reader.tui.lines import HANGING, Line, indent, wrap
from reader.tui.listing import GAP, Item, Listing, heading, headings, passed_over, plain_text, row
from reader.tui.phrases import badge, change_line, coloured, name
from reader.tui.rows import in_a_row
from reader.tui.shapes import reminder_with_shapes
from reader.tui.views.recap import summary_rows

MARGIN = [Span("    ")]


def where_listing(view: WhereView, state: State, width: int) -> Listing:
    """Where the reader stopped, the last summaries, who is here, what changed last; and which key goes on.

    Nothing happened in the story since the reader left, so the title says where they are.
    """
    reminder = reminder_with_shapes(view.reminder(state), state.display)
    at = wrap([Span(f"{reminder.at.scene}  ", "accent"), Span(reminder.at.title, "strong")], width)
    items: list[Item] = [*plain_text(at), GAP, heading("WHERE YOU STOPPED"), row(*_stopped(reminder, width))]
    if reminder.summaries:
        items += [GAP, heading("BEFORE"), *summary_rows(reminder.summaries, width)]
    if reminder.here:
        people = in_a_row([(badge(person), name(person)) for person in reminder.here])
        items += [GAP, heading("HERE"), row(*indent(wrap(people, width - 4), MARGIN))]
    if changes := list(_changes(reminder, state, width)):
        items += [GAP, *headings(_from(reminder), width), *changes]
    next_key = Span(state.keys.key("to-text"), "accent", bold=True)
    items += [GAP, passed_over(next_key, Span(" goes on with the text", "quiet"))]
    return Listing(tuple(items), "Where you are")


def _from(reminder: Reminder) -> str:
    if reminder.opened.scene == reminder.at.scene:
        return "LAST CHANGES, IN THIS SCENE"
    return f"LAST CHANGES, FROM SCENE {reminder.opened.scene} TO HERE"


def _changes(reminder: Reminder, state: State, width: int) -> Iterator[Item]:
    """The changes, oldest first; the oldest are only counted if there are many."""
    changes = last_changes(reminder, state.display)
    if counted := max(0, len(changes) - MOST_CHANGES):
        yield passed_over(*MARGIN, Span(f"+{counted} earlier", "quiet"))
    for net in changes[-MOST_CHANGES:]:
        yield row(*indent(wrap(change_line(net.change, 0, state.display).spans, width - 4), MARGIN))


def _stopped(reminder: Reminder, width: int) -> list[Line]:
    lines = wrap([Span(reminder.beat.cue)], width - 4) if reminder.beat.cue else []
    for paragraph in reminder.beat.text:
        lines += wrap(map(coloured, paragraph), width - 4, hang=HANGING if reminder.beat.verse else 0)
    return indent(lines, MARGIN)
