"""The story so far, and what a reader sees who comes back after a while."""

from collections.abc import Sequence
from functools import partial

from reader.companion.recap import Change, RecapPart, SinceYouLeft, Summary
from reader.tui.draw.listing import GAP, Item, Listing, heading, item, late, said
from reader.tui.draw.phrases import badge, is_told, name, told_line
from reader.tui.lines import Go, Line, Span, indent, line, wrap
from reader.tui.looks import person_role
from reader.tui.manner import Manner

LAST_CHANGES = 4
ROWS_IN_A_PART = 4


def recap_listing(parts: Sequence[RecapPart], width: int) -> Listing:
    """The summaries of finished scenes, by part; each leads to its scene."""
    items: list[Item] = []
    for part in parts:
        items += [heading(part.part.upper())] if part.part else []
        items += [*_summaries(part.summaries, width), GAP]
    if not items:
        items = [said(Span("No scene is finished yet.", "quiet"))]
    return Listing("The story so far", "", tuple(items))


def _summaries(summaries: Sequence[Summary], width: int) -> list[Item]:
    return [late(partial(_summary, summary, width), target=Go(summary.row.start)) for summary in summaries]


def _summary(summary: Summary, width: int) -> list[Line]:
    number = Span(f"{summary.row.number:>4}  ", "accent")
    rows = wrap([Span(summary.sentence or summary.row.title, "text" if summary.sentence else "quiet")], width - 6)
    return indent(rows, [number], [Span("      ")])


def since_listing(since: SinceYouLeft, width: int, manner: Manner) -> Listing:
    """Where the reader stopped, the last summaries, who is here, what changed last; Space reads on."""
    here = Go(since.spot.position)
    items: list[Item] = [heading("WHERE YOU STOPPED")]
    items += [item(*rows, target=here) for rows in _in_parts(_stopped(since, width))]
    if since.summaries:
        items += [GAP, heading("BEFORE"), *_summaries(since.summaries, width)]
    if since.here:
        people = [span for person in since.here for span in (badge(person), name(person), Span("   "))]
        items += [GAP, heading("HERE"), item(*indent(wrap(people, width - 4), [Span("    ")]), target=here)]
    if changes := [row for change in reversed(since.changes) for row in _change(change, width, manner)][-LAST_CHANGES:]:
        items += [GAP, heading("LAST CHANGES"), *changes]
    items += [GAP, said(Span("Space", "accent", bold=True), Span(" reads on", "quiet"))]
    return Listing("Since you left", f"{since.spot.scene}  {since.spot.title}", tuple(items))


def _change(change: Change, width: int, manner: Manner) -> list[Item]:
    rows = [told_line(told, 0, manner) for told in change.told if is_told(told, manner)]
    target = Go(change.spot.position)
    return [item(*indent(wrap(row.spans, width - 4), [Span("    ")]), target=target) for row in rows]


def _in_parts(rows: list[Line]) -> list[list[Line]]:
    """A long text in parts that the cursor goes through one by one: it may be taller than the screen."""
    return [rows[first : first + ROWS_IN_A_PART] for first in range(0, len(rows), ROWS_IN_A_PART)]


def _stopped(since: SinceYouLeft, width: int) -> list[Line]:
    rows: list[Line] = [line(Span(since.beat.cue))] if since.beat.cue else []
    for paragraph in since.beat.text:
        spans = [
            Span(piece.text, person_role(piece.person.rank) if piece.person else "text", piece.strong, piece.emphasis)
            for piece in paragraph
        ]
        rows += wrap(spans, width - 4)
    return indent(rows, [Span("    ")])
