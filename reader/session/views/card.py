"""A character's card."""

from collections.abc import Sequence
from dataclasses import dataclass

from reader.companion.card import Card
from reader.companion.values import Pair, pair_of
from reader.session.links import AskWhy, GoTo, OpenCard
from reader.session.notices import Notice
from reader.session.state import ListView, State, Step
from reader.session.views.stack import push
from reader.text import Link

NOT_MET = Notice("Not met yet at this place.")


@dataclass(frozen=True, slots=True)
class CardView(ListView):
    """The card of a character, by their id."""

    person: str

    def card(self, state: State) -> Card:
        """What is known of the person at the place."""
        return state.reading.card(self.person, state.place)

    def rows(self, state: State) -> Sequence[Link | None]:
        """Bonds lead to the other's card, facts to where they were learned, meters to their reasons."""
        card = self.card(state)
        bonds = (OpenCard(other.id) for other, _ in card.bonds)
        facts = (GoTo(learned.at.position) for learned in (*card.now, *card.earlier))
        meters = (AskWhy(pair_of(one.source.id, one.target.id)) for one in (*card.toward, *card.from_others))
        return (*bonds, *facts, *meters)

    def pairs(self, state: State) -> tuple[Pair, ...]:
        """The pairs the person is one of, the latest moved first."""
        card = self.card(state)
        meters = sorted((*card.toward, *card.from_others), key=lambda meter: -meter.at.position)
        return tuple(dict.fromkeys(pair_of(meter.source.id, meter.target.id) for meter in meters))


def open_card(state: State, person: str) -> Step:
    """Open a character's card; at a place before the character was met there is none."""
    if not state.reading.has_met(person, state.place):
        return Step(state.saying(NOT_MET))
    return Step(push(state, CardView(person)))
