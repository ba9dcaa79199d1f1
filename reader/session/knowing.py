"""Knowing: "I know this story", how long the story is, and reading it again with everything hidden."""

from dataclasses import dataclass, replace

from reader.companion.thread import Filter
from reader.position import OPENING
from reader.session.effects import Keep
from reader.session.notices import Notice
from reader.session.placing import place_bookmark
from reader.session.state import Question, State, Step, Undo
from reader.shelf.operations import ReadAgain, SetHiddenLength, SetKnow


@dataclass(frozen=True, slots=True)
class KnowQuestion(Question):
    """Does the reader know the story, so that all of it may be shown?"""

    text = "Open the whole story, its end too? Nothing is hidden then; your place stays."
    short = "Open everything, the end too?"
    yes = "opens it"

    def accepted(self, state: State) -> Step:
        """Show everything."""
        return _knowing(state, know=True)


@dataclass(frozen=True, slots=True)
class ReadAgainQuestion(Question):
    """Shall the story be read again, with everything hidden?"""

    text = "Read again from the start? Everything is hidden anew; your bookmarks stay."
    short = "Read again, with everything hidden?"
    yes = "begins"

    def accepted(self, state: State) -> Step:
        """Begin a new time through, at the opening page."""
        number = state.kept.reading
        kept = state.kept.model_copy(update={"reading": number + 1})
        again = state.closed().holding(state.reading.afresh(), kept)
        again = replace(again.standing(OPENING), filter=Filter(), back=(), ahead=(), origin=None)
        return Step(_without_hidden_undo(again), (Keep(ReadAgain(reading=number)),))


def ask_read_again(state: State) -> Step:
    """Ask whether to read the story again."""
    return Step(state.closed().asking(ReadAgainQuestion()))


def ask_know(state: State) -> Step:
    """Ask whether to open the whole story."""
    return Step(state.closed().asking(KnowQuestion()))


def hide_unread(state: State) -> Step:
    """Take "I know this story" back: what was not read is hidden, and the reader is not left beyond it."""
    return _knowing(state, know=False)


def _knowing(state: State, *, know: bool) -> Step:
    """Set or undo "I know this story"; the frontier stays."""
    reading = state.reading.knowing(know)
    horizon = reading.horizon
    met = {person.id for person in reading.people()}
    text = "Everything is open. Your place in the story is kept." if know else "What you have not read is hidden."
    place = min(state.place, horizon)
    stays = replace(
        state.closed().holding(reading).standing(place, state.text.into if place == state.place else 0),
        filter=replace(state.filter, people=tuple(person for person in state.filter.people if person in met)),
        back=tuple(spot for spot in state.back if spot.position <= horizon),
        ahead=tuple(spot for spot in state.ahead if spot.position <= horizon),
        origin=state.origin if state.origin and state.origin.position <= horizon else None,
        notice=Notice(text),
    )
    return Step(_without_hidden_undo(stays), (Keep(SetKnow(know=know)),))


def toggle_length(state: State) -> Step:
    """Hide how long the story and its scenes are, or show it."""
    hidden = not state.reading.hide_length
    text = "Its length stays hidden." if hidden else "Its length is shown."
    shown = replace(state.closed(), reading=state.reading.hiding_length(hidden), notice=Notice(text))
    return Step(shown, (Keep(SetHiddenLength(hidden=hidden)),))


def _without_hidden_undo(state: State) -> State:
    """Without what undoes changes of bookmarks that are hidden now: undoing them would name them."""

    def in_sight(undo: Undo) -> bool:
        return place_bookmark(state.reading, state.kept, undo.bookmark) is not None

    return replace(state, undo=tuple(filter(in_sight, state.undo)))
