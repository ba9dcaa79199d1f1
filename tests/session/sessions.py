"""A session without a screen, in the hands of a test: it gives commands, and the shelf keeps what they ask for."""

from datetime import UTC, datetime
from pathlib import Path

from reader.companion.reading import Reading
from reader.position import Position
from reader.session.answering import answer
from reader.session.commands import available, command, usual_keys
from reader.session.display import DisplayOptions
from reader.session.effects import Effect, Keep, KeepPlace
from reader.session.links import ChooseRow
from reader.session.lists import follow
from reader.session.no_screen import NoScreen
from reader.session.resuming import Equipment, Start, resume
from reader.session.shelving import place_of, written
from reader.session.state import Move, State, Step, perform
from reader.shelf.shelf import Shelf

NOW = datetime(2026, 1, 1, tzinfo=UTC)


class Session:
    """One window on a story.

    Args:
        reading: The story, nothing of it read.
        folder: The folder of the shelf.
        at: Where to begin; everything before it counts as read.
        now: When the reader starts.
    """

    def __init__(self, reading: Reading, folder: Path, at: int | None = None, now: datetime = NOW) -> None:
        self._shelf = Shelf(folder, reading.story_id)
        self._now = now
        start = Start(None if at is None else Position(at), know=False, now=now)
        step = resume(reading, self._shelf.open(), start, Equipment(usual_keys(), NoScreen(), DisplayOptions()))
        self.state: State = step.state
        self.effects: list[Effect] = []
        self._carry_out(step)

    def give(self, *commands: str) -> None:
        """Give commands by their ids, each of which can be given where it is."""
        for command_id in commands:
            assert self.can_give(command_id), f"{command_id} cannot be given in {self.state.view}"
            self.make(command(command_id).move)

    def can_give(self, command_id: str) -> bool:
        """Whether a command can be given in the view that is open."""
        return command(command_id) in available(self.state)

    def choose(self, row: int) -> None:
        """Choose a row of the open list, as a click does."""
        self.make(lambda state: follow(state, ChooseRow(row)))

    def type(self, words: str) -> None:
        """Type words at the prompt, and press Enter."""
        assert self.state.prompt
        self.make(lambda state: answer(state, words))

    def would(self, move: Move) -> State:
        """Where a move would lead."""
        return perform(self.state, move).state

    def make(self, move: Move) -> None:
        """Make a move, and carry out its effects."""
        self._carry_out(perform(self.state, move))

    def _carry_out(self, step: Step) -> None:
        self.state = step.state
        self.effects += step.effects
        for effect in step.effects:
            match effect:
                case Keep(operation, notice):
                    self.state = written(self.state, self._shelf.change(operation), notice, "")
                case KeepPlace():
                    place = place_of(self.state, self._now)
                    self.state = written(self.state, self._shelf.change(place), None, "")
