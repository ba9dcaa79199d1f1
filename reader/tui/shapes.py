"""Shapes before names: if two people on a page have the same colour, the name of each has a shape before it there.

What stands beside a badge, as the people on stage do, has its shape anyway and is left alone.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from reader.companion.card import Card
from reader.companion.meters import BondChange, Change, Meter, Meters
from reader.companion.moment import BeatText, Moment
from reader.companion.recap import Reminder
from reader.companion.values import Person
from reader.companion.why import Why
from reader.session.display import DisplayOptions
from reader.text import Span
from reader.tui.themes import people_colours

Ranks = frozenset[int]
"""People, by the order in which they were met."""


@dataclass(frozen=True, slots=True)
class ShapedPerson(Person):
    """A person whose name is drawn with their shape before it."""


def alike(people: Iterable[Person], display: DisplayOptions) -> Ranks:
    """Those among some people who have the colour of another among them."""
    number = len(people_colours(dark=display.dark, depth=display.depth))
    by_colour: defaultdict[int, set[int]] = defaultdict(set)
    for person in people:
        by_colour[person.rank % number].add(person.rank)
    return frozenset(rank for ranks in by_colour.values() if len(ranks) > 1 for rank in ranks)


def alike_by_beat(beats: Iterable[BeatText], display: DisplayOptions) -> Iterator[Ranks]:
    """For each of the beats of a scene, those in it who have the colour of another met in them until then.

    What comes later never gives a shape to a name that is drawn already, for text does not move under the eye.
    """
    seen: dict[int, Person] = {}
    for beat in beats:
        own = {person.rank: person for person in _in_beat(beat)}
        seen |= own | {person.rank: person for person in beat.stage}
        yield alike(seen.values(), display).intersection(own)


def beat_with_shapes(beat: BeatText, shaped: Ranks) -> BeatText:
    """A beat in which some people have shapes."""
    if not shaped:
        return beat
    text = tuple(tuple(_span(span, shaped) for span in paragraph) for paragraph in beat.text)
    speaker = _person(beat.speaker, shaped) if beat.speaker else None
    return replace(beat, speaker=speaker, text=text, changes=tuple(_change(one, shaped) for one in beat.changes))


def moment_with_shapes(moment: Moment, display: DisplayOptions) -> Moment:
    """What the panes beside and below the text show of a moment, with shapes for those alike there or in the text."""
    people = [card.person for card in moment.cards]
    for beat in (moment.before, *moment.text):
        people += (*_in_beat(beat), *beat.stage) if beat else ()
    people += _in_meters(moment.meters.shown)
    if not (shaped := alike(people, display)):
        return moment
    cards = tuple(replace(card, bonds=_bonds(card.bonds, shaped)) for card in moment.cards)
    return replace(moment, cards=cards, meters=Meters(_meters(moment.meters.shown, shaped), moment.meters.more))


def card_with_shapes(card: Card, display: DisplayOptions) -> Card:
    """A card, with shapes for those alike on it."""
    people = [card.person, *(person for person, _ in card.bonds), *_in_meters((*card.toward, *card.from_others))]
    shaped = alike(people, display)
    toward, back = _meters(card.toward, shaped), _meters(card.from_others, shaped)
    return replace(card, bonds=_bonds(card.bonds, shaped), toward=toward, from_others=back)


def why_with_shapes(why: Why, display: DisplayOptions) -> Why:
    """The receipts of two people, with shapes if they are alike."""
    shaped = alike((why.first, why.second), display)
    return replace(why, histories=tuple(replace(one, meter=_meter(one.meter, shaped)) for one in why.histories))


def reminder_with_shapes(reminder: Reminder, display: DisplayOptions) -> Reminder:
    """What reminds a reader who comes back, with shapes for those alike in it."""
    people = [*reminder.here, *_in_beat(reminder.beat)]
    people += [person for net in reminder.changes for person in _in_change(net.change)]
    shaped = alike(people, display)
    nets = tuple(replace(net, change=_change(net.change, shaped)) for net in reminder.changes)
    return replace(reminder, beat=beat_with_shapes(reminder.beat, shaped), changes=nets)


# Who is named


def _in_beat(beat: BeatText) -> Iterator[Person]:
    if beat.speaker:
        yield beat.speaker
    yield from (span.link for paragraph in beat.text for span in paragraph if isinstance(span.link, Person))
    yield from (person for change in beat.changes for person in _in_change(change))


def _in_change(change: Change) -> tuple[Person, Person]:
    return (change.first, change.second) if isinstance(change, BondChange) else (change.source, change.target)


def _in_meters(meters: Iterable[Meter]) -> Iterator[Person]:
    return (person for meter in meters for person in (meter.source, meter.target))


# The same with shapes


def _person(person: Person, shaped: Ranks) -> Person:
    return ShapedPerson(person.id, person.name, person.rank, person.language) if person.rank in shaped else person


def _span(span: Span, shaped: Ranks) -> Span:
    return replace(span, link=_person(span.link, shaped)) if isinstance(span.link, Person) else span


def _change(change: Change, shaped: Ranks) -> Change:
    if isinstance(change, BondChange):
        return replace(change, first=_person(change.first, shaped), second=_person(change.second, shaped))
    return replace(change, source=_person(change.source, shaped), target=_person(change.target, shaped))


def _meter(meter: Meter, shaped: Ranks) -> Meter:
    return replace(meter, source=_person(meter.source, shaped), target=_person(meter.target, shaped))


def _meters(meters: Iterable[Meter], shaped: Ranks) -> tuple[Meter, ...]:
    return tuple(_meter(meter, shaped) for meter in meters)


def _bonds(bonds: Iterable[tuple[Person, str]], shaped: Ranks) -> tuple[tuple[Person, str], ...]:
    return tuple((_person(person, shaped), words) for person, words in bonds)
