"""The cast: everyone met, to look up, sorted and narrowed by a part of a name."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Self

from reader.companion.card import CastRow
from reader.session.display import CastOrder
from reader.session.keys import Keymap
from reader.session.links import OpenCard
from reader.session.state import ListView, Prompt, State, Step
from reader.text import Link, clean_line, fold


@dataclass(frozen=True, slots=True)
class CastView(ListView):
    """Everyone met.

    Attributes:
        query: A part of a name; only people with such a name are listed.
    """

    query: str = ""

    def people(self, state: State) -> tuple[CastRow, ...]:
        """The cast at the place, sorted and narrowed."""
        looked_for = fold(self.query)
        cast = state.reading.cast(state.place)
        narrowed = [row for row in cast if not self.query or looked_for in fold(" ".join(row.called))]
        return tuple(sorted(narrowed, key=_sort_key(state.display.cast_order)))

    def rows(self, state: State) -> Sequence[Link | None]:
        """Each row leads to its person's card."""
        return tuple(OpenCard(row.person.id) for row in self.people(state))

    def escaped(self) -> Self | None:
        """Escape first lists everyone again."""
        return replace(self, query="", cursor=0, top=0) if self.query else None


@dataclass(frozen=True, slots=True)
class CastPrompt(Prompt):
    """The reader looks for a name in the cast."""

    def text(self, keys: Keymap) -> str:  # noqa: ARG002 - other prompts name keys
        """What is asked for."""
        return "Who? A part of a name"

    def answered(self, state: State, words: str) -> Step:
        """List only those with such a name."""
        state = state.saying(None)
        if not isinstance(state.view, CastView):
            return Step(state)
        return Step(state.showing(replace(state.view, query=clean_line(words), cursor=0, top=0)))


def look_for_name(state: State) -> Step:
    """Ask for a part of a name."""
    return Step(state.prompting(CastPrompt()))


def next_order(state: State) -> Step:
    """Sort the cast otherwise."""
    if not isinstance(state.view, CastView):
        return Step(state)
    display = replace(state.display, cast_order=state.display.cast_order.next())
    return Step(replace(state, display=display).showing(replace(state.view, cursor=0, top=0)))


def _sort_key(order: CastOrder) -> Callable[[CastRow], tuple[int, str]]:
    keys: dict[CastOrder, Callable[[CastRow], tuple[int, str]]] = {
        CastOrder.MET: lambda row: (row.person.rank, ""),
        CastOrder.SEEN: lambda row: (-(row.last or row.met).position, ""),
        CastOrder.NAME: lambda row: (0, fold(row.person.name)),
    }
    return keys[order]
