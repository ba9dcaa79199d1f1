"""The choice of people to filter by."""

from collections.abc import Sequence
from functools import partial

from reader.companion.thread import Filter
from reader.companion.values import Person
from reader.text import count
from reader.tui.draw.listing import Listing, late, said
from reader.tui.draw.phrases import badge, name
from reader.tui.lines import Line, Row, Span, line
from reader.tui.looks import person_role


def filter_listing(people: Sequence[Person], wanted: Filter, scenes: int) -> Listing:
    """Everyone met, to choose from."""
    items = [
        late(partial(_person, person, person.id in wanted.people), target=Row(n)) for n, person in enumerate(people)
    ]
    how = "all of them together" if wanted.every else "any of them"
    words = f"{how} · {count(scenes, 'scene')}" if wanted else "choose whose scenes to keep"
    return Listing("Filter", words, tuple(items) or (said(Span("Nobody met yet.", "quiet")),))


def _person(person: Person, chosen: bool) -> list[Line]:
    """A person to choose; their name leads to no card here, for at the place they may not be met yet."""
    box = Span("[x] " if chosen else "[ ] ", "accent")
    return [line(box, Span(badge(person).text + name(person).text, person_role(person.rank)))]
