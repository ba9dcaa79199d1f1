"""The story so far, and what a reader sees who comes back after a while."""

from collections.abc import Sequence

from reader.companion.recap import RecapPart, SinceYouLeft, Summary
from reader.tui.draw.listing import GAP, Item, Listing, heading, item, said
from reader.tui.draw.phrases import badge, is_told, name, told_line
from reader.tui.lines import Go, Line, Span, indent, line, wrap
from reader.tui.looks import person_role
from reader.tui.manner import Manner


def recap_listing(parts: Sequence[RecapPart], width: int) -> Listing:
    """The summaries of finished scenes, by part; each leads to its scene."""
    items: list[Item] = []
    for part in parts:
        items += [heading(part.part.upper())] if part.part else []
        items += [*(_summary(summary, width) for summary in part.summaries), GAP]
    if not items:
        items = [said(Span("No scene is finished yet.", "quiet"))]
    return Listing("The story so far", "", tuple(items))


def _summary(summary: Summary, width: int) -> Item:
    number = Span(f"{summary.row.number:>4}  ", "accent")
    rows = wrap([Span(summary.sentence or summary.row.title, "text" if summary.sentence else "quiet")], width - 6)
    return item(*indent(rows, [number], [Span("      ")]), target=Go(summary.row.start))


def since_listing(since: SinceYouLeft, width: int, manner: Manner) -> Listing:
    """Where the reader stopped, the last summaries, who is here, what changed last; Space reads on."""
    items: list[Item] = []
    if since.summaries:
        items += [heading("BEFORE"), *(_summary(summary, width) for summary in since.summaries), GAP]
    changes = [
        told_line(told, 0, manner)
        for change in reversed(since.changes)
        for told in reversed(change.told)
        if is_told(told, manner)
    ]
    if changes:
        rows = [row for change in changes[-4:] for row in wrap(change.spans, width - 4)]
        items += [heading("LAST CHANGES"), item(*indent(rows, [Span("    ")])), GAP]
    if since.here:
        people = [span for person in since.here for span in (badge(person), name(person), Span("   "))]
        items += [heading("HERE"), item(*indent(wrap(people, width - 4), [Span("    ")])), GAP]
    items += [heading("WHERE YOU STOPPED"), item(*_stopped(since, width)), GAP]
    items.append(said(Span("Space", "accent", bold=True), Span(" reads on", "quiet")))
    return Listing("Since you left", f"{since.spot.scene}  {since.spot.title}", tuple(items))


def _stopped(since: SinceYouLeft, width: int) -> list[Line]:
    rows: list[Line] = [line(Span(since.beat.cue))] if since.beat.cue else []
    for paragraph in since.beat.text:
        spans = [
            Span(piece.text, person_role(piece.person.rank) if piece.person else "text", piece.strong, piece.emphasis)
            for piece in paragraph
        ]
        rows += wrap(spans, width - 4)
    return indent(rows, [Span("    ")])
