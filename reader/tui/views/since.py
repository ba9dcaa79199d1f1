"""The lines that a reader sees who comes back after a while."""

from reader.companion.recap import SinceYouLeft
from reader.session.state import State
from reader.session.views.since import SinceView, last_changes
from reader.text import Span
from reader.tui.lines import Line, indent, line, wrap
from reader.tui.listing import GAP, Item, Listing, heading, more_text, passed_over, row
from reader.tui.phrases import badge, change_line, coloured, name
from reader.tui.shapes import since_with_shapes
from reader.tui.views.recap import summary_rows

LINES_AT_ONCE = 4
"""The cursor goes through the text so many lines at a time: the text may be taller than the screen."""


def since_listing(view: SinceView, state: State, width: int) -> Listing:
    """Where the reader stopped, the last summaries, who is here, what changed last; and which key reads on."""
    since = since_with_shapes(view.since(state), state.display)
    first, *others = _in_parts(_stopped(since, width))
    items: list[Item] = [heading("WHERE YOU STOPPED"), row(*first), *(more_text(*lines) for lines in others)]
    if since.summaries:
        items += [GAP, heading("BEFORE"), *summary_rows(since.summaries, width)]
    if since.here:
        people = [span for person in since.here for span in (badge(person), name(person), Span("   "))]
        items += [GAP, heading("HERE"), row(*indent(wrap(people, width - 4), [Span("    ")]))]
    if changes := _changes(since, state, width):
        items += [GAP, heading("LAST CHANGES"), *changes]
    next_key = Span(state.keys.key("next"), "accent", bold=True)
    items += [GAP, passed_over(next_key, Span(" reads on", "quiet"))]
    return Listing(tuple(items), "Since you left", f"{since.at.scene}  {since.at.title}")


def _changes(since: SinceYouLeft, state: State, width: int) -> list[Item]:
    lines = (change_line(change, 0, state.display) for _, change in last_changes(since, state.display))
    return [row(*indent(wrap(one.spans, width - 4), [Span("    ")])) for one in lines]


def _in_parts(rows: list[Line]) -> list[list[Line]]:
    return [rows[first : first + LINES_AT_ONCE] for first in range(0, len(rows), LINES_AT_ONCE)]


def _stopped(since: SinceYouLeft, width: int) -> list[Line]:
    lines = [line(Span(since.beat.cue))] if since.beat.cue else []
    for paragraph in since.beat.text:
        lines += wrap([coloured(span) for span in paragraph], width - 4)
    return indent(lines, [Span("    ")])
