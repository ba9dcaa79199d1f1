"""How the reader moves: each function takes what stands before the reader and returns what stands there next."""

from dataclasses import replace

from reader.companion.reading import Reading
from reader.companion.thread import Filter
from reader.companion.values import Pair, pair_of
from reader.position import OPENING, Position
from reader.shelf.kept import Bookmark
from reader.tui.sight import Notice, Sight, View, place_marks

MOST_JUMPS = 100
NOTHING_BETWEEN = "Nothing between people has been told yet."


def step_on(sight: Sight) -> Sight:
    """Next: the next beat, the first one beyond the frontier too; with a filter, the next of its thread."""
    thread_ended = sight.notice is not None and sight.notice.thread_ended
    sight = close(sight)
    if thread_ended:
        sight = filter_by(sight, Filter())
    if sight.wanted:
        return _step_thread(sight)
    if sight.place >= sight.reading.end:
        return replace(sight, notice=Notice("This is the last page."))
    return _read_to(sight, Position(sight.place + 1))


def step_back(sight: Sight) -> Sight:
    """The beat before; with a filter, the one before in its thread."""
    sight = close(sight)
    if sight.wanted:
        before = sight.reading.thread(sight.wanted).before(sight.place)
        if before is None:
            return replace(sight, notice=Notice("This is where the thread begins."))
        return _stand(sight, before)
    return _stand(sight, Position(max(OPENING, sight.place - 1)))


def next_scene(sight: Sight) -> Sight:
    """The scene after; asks first where that would count the rest of this one as read."""
    sight = close(sight)
    if sight.wanted:
        row = next((row for row in sight.reading.thread(sight.wanted).scenes if row.start > sight.place), None)
        return _stand(sight, row.start) if row else _end_of_thread(sight)
    if not sight.on_beat:
        return step_on(sight)
    target = sight.reading.after_scene(sight.place)
    if target <= sight.reading.horizon:
        return _stand(sight, target)
    # Where the length is hidden the question is asked at a scene's last beat too: not to be asked would tell.
    if target == sight.place + 1 and not sight.reading.hide_length:
        return _read_to(sight, target)
    return replace(sight, skip_to=target, notice=Notice("Skip the rest of this scene? It will count as read."))


def previous_scene(sight: Sight) -> Sight:
    """The beginning of this scene, or of the one before where the reader stands at a beginning."""
    sight = close(sight)
    if sight.wanted:
        rows = [row for row in sight.reading.thread(sight.wanted).scenes if row.start < sight.place]
        return _stand(sight, rows[-1].start) if rows else sight
    if sight.place <= 1:
        return _stand(sight, OPENING)
    on = Position(min(sight.place, sight.reading.end - 1))
    start = sight.reading.scene_start(on)
    if start == sight.place:
        start = sight.reading.scene_start(Position(start - 1))
    return _stand(sight, start)


def skip(sight: Sight) -> Sight:
    """Yes, to the question that `next_scene` asks."""
    return sight if sight.skip_to is None else _read_to(close(sight), sight.skip_to)


def jump(sight: Sight, target: Position) -> Sight:
    """Go to a read place as a detour: Backspace returns, and the jump is remembered."""
    sight = close(sight)
    if target == sight.place or not OPENING <= target <= sight.reading.horizon:
        return sight
    back = (*sight.back, sight.place)[-MOST_JUMPS:]
    origin = sight.place if sight.origin is None else sight.origin
    return _stand(replace(sight, back=back, ahead=(), origin=origin), target)


def jump_back(sight: Sight) -> Sight:
    """To where the last jump came from."""
    sight = close(sight)
    if not sight.back:
        return replace(sight, notice=Notice("No jump to go back from."))
    *back, target = sight.back
    return _stand(replace(sight, back=tuple(back), ahead=(*sight.ahead, sight.place)), target)


def jump_ahead(sight: Sight) -> Sight:
    """Forward again through jumps that were gone back from."""
    sight = close(sight)
    if not sight.ahead:
        return replace(sight, notice=Notice("No jump to go forward to."))
    *ahead, target = sight.ahead
    return _stand(replace(sight, ahead=tuple(ahead), back=(*sight.back, sight.place)), target)


def go_first(sight: Sight) -> Sight:
    """To the opening page."""
    return jump(sight, OPENING)


def go_frontier(sight: Sight) -> Sight:
    """To the furthest position reached."""
    return replace(jump(sight, sight.reading.frontier), origin=None)


def return_from_detour(sight: Sight) -> Sight:
    """Back to where the detour began, or to the frontier."""
    target = sight.detour
    if target is None:
        return close(sight)
    return replace(jump(sight, target), origin=None)


def filter_by(sight: Sight, wanted: Filter) -> Sight:
    """Narrow scene list and stepping to the scenes of some people; an empty filter drops it."""
    return replace(sight, wanted=wanted, notice=None)


def know(sight: Sight, known: bool) -> Sight:
    """Set or undo "I know this story"; the frontier stays, and nobody is left standing beyond it."""
    reading = sight.reading.knowing(known)
    horizon = reading.horizon
    stays = replace(
        close(sight),
        reading=reading,
        place=min(sight.place, horizon),
        back=tuple(place for place in sight.back if place <= horizon),
        ahead=tuple(place for place in sight.ahead if place <= horizon),
        origin=sight.origin if sight.origin is not None and sight.origin <= horizon else None,
        undo=_undone_in_sight(reading, sight.undo),
    )
    said = "Everything is open. Your place in the story is kept." if known else "What you have not read is hidden."
    return replace(stays, marks=place_marks(reading, sight.kept), notice=Notice(said))


