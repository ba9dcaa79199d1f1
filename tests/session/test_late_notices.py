"""What the shelf answers late: nothing of it is said if it was hidden while the disk worked."""

import pytest

from reader.position import Position
from reader.session.answering import answer, say_yes
from reader.session.bookmarks import annotate_chosen, keep_beat, name_chosen, remove_chosen, undo_last
from reader.session.effects import Keep
from reader.session.jumping import jump
from reader.session.knowing import ask_know, hide_unread
from reader.session.shelving import written
from reader.session.state import Move, State, Step
from reader.session.views.bookmarks import BookmarksView
from reader.session.views.stack import opening
from tests.session.states import after, at


def _kept(step: Step) -> State:
    """The state once the disk has done all that was asked of it."""
    state = step.state
    for effect in step.effects:
        if isinstance(effect, Keep):
            state = written(state, effect.operation.apply(state.kept), effect.notice, "")
    return state


def _marked_further_on() -> State:
    """A reader at the second beat who knows the story, and has a bookmark at the sixth open in the list."""
    state = jump(after(say_yes, after(ask_know, at(2))), Position(6))
    return after(opening(BookmarksView), _kept(keep_beat(state)))


def _answered(move: Move) -> Move:
    return lambda state: answer(after(move, state), "a word")


@pytest.mark.parametrize(
    "move",
    [_answered(name_chosen), _answered(annotate_chosen), remove_chosen, undo_last],
    ids=["name", "note", "remove", "undo"],
)
def test_a_change_of_a_bookmark_that_is_hidden_meanwhile_is_not_told(move: Move) -> None:
    step = move(_marked_further_on())
    told = [effect.notice for effect in step.effects if isinstance(effect, Keep)]
    assert told[0] is not None
    assert _kept(step).notice is not None, "if nothing is hidden, it is told"
    hidden = hide_unread(step.state).state
    late = written(hidden, hidden.kept, told[0], "")
    assert late.notice == hidden.notice
