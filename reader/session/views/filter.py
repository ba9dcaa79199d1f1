"""The choice of people to filter by."""

from collections.abc import Sequence
from dataclasses import replace

from reader.session.links import TogglePerson
from reader.session.state import ListView, State, Step
from reader.session.threads import filter_by
from reader.text import Link


class FilterView(ListView):
    """Everyone met, to choose whose scenes are wanted."""

    def rows(self, state: State) -> Sequence[Link | None]:
        """Each row takes its person into the filter, or out of it."""
        return tuple(TogglePerson(person.id) for person in state.reading.people())


def toggle_person(state: State, person: str) -> State:
    """Take a person into the filter, or out of it."""
    return filter_by(state, state.filter.toggle(person))


def any_or_all(state: State) -> Step:
    """Filter by scenes with any of the people, or only by scenes with all of them together."""
    return Step(filter_by(state, replace(state.filter, every=not state.filter.every)))