def open_view(sight: Sight, view: View, cursor: int = 0) -> Sight:
    """Put a view in the place of the text, or close it where it is open."""
    closes = sight.view is view
    sight = close(sight)
    return sight if closes else replace(sight, view=view, cursor=cursor)


def open_over(sight: Sight, view: View) -> Sight:
    """Put a view over the one that is open; Escape returns to it."""
    below = (*sight.below, (sight.view, sight.cursor)) if sight.view is not View.TEXT else ()
    return replace(close(sight), view=view, below=below)


def open_card(sight: Sight, person: str) -> Sight:
    """Open a character's card."""
    return replace(open_over(sight, View.CARD), subject=person)


def open_why(sight: Sight, pair: Pair) -> Sight:
    """Open the receipts of two people."""
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


def _pairs_of(sight: Sight) -> tuple[Pair, ...]:
    """The pairs of the person whose card is open, the latest moved first."""
    card = sight.reading.card(sight.subject, sight.place)
    meters = sorted((*card.toward, *card.from_others), key=lambda meter: -meter.spot.position)
    return tuple(dict.fromkeys(pair_of(meter.source.id, meter.target.id) for meter in meters))


def next_pair(sight: Sight) -> Sight:
    """The receipts of the next pair."""
    over_card = any(view is View.CARD for view, _ in sight.below)
    pairs = _pairs_of(sight) if over_card else sight.reading.pairs(sight.place, sight.pins)
    if sight.pair is None or not pairs:
        return sight
    number = pairs.index(sight.pair) + 1 if sight.pair in pairs else 0
    return replace(sight, pair=pairs[number % len(pairs)], cursor=0)


def next_order(sight: Sight) -> Sight:
    """The cast sorted otherwise."""
    return replace(sight, order=sight.order.next(), cursor=0)


def any_or_all(sight: Sight) -> Sight:
    """A filter that any of its people meet, or only all of them together."""
    return filter_by(sight, replace(sight.wanted, every=not sight.wanted.every))


def close(sight: Sight) -> Sight:
    """Back to the text: no view, no question, nothing said."""
    return replace(sight, view=View.TEXT, cursor=0, below=(), looked_for="", walk=None, notice=None, skip_to=None)


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


def pinned(sight: Sight, pair: Pair, pins: tuple[Pair, ...]) -> Notice:
    """What to say once a pair is pinned, or no longer."""
    why = sight.reading.why(pair, sight.place)
    said = "Pinned" if pair in pins else "No longer pinned"
    return Notice(f"{said}: {why.first.name} and {why.second.name}")


def toggle_length(sight: Sight) -> Sight:
    """Hide how long the story and its scenes are, or show it."""
    reading = sight.reading.hiding_length(not sight.reading.hide_length)
    said = "How long it is stays hidden." if reading.hide_length else "How long it is is shown."
    return replace(close(sight), reading=reading, notice=Notice(said))


def ask_again(sight: Sight) -> Sight:
    """Ask whether to begin anew."""
    said = "Read again from the start? Everything is hidden anew; your bookmarks stay."
    return replace(close(sight), notice=Notice(said, again=True))


def read_again(sight: Sight) -> Sight:
    """Yes, to the question that `ask_again` asks: a new time through, at the opening page."""
    reading = sight.reading.afresh()
    sight = replace(close(sight), reading=reading, place=OPENING, wanted=Filter(), back=(), ahead=(), origin=None)
    return replace(sight, marks=place_marks(reading, sight.kept), undo=_undone_in_sight(reading, sight.undo))


def _undone_in_sight(reading: Reading, undo: tuple[Bookmark, ...]) -> tuple[Bookmark, ...]:
    """Without the bookmarks that are hidden now: undoing would name them."""
    places = ((bookmark, reading.find(bookmark.anchor)) for bookmark in undo)
    return tuple(bookmark for bookmark, found in places if found is None or found.position <= reading.horizon)


def leave(sight: Sight) -> Sight:
    """Escape: no to a question, back to the view below, out of a view; where there is none, the filter goes."""
    if sight.looked_for:
        return replace(sight, looked_for="", cursor=0)
    if sight.below:
        *below, (view, cursor) = sight.below
        return replace(sight, view=view, cursor=cursor, below=tuple(below), notice=None)
    said = sight.skip_to is not None or sight.notice is not None or sight.walk is not None
    if sight.wanted and sight.view is View.TEXT and not said:
        return filter_by(sight, Filter())
    return close(sight)


def _step_thread(sight: Sight) -> Sight:
    after = sight.reading.thread(sight.wanted).after(sight.place)
    return _end_of_thread(sight) if after is None else _stand(sight, after)


def _end_of_thread(sight: Sight) -> Sight:
    said = Notice("That was the last of this thread. Next drops the filter and reads on.", thread_ended=True)
    return replace(sight, notice=said)


def _read_to(sight: Sight, target: Position) -> Sight:
    """Reading on: the frontier comes along where the reader passes it, unless everything is open anyway."""
    passes = target > sight.reading.frontier
    if not passes or (sight.reading.know and sight.place != sight.reading.frontier):
        return _stand(sight, target)
    reading = sight.reading.reaching(target)
    sight = replace(sight, reading=reading)
    marks = place_marks(reading, sight.kept) if sight.marks.further else sight.marks
    return _stand(replace(sight, marks=marks), target)


def _stand(sight: Sight, place: Position) -> Sight:
    arrived = sight.origin is not None and place >= sight.origin
    return replace(sight, place=place, screenful=0, origin=None if arrived else sight.origin)
