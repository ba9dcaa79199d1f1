"""Why two people stand as they do, shift by shift; and the pairs whose meters are pinned."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from reader.companion.values import Pair
from reader.companion.why import Why
from reader.session.effects import Keep
from reader.session.links import GoTo
from reader.session.notices import Notice
from reader.session.state import ListView, State, Step
from reader.session.views.card import NOT_MET, CardView
from reader.session.views.stack import push, toggle
from reader.shelf.operations import AddPin, RemovePin
from reader.text import Link

NOTHING_BETWEEN = Notice("Nothing between people has been told yet.")


@dataclass(frozen=True, slots=True)
class WhyView(ListView):
    """The receipts of a pair."""

    pair: Pair

    def why(self, state: State) -> Why:
        """All that moved between the two up to the place."""
        return state.reading.why(self.pair, state.place)

    def rows(self, state: State) -> Sequence[Link | None]:
        """Each receipt leads to its beat."""
        return tuple(GoTo(receipt.at.position) for receipt in self.why(state).receipts)


def open_why(state: State, pair: Pair) -> Step:
    """Open the receipts of two people; at a place before they were met there are none."""
    if not all(state.reading.has_met(person, state.place) for person in pair):
        return Step(state.saying(NOT_MET))
    return Step(push(state, WhyView(pair)))


def ask_why(state: State) -> Step:
    """Open the receipts of the pair that tells most here, or close them; over a card, of a pair of that person."""
    if isinstance(state.view, WhyView):
        return Step(state.closed())
    if isinstance(state.view, CardView):
        pairs = state.view.pairs(state)
        return open_why(state, pairs[0]) if pairs else Step(replace(state, notice=NOTHING_BETWEEN))
    pairs = state.reading.pairs(state.place, state.pins)
    return Step(toggle(state, WhyView(pairs[0])) if pairs else state.closed().saying(NOTHING_BETWEEN))


def next_pair(state: State) -> Step:
    """The receipts of the next pair; over a card, of the next pair of that person."""
    if not isinstance(state.view, WhyView):
        return Step(state)
    card = next((view for view in reversed(state.views) if isinstance(view, CardView)), None)
    pairs = card.pairs(state) if card else state.reading.pairs(state.place, state.pins)
    if not pairs:
        return Step(state)
    number = pairs.index(state.view.pair) + 1 if state.view.pair in pairs else 0
    return Step(state.showing(WhyView(pairs[number % len(pairs)])))


def toggle_pin(state: State) -> Step:
    """Keep the meters of a pair in sight, or no longer: the pair asked about, else the pair that tells most here."""
    view = state.view
    pair = view.pair if isinstance(view, WhyView) else next(iter(state.reading.pairs(state.place, state.pins)), None)
    if pair is None:
        return Step(state.saying(NOTHING_BETWEEN))
    pinned = pair in state.pins
    why = state.reading.why(pair, state.place)
    told = f"{'No longer pinned' if pinned else 'Pinned'}: {why.first.name} and {why.second.name}"
    notice = Notice(told, furthest=state.place)
    operation = RemovePin(pair=pair) if pinned else AddPin(pair=pair)
    return Step(state.saying(None), (Keep(operation, notice),))
