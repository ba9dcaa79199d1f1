"""Why two people stand as they do: every shift between them up to a place, with its scene and its reason."""

from dataclasses import dataclass
from itertools import islice

from reader.companion.index import Index
from reader.companion.meters import FURTHEST_BACK, Meter, between, meters_at
from reader.companion.people import beat_ref, person_at
from reader.companion.values import BeatRef, Pair, Person, Scale, pair_of
from reader.position import Position


@dataclass(frozen=True, slots=True)
class Receipt:
    """One shift: where, from which value to which, and why; `before` is nothing where it stated a first value."""

    at: BeatRef
    before: int | None
    after: int
    because: str


@dataclass(frozen=True, slots=True)
class History:
    """One direction's meter and its receipts, oldest first."""

    meter: Meter
    receipts: tuple[Receipt, ...]


@dataclass(frozen=True, slots=True)
class Why:
    """All that moved between two people, a history a direction and scale.

    Attributes:
        first, second: The pair, the one met earlier first.
        bond: What they are to each other, in words.
        scales: The scales in use between them.
    """

    first: Person
    second: Person
    bond: str
    scales: tuple[Scale, ...]
    histories: tuple[History, ...]

    @property
    def pair(self) -> Pair:
        """The two as a pair."""
        return pair_of(self.first.id, self.second.id)

    @property
    def receipts(self) -> tuple[Receipt, ...]:
        """Every receipt, as listed."""
        return tuple(receipt for history in self.histories for receipt in history.receipts)


def why_at(index: Index, pair: Pair, place: Position) -> Why:
    """The receipts of a pair up to a place.

    Raises:
        KeyError: One of the two has not been met at the place.
    """
    first, second = sorted((person_at(index, person, place) for person in pair), key=lambda person: person.rank)
    histories = tuple(_history(index, meter) for meter in between(index, pair, place))
    histories = tuple(sorted(histories, key=lambda history: -history.meter.at.position))
    bonds = index.bonds.get(pair)
    scales = tuple(dict.fromkeys(history.meter.scale for history in histories))
    return Why(first, second, (bonds.at(place) if bonds else None) or "", scales, histories)


def _history(index: Index, meter: Meter) -> History:
    moves = index.value_changes[meter.direction].until(meter.at.position)
    receipts = (
        Receipt(beat_ref(index, move.position), cause.before, cause.after, cause.because)
        for move in moves
        for cause in move.causes
    )
    return History(meter, tuple(receipts))


def pairs_at(index: Index, place: Position, pinned: tuple[Pair, ...]) -> tuple[Pair, ...]:
    """The pairs worth asking about at a place: those whose meters show, then those that moved lately.

    Among the latter, those of somebody on stage come first.
    """
    stage = index.stage.at(place) or ()
    shown = (meter.direction for meter in meters_at(index, place, stage, pinned).shown)
    lately = islice(index.moved.back_from(place), FURTHEST_BACK)
    nearest = sorted(lately, key=lambda direction: direction.source not in stage and direction.target not in stage)
    return tuple(dict.fromkeys(pair_of(direction.source, direction.target) for direction in (*shown, *nearest)))
