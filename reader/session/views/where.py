"""Where you are: what a reader sees who comes back after a while. Nothing happened in the story since they left."""

from collections.abc import Sequence

from reader.companion.meters import BondChange, Change
from reader.companion.net import NetChange
from reader.companion.recap import Reminder
from reader.session.display import DisplayOptions
from reader.session.links import GoTo
from reader.session.state import ListView, State
from reader.text import Link

MOST_CHANGES = 12
"""How many of the last changes stand there; the others are counted."""


class WhereView(ListView):
    """Where the reader stopped, the last summaries, who is here, and what changed last."""

    def reminder(self, state: State) -> Reminder:
        """What brings the reader back."""
        return state.reading.reminder(state.place)

    def rows(self, state: State) -> Sequence[Link | None]:
        """Everything leads to the beat or the scene it is about."""
        reminder = self.reminder(state)
        here = (GoTo(reminder.at.position),)
        summaries = (GoTo(summary.row.start) for summary in reminder.summaries)
        changes = (GoTo(net.at.position) for net in last_changes(reminder, state.display)[-MOST_CHANGES:])
        return (*here, *summaries, *(here if reminder.here else ()), *changes)


def last_changes(reminder: Reminder, display: DisplayOptions) -> list[NetChange]:
    """The last changes between people that the reader wants to see, oldest first."""
    return [net for net in reminder.changes if is_shown(net.change, display)]


def is_shown(change: Change, display: DisplayOptions) -> bool:
    """Whether a change stands under its beat."""
    if display.changes == "none":
        return False
    if display.changes == "all" or isinstance(change, BondChange) or change.before is None:
        return True
    return change.scale.word(change.before) != change.scale.word(change.after)
