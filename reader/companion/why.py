"""Why two people stand as they do: every shift between them up to a place, with its beat and its reason."""

from dataclasses import dataclass
from itertools import islice

from reader.companion.index import Index
from reader.companion.meters import FURTHEST_BACK, Meter, between, meters_at
from reader.companion.people import beat_ref, person_at
from reader.companion.values import BeatRef, Pair, Person, Scale, pair_of
from reader.position import Position


@dataclass(frozen=True, slots=True)
class Receipt:
    """One shift, as shown to the reader.

    Attributes:
        at: The beat of the shift.
        before: The value before it; None if the shift states the first value.
        after: The value after it.
        because: The author's reason.
    """

    at: BeatRef
    before: int | None
    after: int
    because: str


@dataclass(frozen=True, slots=True)
class History:
    """The meter of one direction, and the receipts of its shifts, oldest first."""

    meter: Meter
    receipts: tuple[Receipt, ...]


@dataclass(frozen=True, slots=True)
class Why:
    """Everything that changed between two people.

    Attributes:
        first: The one of the two whom the reader met earlier.
        second: The other.
        bond: What they are to each other, in words; "" if no bond holds.
        scales: The scales on which they have a value.
        histories: A history for each direction on each scale; the one that changed last comes first.
    """

    first: Person
    second: Person
    bond: str
    scales: tuple[Scale, ...]
    histories: tuple[History, ...]

    @property
    def pair(self) -> Pair:
        """The pair that the two people make."""
        return pair_of(self.first.id, self.second.id)

    @property
    def receipts(self) -> tuple[Receipt, ...]:
        """The receipts of all histories, in the order of the histories."""
        return tuple(receipt for history in self.histories for receipt in history.receipts)


def why_at(index: Index, pair: Pair, place: Position) -> Why:
    """Why a pair stands as it does at a place.

    Args:
        index: The story.
        pair: The two people.
        place: The position up to which shifts count.

    Raises:
        KeyError: The reader has not met one of the two at the place.
    """
    first, second = sorted((person_at(index, person, place) for person in pair), key=lambda person: person.rank)
    histories = tuple(_history(index, meter) for meter in between(index, pair, place))
    histories = tuple(sorted(histories, key=lambda history: -history.meter.at.position))
    bonds = index.bonds.get(pair)
    scales = tuple(dict.fromkeys(history.meter.scale for history in histories))
    return Why(first, second, (bonds.at(place) if bonds else None) or "", scales, histories)


def _history(index: Index, meter: Meter) -> History:
    changes = index.value_changes[meter.direction].until(meter.at.position)
    receipts = (
        Receipt(beat_ref(index, change.position), cause.before, cause.after, cause.because)
        for change in changes
        for cause in change.causes
    )
    return History(meter, tuple(receipts))


def pairs_at(index: Index, place: Position, pinned: tuple[Pair, ...]) -> tuple[Pair, ...]:
    """The pairs about which a reader may ask "why?" at a place.

    Args:
        index: The story.
        place: The position.
        pinned: The pairs that the reader has pinned.

    Returns:
        First the pairs whose meters are shown, then the pairs that changed lately; among the latter, those with
        someone on stage come first.
    """
    stage = index.stage.at(place) or ()
    shown = (meter.direction for meter in meters_at(index, place, stage, pinned).shown)
    lately = islice(index.moved.back_from(place), FURTHEST_BACK)
    nearest = sorted(lately, key=lambda direction: direction.source not in stage and direction.target not in stage)
    return tuple(dict.fromkeys(pair_of(direction.source, direction.target) for direction in (*shown, *nearest)))
