"""The choice of people to filter by."""

from collections.abc import Sequence

from reader.companion.thread import Filter
from reader.companion.values import Person
from reader.tui.draw.listing import Listing, item, said
from reader.tui.draw.phrases import badge, count, name
from reader.tui.lines import Row, Span, line


def filter_listing(people: Sequence[Person], wanted: Filter, scenes: int) -> Listing:
    """Everyone met, to choose from."""
    items = [
        item(
            line(Span("[x] " if person.id in wanted.people else "[ ] ", "accent"), badge(person), name(person)),
            target=Row(number),
        )
        for number, person in enumerate(people)
    ]
    how = "all of them together" if wanted.every else "any of them"
    words = f"{how} · {count(scenes, 'scene')}" if wanted else "choose whose scenes to keep"
    return Listing("Filter", words, tuple(items) or (said(Span("Nobody met yet.", "quiet")),))
