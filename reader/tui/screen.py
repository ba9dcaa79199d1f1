"""The reading screen: it shows the state, turns keys and clicks into moves, and asks the app for their effects."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from textual import events, getters, on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.geometry import Size
from textual.screen import Screen

from reader.session.answering import answer
from reader.session.commands import Command, available, command, command_at
from reader.session.effects import Effect, Leave
from reader.session.keys import Keymap
from reader.session.links import GiveCommand
from reader.session.lists import follow, roll, roll_companion, roll_scenes
from reader.session.notices import Notice
from reader.session.state import Layout, Move, Prompt, State, Step, TextView, perform
from reader.text import Link
from reader.tui.drawing import Drawing, ScreenSize
from reader.tui.frame import NARROW
from reader.tui.lines import Line
from reader.tui.pages import loading_lines
from reader.tui.pane import LinePane
from reader.tui.registry import BESIDE, VIEWS, WIDE, Registry
from reader.tui.themes import Colours, colours

if TYPE_CHECKING:
    from reader.tui.answer import AnswerField

CarryOut = Callable[[tuple[Effect, ...], State | None], None]
"""Carries out the effects of a move that led to a state."""

PANES = ("bar", "scenes", "text", "side", "strip", "status", "footer")


class ReadingScreen(Screen[None]):
    """Everything the reader sees; one frozen state drives every pane.

    Args:
        colours: The colours to begin with.
        keys: The keys of the commands.
        carry_out: Carries out the effects of a move. It is called within the move, not by a message: whatever keys
             wait, and whatever fails, what the reader did is on its way to the disk.
        views: The registry of views.
    """

    AUTO_FOCUS = ""
    HORIZONTAL_BREAKPOINTS = [(0, "-inline"), (NARROW, "-strip"), (BESIDE, "-beside"), (WIDE, "-full"), (150, "-wide")]  # noqa: RUF012 - Textual's
    VERTICAL_BREAKPOINTS = [(0, "-low"), (16, "-tall")]  # noqa: RUF012 - Textual's

    bar = getters.query_one("#bar", LinePane)
    scenes = getters.query_one("#scenes", LinePane)
    text = getters.query_one("#text", LinePane)

    def __init__(self, colours: Colours, keys: Keymap, carry_out: CarryOut, views: Registry = VIEWS) -> None:
        super().__init__(classes="-bare")
        self._colours = colours
        self._keys = keys
        self._carry_out = carry_out
        self._closed_to_commands = False
        self._drawing = Drawing(self._measured, views)
        self._state: State | None = None
        self._field: AnswerField | None = None
        self._panes = tuple(LinePane(colours, self._lines, id=pane) for pane in PANES)

    def compose(self) -> ComposeResult:
        bar, scenes, text, side, strip, status, footer = self._panes
        yield bar
        yield Horizontal(scenes, text, side, id="middle")
        yield from (strip, status, footer)

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
            self._recolour(colours(dark=state.display.dark, depth=state.display.depth))
        if state.prompt != (before.prompt if before else None):
            self._ask(state.prompt)
        for pane in self._panes:
            pane.renew()

    def _ask(self, prompt: Prompt | None) -> None:
        """Let the reader type what is asked for, in place of the footer; or no longer, if nothing is."""
        if self._field:
            self._field.remove()
            self._field = None
        self.set_class(prompt is not None, "-answering")
        if prompt:
            from reader.tui.answer import AnswerField  # noqa: PLC0415 - a start needs no field, and it takes a while

            self._field = AnswerField(prompt.hint, prompt.value, many_lines=prompt.many_lines, answered=self._answered)
            self.mount(self._field, before="#footer")

    def _answered(self, words: str) -> None:
        self.make(lambda state: answer(state, words))

    def finish_typing(self) -> None:
        """Take what was typed as if Enter were pressed; nothing, if no word was changed."""
        prompt = self._state.prompt if self._state else None
        if prompt and self._field and self._field.text != prompt.value:
            self._answered(self._field.text)

    def say(self, text: str) -> None:
        """Say something; the next key clears it."""
        self.make(lambda state: Step(state.saying(Notice(text))))

    def _recolour(self, colours: Colours) -> None:
        if colours != self._colours:
            self._colours = colours
            for pane in self._panes:
                pane.recolour(colours)

    def _measured(self) -> ScreenSize:
        return ScreenSize({pane.id or "": pane.size for pane in self._panes}, self.size.width)

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
        if self._state and not self._closed_to_commands and given in available(self._state):
            self.make(given.move)

    def give_key(self, key: str) -> bool:
        """Give the command of a key. Returns whether it gives one now."""
        given = command_at(self._state, key) if self._state else None
        if given:
            self.give(given)
        return given is not None

    def on_key(self, event: events.Key) -> None:
        """Give the command of a key; before the story is open, the reader can only leave."""
        if self._state is None:
            if self._keys.gives(event.key, "quit"):
                event.stop()
                self._carry_out((Leave(),), None)
        elif self._field and event.character and event.is_printable:
            event.stop()
            self._field.type_ahead(event.character)
        elif self.give_key(event.key):
            event.stop()
            event.prevent_default()

    @on(LinePane.Clicked)
    def _clicked(self, event: LinePane.Clicked) -> None:
        if self._is_typing():
            return
        if isinstance(event.link, GiveCommand):
            self.give(command(event.link.command))
        else:
            self._follow(event.link)

    def _is_typing(self) -> bool:
        """Whether the reader types; then a click or the wheel elsewhere neither drops the words nor moves anything."""
        return self._state is not None and self._state.prompt is not None

    def _follow(self, link: Link) -> None:
        self.make(lambda state: follow(state, link))

    @on(LinePane.Resized, "#text")
    def _text_resized(self) -> None:
        """The bar tells which page of a long beat is before the reader: another one of more or fewer."""
        self.bar.renew()

    @on(LinePane.Rolled)
    def _rolled(self, event: LinePane.Rolled) -> None:
        if self._is_typing():
            return
        rolls = {"scenes": roll_scenes, "side": roll_companion}.get(event.control.id or "", roll)
        self.make(rolls(event.by))
