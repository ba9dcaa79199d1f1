"""How the reader looks at things: each function opens, changes or closes a view and returns what stands there then."""

from dataclasses import replace

from reader.companion.thread import Filter
from reader.companion.values import Pair, pair_of
from reader.tui.moves import filter_by, jump
from reader.tui.sight import Notice, Sight, View, close, saying

NOTHING_BETWEEN = "Nothing between people has been told yet."


def open_view(sight: Sight, view: View, cursor: int = 0) -> Sight:
    """Put a view in the place of the text, or close it where it is open."""
    closes = sight.view is view
    sight = close(sight)
    return sight if closes else replace(sight, view=view, cursor=cursor)


def open_over(sight: Sight, view: View) -> Sight:
    """Put a view over the one that is open; Escape returns to it."""
    below = (*sight.below, (sight.view, sight.cursor)) if sight.view is not View.TEXT else ()
    return replace(close(sight), view=view, below=below, looked_for=sight.looked_for)


def open_keys(sight: Sight) -> Sight:
    """List the keys of the view that is open, over it; or close the list."""
    return leave(sight) if sight.view is View.KEYS else open_over(sight, View.KEYS)


def open_card(sight: Sight, person: str) -> Sight:
    """Open a character's card; at a place before they were met there is none."""
    if not sight.reading.has_met(person, sight.place):
        return saying(sight, Notice("Not met yet at this place."))
    return replace(open_over(sight, View.CARD), subject=person)


def open_why(sight: Sight, pair: Pair) -> Sight:
    """Open the receipts of two people; at a place before they were met there are none."""
    if not all(sight.reading.has_met(person, sight.place) for person in pair):
        return saying(sight, Notice("Not met yet at this place."))
    return replace(open_over(sight, View.WHY), pair=pair)


def ask_why(sight: Sight) -> Sight:
    """Open the receipts of the pair that tells most here, over a card of a pair of that person, or close them."""
    if sight.view is View.WHY:
        return close(sight)
    if sight.view is View.CARD:
        pairs = _pairs_of(sight)
        return open_why(sight, pairs[0]) if pairs else replace(sight, notice=Notice(NOTHING_BETWEEN))
    pairs = sight.reading.pairs(sight.place, sight.pins)
    if not pairs:
        return replace(close(sight), notice=Notice(NOTHING_BETWEEN))
    return replace(open_view(sight, View.WHY), pair=pairs[0])


def next_pair(sight: Sight) -> Sight:
    """The receipts of the next pair."""
    over_card = any(view is View.CARD for view, _ in sight.below)
    pairs = _pairs_of(sight) if over_card else sight.reading.pairs(sight.place, sight.pins)
    if sight.pair is None or not pairs:
        return sight
    number = pairs.index(sight.pair) + 1 if sight.pair in pairs else 0
    return replace(sight, pair=pairs[number % len(pairs)], cursor=0)


def pinned(sight: Sight, pair: Pair, pins: tuple[Pair, ...]) -> Notice:
    """What to say once a pair is pinned, or no longer."""
    why = sight.reading.why(pair, sight.place)
    said = "Pinned" if pair in pins else "No longer pinned"
    return Notice(f"{said}: {why.first.name} and {why.second.name}")


def walk_on(sight: Sight, names: tuple[str, ...]) -> Sight:
    """To the next of the names on the page."""
    walk = 0 if sight.walk is None else (sight.walk + 1) % len(names)
    more = " · i the next name" if len(names) > 1 else ""
    return replace(saying(sight, Notice(f"Enter opens the card{more}")), walk=walk)


def next_order(sight: Sight) -> Sight:
    """The cast sorted otherwise."""
    return replace(sight, order=sight.order.next(), cursor=0)


def any_or_all(sight: Sight) -> Sight:
    """A filter that any of its people meet, or only all of them together."""
    return filter_by(sight, replace(sight.wanted, every=not sight.wanted.every))


def choose_row(sight: Sight, number: int) -> Sight:
    """Choose a row of the bookmarks, which leads there, or of the filter, which takes the person in or out."""
    sight = replace(sight, cursor=number, notice=None)
    if sight.view is View.BOOKMARKS and number < len(sight.marks.rows):
        position = sight.marks.rows[number].position
        return sight if position is None else jump(sight, position)
    people = sight.reading.people()
    if sight.view is View.FILTER and number < len(people):
        return filter_by(sight, sight.wanted.toggle(people[number].id))
    return sight


def leave(sight: Sight) -> Sight:
    """Escape: no to a question, back to the view below, out of a view; where there is none, the filter goes."""
    if sight.looked_for and sight.view is View.CAST:
        return replace(sight, looked_for="", cursor=0)
    if sight.below:
        *below, (view, cursor) = sight.below
        return replace(sight, view=view, cursor=cursor, below=tuple(below), notice=None)
    said = sight.asked is not None or sight.notice is not None or sight.walk is not None
    if sight.wanted and sight.view is View.TEXT and not said:
        return filter_by(sight, Filter())
    return close(sight)


def _pairs_of(sight: Sight) -> tuple[Pair, ...]:
    """The pairs of the person whose card is open, the latest moved first."""
    card = sight.reading.card(sight.subject, sight.place)
    meters = sorted((*card.toward, *card.from_others), key=lambda meter: -meter.spot.position)
    return tuple(dict.fromkeys(pair_of(meter.source.id, meter.target.id) for meter in meters))
