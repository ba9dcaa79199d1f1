"""The reading screen: it shows the state, turns keys and clicks into moves, and asks the app for their effects."""

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual import getters, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.geometry import Size
from textual.screen import Screen

from reader.session.answering import answer
from reader.session.commands import COMMANDS, Command, command
from reader.session.effects import Effect, Leave
from reader.session.links import GiveCommand
from reader.session.lists import follow, roll, roll_scenes
from reader.session.notices import Notice
from reader.session.state import Layout, Move, State, Step, TextView, perform
from reader.text import Link
from reader.tui.answer import AnswerLine
from reader.tui.drawing import BESIDE, Drawing, ScreenSize
from reader.tui.frame import NARROW
from reader.tui.lines import Line
from reader.tui.pages import loading_lines
from reader.tui.pane import LinePane
from reader.tui.registry import VIEWS, WIDE, Registry
from reader.tui.themes import Colours, colours

CarryOut = Callable[[tuple[Effect, ...], State | None], None]
"""Carries out the effects of a move that led to a state."""

PANES = ("bar", "scenes", "text", "side", "strip", "status", "footer")


class ReadingScreen(Screen[None]):
    """Everything the reader sees; one frozen state drives every pane.

    Args:
        colours: The colours to begin with.
        carry_out: Carries out the effects of a move. It is called within the move, not by a message: whatever keys
            wait, and whatever fails, what the reader did is on its way to the disk.
        views: The registry of views.
    """

    AUTO_FOCUS = ""
    HORIZONTAL_BREAKPOINTS = [(0, "-inline"), (NARROW, "-strip"), (BESIDE, "-beside"), (WIDE, "-full"), (150, "-wide")]  # noqa: RUF012 - Textual's
    VERTICAL_BREAKPOINTS = [(0, "-low"), (16, "-tall")]  # noqa: RUF012 - Textual's
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(one.keys, f"give({one.id!r})", one.label, id=one.id, show=False)
        for one in COMMANDS
        if one.keys and one.id != "palette"  # the key of the palette is the app's own
    ]

    scenes = getters.query_one("#scenes", LinePane)
    text = getters.query_one("#text", LinePane)
    answer = getters.query_one(AnswerLine)

    def __init__(self, colours: Colours, carry_out: CarryOut, views: Registry = VIEWS) -> None:
        super().__init__()
        self._colours = colours
        self._carry_out = carry_out
        self._closed_to_commands = False
        self._drawing = Drawing(lambda: ScreenSize(self.text.size, self.size.width), views)
        self._state: State | None = None

        self._panes = tuple(LinePane(colours, self._lines, id=pane) for pane in PANES)

    def compose(self) -> ComposeResult:
        bar, scenes, text, side, strip, status, footer = self._panes
        yield bar
        yield Horizontal(scenes, text, side, id="middle")
        yield from (strip, status, AnswerLine(), footer)

    # What is shown

    @property
    def state(self) -> State | None:
        """What is before the reader; nothing while the story is being opened."""
        return self._state

    @property
    def layout_of_session(self) -> Layout:
        """Tells the session what fits on this screen."""
        return self._drawing

    def show(self, state: State) -> None:
        """Put a state before the reader, and draw the difference."""
        before, self._state = self._state, state
        self.set_class(not state.on_beat, "-bare")
        self.set_class(not isinstance(state.view, TextView), "-listing")
        if before is None or before.display.dark != state.display.dark:
            self._recolour(colours(dark=state.display.dark))
        if state.prompt and state.prompt != (before.prompt if before else None):
            self.answer.ask(state.prompt.text(state.keys), state.prompt.value)
        elif before and before.prompt and not state.prompt:
            self.answer.leave()
        for pane in self._panes:
            pane.renew()

    def say(self, text: str) -> None:
        """Say something; the next key clears it."""
        self.make(lambda state: Step(state.saying(Notice(text))))

    def _recolour(self, colours: Colours) -> None:
        if colours != self._colours:
            self._colours = colours
            for pane in self._panes:
                pane.recolour(colours)

    def _lines(self, pane: str, size: Size) -> Sequence[Line]:
        """The lines of a pane; while the story is being opened, only that it is."""
        if self._state:
            return self._drawing.lines(self._state, pane, size, self.size.width)
        return loading_lines(size) if pane == "text" else ()

    # What the reader does

    def make(self, move: Move) -> None:
        """Make a move: show the state it leads to, and ask the app for its effects."""
        if self._state is None:
            return
        step = perform(self._state, move)
        try:
            self.show(step.state)
        finally:
            self._carry_out(step.effects, step.state)

    def close_to_commands(self) -> None:
        """Make no more moves for keys that still wait: the program is told to end."""
        self._closed_to_commands = True

    def give(self, given: Command) -> None:
        """Give a command, if it can be given now."""
        if not self._can_give(given):
            return
        if self._state is None:
            self._carry_out((Leave(),), None)
        else:
            self.make(given.move)

    def action_give(self, command_id: str) -> None:
        """Give a command by its id: the action of every binding."""
        self.give(command(command_id))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Whether an action can be done now."""
        if action == "give":
            return self._can_give(command(str(parameters[0])))
        return super().check_action(action, parameters)

    def _can_give(self, given: Command) -> bool:
        """Before the story is open the reader can only leave; while something is typed, only close that or leave."""
        if self._closed_to_commands:
            return False
        if self._state is None:
            return given.id == "quit"
        if self._state.prompt:
            return given.id in ("close", "quit")
        return isinstance(self._state.view, given.views)

    @on(AnswerLine.Answered)
    def _answered(self, event: AnswerLine.Answered) -> None:
        self.make(lambda state: answer(state, event.words))

    @on(LinePane.Clicked)
    def _clicked(self, event: LinePane.Clicked) -> None:
        self.make(lambda state: Step(state.unprompted()))
        if isinstance(event.link, GiveCommand):
            self.give(command(event.link.command))
        else:
            self._follow(event.link)

    def _follow(self, link: Link) -> None:
        self.make(lambda state: follow(state, link))

    @on(LinePane.Rolled)
    def _rolled(self, event: LinePane.Rolled) -> None:
        scenes = event.control is self.scenes
        self.make(roll_scenes(event.by) if scenes else roll(event.by))
