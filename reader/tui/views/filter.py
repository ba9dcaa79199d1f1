"""The lines of the choice of people to filter by."""

from collections.abc import Sequence
from functools import partial

from reader.companion.thread import Filter
from reader.companion.values import Person
from reader.session.state import State
from reader.session.views.filter import FilterView
from reader.text import Span, count
from reader.tui.lines import indent, wrap
from reader.tui.listing import Item, LazyRows, Listing, passed_over, row
from reader.tui.phrases import badge, name
from reader.tui.rows import shortened
from reader.tui.themes import person_role

MOST_ROWS = 6
"""A name takes so many rows, at most; the person's card has it in whole."""


def filter_listing(_: FilterView, state: State, width: int) -> Listing:
    """Everyone met, to choose from."""
    people, wanted = state.reading.people(), state.filter
    if not people:
        return Listing((passed_over(Span("Nobody met yet.", "quiet")),), "Filter", _note(state))
    return Listing(LazyRows(len(people), partial(_person, people, wanted, width)), "Filter", _note(state))


def _note(state: State) -> str:
    if not state.filter:
        return "choose whose scenes to keep"
    how = "all of them together" if state.filter.every else "any of them"
    return f"{how} · {count(len(state.reading.thread(state.filter).scenes), 'scene')}"


def _person(people: Sequence[Person], wanted: Filter, width: int, number: int) -> Item:
    """A person to choose; their name leads to no card here, for they may not be met yet at the place."""
    person = people[number]
    box = Span("[x] " if person.id in wanted.people else "[ ] ", "accent")
    named = wrap([Span(badge(person).text + name(person).text, person_role(person.rank))], width - 6)
    return row(*indent(shortened(named, MOST_ROWS, width - 6), [box], [Span("      ")]))
