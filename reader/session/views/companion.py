"""The companion as a list to go through, beside the text or in its place: everyone on stage, and how they stand."""

from collections.abc import Sequence

from reader.companion.moment import Moment
from reader.companion.values import pair_of
from reader.session.links import AskWhy, OpenCard
from reader.session.notices import Notice
from reader.session.state import ListView, State, Step
from reader.session.views.stack import toggle
from reader.text import Link

NOBODY = Notice("Nobody is on stage on this page.")


class CompanionView(ListView):
    """Who is on stage, and how they stand with each other."""

    def moment(self, state: State) -> Moment | None:
        """The moment at the place; nothing on the pages before and after the story."""
        return state.reading.moment(state.place, state.pins) if state.on_beat else None

    def rows(self, state: State) -> Sequence[Link | None]:
        """People lead to their cards, meters to their reasons."""
        moment = self.moment(state)
        if moment is None:
            return ()
        people = (OpenCard(card.person.id) for card in moment.cards)
        meters = (AskWhy(pair_of(meter.source.id, meter.target.id)) for meter in moment.meters.shown)
        return (*people, *meters)


def show_companion(state: State) -> Step:
    """Go through the companion, or close it; on the pages before and after the story there is none."""
    if not state.on_beat:
        return Step(state.saying(NOBODY))
    return Step(toggle(state, CompanionView()))
