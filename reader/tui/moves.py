"""How the reader moves: each function takes what stands before the reader and returns what stands there next."""

from dataclasses import replace

from reader.companion.reading import Reading
from reader.companion.thread import Filter
from reader.position import OPENING, Position
from reader.shelf.kept import Bookmark
from reader.tui.sight import Asked, Notice, Sight, close, place_mark, place_marks, saying

MOST_JUMPS = 100


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


def turn_screenful(sight: Sight, by: int) -> Sight:
    """To another screenful of a beat that is taller than the screen."""
    return replace(saying(sight, None), screenful=sight.screenful + by, walk=None)


def look_on(sight: Sight) -> Sight:
    """Forward through what may be seen, as a wheel does; it never counts anything as read."""
    if sight.wanted:
        after = sight.reading.thread(sight.wanted).after(sight.place)
    else:
        after = Position(sight.place + 1) if sight.place < sight.reading.horizon else None
    return sight if after is None else _stand(close(sight), after)


def step_back(sight: Sight) -> Sight:
    """The beat before; with a filter, the one before in its thread."""
    sight = close(sight)
    if sight.wanted:
        before = sight.reading.thread(sight.wanted).before(sight.place)
        if before is None:
            return _begin_of_thread(sight)
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
    asked = Asked(
        "Skip the rest of this scene? It will count as read.", "Skip the rest? It counts as read.", "skips", target
    )
    return replace(sight, asked=asked)


def previous_scene(sight: Sight) -> Sight:
    """The beginning of this scene, or of the one before where the reader stands at a beginning."""
    sight = close(sight)
    if sight.wanted:
        rows = [row for row in sight.reading.thread(sight.wanted).scenes if row.start < sight.place]
        return _stand(sight, rows[-1].start) if rows else _begin_of_thread(sight)
    if sight.place <= 1:
        return _stand(sight, OPENING)
    on = Position(min(sight.place, sight.reading.end - 1))
    start = sight.reading.scene_start(on)
    if start == sight.place:
        start = sight.reading.scene_start(Position(start - 1))
    return _stand(sight, start)


def say_yes(sight: Sight) -> Sight:
    """Yes, to the question that `next_scene` or `ask_again` asks."""
    if sight.asked is None:
        return sight
    skip_to = sight.asked.skip_to
    return read_again(sight) if skip_to is None else _read_to(close(sight), skip_to)


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
    met = {person.id for person in reading.people()}
    stays = replace(
        close(sight),
        reading=reading,
        wanted=replace(sight.wanted, people=tuple(person for person in sight.wanted.people if person in met)),
        place=min(sight.place, horizon),
        back=tuple(place for place in sight.back if place <= horizon),
        ahead=tuple(place for place in sight.ahead if place <= horizon),
        origin=sight.origin if sight.origin is not None and sight.origin <= horizon else None,
        undo=_undone_in_sight(reading, sight),
    )
    said = "Everything is open. Your place in the story is kept." if known else "What you have not read is hidden."
    return replace(stays, marks=place_marks(reading, sight.kept), notice=Notice(said))


def toggle_length(sight: Sight) -> Sight:
    """Hide how long the story and its scenes are, or show it."""
    reading = sight.reading.hiding_length(not sight.reading.hide_length)
    said = "Its length stays hidden." if reading.hide_length else "Its length is shown."
    return replace(close(sight), reading=reading, notice=Notice(said))


def ask_again(sight: Sight) -> Sight:
    """Ask whether to begin anew."""
    asked = Asked(
        "Read again from the start? Everything is hidden anew; your bookmarks stay.",
        "Read again, with everything hidden?",
        "begins",
    )
    return replace(close(sight), asked=asked)


def read_again(sight: Sight) -> Sight:
    """Yes, to the question that `ask_again` asks: a new time through, at the opening page."""
    reading = sight.reading.afresh()
    kept = sight.kept.model_copy(update={"reading": sight.kept.reading + 1})
    sight = replace(close(sight), reading=reading, kept=kept, place=OPENING, wanted=Filter())
    sight = replace(sight, back=(), ahead=(), origin=None, undo=_undone_in_sight(reading, sight))
    return replace(sight, marks=place_marks(reading, kept))


def _undone_in_sight(reading: Reading, sight: Sight) -> tuple[Bookmark, ...]:
    """Without the bookmarks that are hidden now: undoing would name them."""
    return tuple(bookmark for bookmark in sight.undo if place_mark(reading, sight.kept, bookmark))


def _step_thread(sight: Sight) -> Sight:
    after = sight.reading.thread(sight.wanted).after(sight.place)
    return _end_of_thread(sight) if after is None else _stand(sight, after)


def _end_of_thread(sight: Sight) -> Sight:
    """The thread has nothing further on; who never was in it is told where it lies."""
    thread = sight.reading.thread(sight.wanted)
    text = "That was the last of this thread. Next drops the filter and reads on."
    short = "The thread ends. Next reads on."
    if not thread.scenes:
        text, short = "No scene matches the filter. Next drops it and reads on.", "No scene matches. Next reads on."
    elif sight.place not in thread:
        last = thread.scenes[-1].number
        text = f"The thread ends in scene {last}: ← goes there. Next drops the filter and reads on."
        short = f"It ends in {last}: ← there, Next reads on."
    return replace(sight, notice=Notice(text, short, thread_ended=True))


def _begin_of_thread(sight: Sight) -> Sight:
    return replace(sight, notice=Notice("This is where the thread begins."))


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
