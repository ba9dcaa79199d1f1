"""The app: it opens the story through one door, carries out the effects of moves, and leaves with a word."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Literal

from textual import events, on, work
from textual.await_complete import AwaitComplete
from textual.filter import LineFilter
from textual.message import Message
from textual.worker import WorkerFailed, get_current_worker

from reader.companion.reading import Reading
from reader.problems import Problem, Problems
from reader.session.display import ColourDepth, DisplayOptions
from reader.session.effects import Effect, Keep, KeepChoice, KeepPlace, Leave, OpenPalette, Suspend
from reader.session.letters import beyond_latin, not_a_command
from reader.session.named_positions import position_named
from reader.session.notices import Notice
from reader.session.resuming import Equipment, Start, resume
from reader.session.shelving import last_words, place_of, refused, written
from reader.session.state import State
from reader.shelf.kept import Kept
from reader.shelf.shelf import OpenedShelf, Shelf, ShelfError
from reader.shelf.writer import Writer
from reader.tui.filters import filters_for
from reader.tui.palette import Palette
from reader.tui.registry import VIEWS, Registry
from reader.tui.screen import ReadingScreen
from reader.tui.services import Farewell, Services
from reader.tui.terminal_app import TerminalApp
from reader.tui.themes import Colours, colours

LEAVING_PATIENCE, FAILURE_PATIENCE = 5.0, 1.0
"""Seconds for which the disk is waited for when the reader leaves, and if the program fails."""


class GivenUpError(Exception):
    """The reader left while the story was being opened."""


class ReaderApp(TerminalApp):
    """The companion reader.

    Args:
        services: The story, the shelf and what the command line asks for.
        views: The registry of views.
    """

    TITLE = "reader"
    CSS_PATH = "reading.tcss"  # not the screen's: Textual would parse every style sheet again when the screen is pushed

    @dataclass
    class StoryOpened(Message):
        """The story was opened, or it cannot be."""

        reading: Reading | Problems

    @dataclass
    class Written(Message):
        """An operation is on disk, or it could not be written."""

        result: Kept | ShelfError
        notice: Notice | None = None

    def __init__(self, services: Services, views: Registry = VIEWS) -> None:
        super().__init__(services.ending)
        self._services = services
        self._choices = services.choices
        self._writer: Writer | None = None
        self._shelf_notice = ""
        self._signal: int | None = None
        for dark in (True, False):
            self.register_theme(self._colours(dark=dark).theme)
        self.theme = self._colours(dark=self._choices.dark).theme.name
        self.no_color = services.depth is ColourDepth.NONE
        self._filters_for_depth = filters_for(services.depth)
        palette = self._colours(dark=self._choices.dark)
        self._reading_screen = ReadingScreen(palette, services.keys, self._carry_out, views)

    def _colours(self, *, dark: bool) -> Colours:
        return colours(dark=dark, depth=self._services.depth)

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Textual's filters and ours; on a terminal without colours ours alone, for Textual makes greys of colours."""
        others = () if self._services.depth is ColourDepth.NONE else super().get_line_filters()
        return (*others, *self._filters_for_depth)

    def on_mount(self) -> None:
        self.push_screen(self._reading_screen)
        self._open()
        self._loop_of_app = asyncio.get_running_loop()
        if self._signal is not None:  # it came while the app was starting
            self._leave_at_once()

    # Opening

    @work(thread=True, exclusive=True)
    def _open(self) -> None:
        worker = get_current_worker()

        def progress(_: float) -> None:
            if worker.is_cancelled:
                raise GivenUpError

        try:
            self.post_message(self.StoryOpened(self._services.open_story(progress)))
        except GivenUpError:
            return

    @on(StoryOpened)
    def _begin(self, event: StoryOpened) -> None:
        reading, services = event.reading, self._services
        if isinstance(reading, Problems):
            self.exit(reading)
            return
        shelf = services.shelf_of(reading.story_id)
        try:
            opened = shelf.open()
        except ShelfError as error:
            self.exit(Problems.one(str(error), "READER_STATE_DIR names another folder for what is kept."))
            return
        at = position_named(reading, services.at, opened.kept.frontier) if services.at else None
        if isinstance(at, Problem):
            self.exit(Problems.of([at], services.file))
            return
        self._resume(reading, shelf, opened, Start(at, services.know, services.now()))

    def _resume(self, reading: Reading, shelf: Shelf, opened: OpenedShelf, start: Start) -> None:
        self._writer, self._shelf_notice = Writer(shelf), opened.notice
        equipment = Equipment(self._services.keys, self._reading_screen.layout_of_session, self._display_options())
        step = resume(reading, opened, start, equipment)
        self._reading_screen.show(step.state)
        self._carry_out(step.effects, step.state)

    def _display_options(self) -> DisplayOptions:
        settings, chosen = self._services.settings, self._choices
        numbers = settings.numbers if chosen.numbers is None else chosen.numbers
        depth = self._services.depth
        return DisplayOptions(numbers=numbers, changes=settings.told, dark=chosen.dark, depth=depth)

    # Effects

    def _carry_out(self, effects: tuple[Effect, ...], state: State | None) -> None:
        for effect in effects:
            match effect:
                case Keep(operation, notice) if self._writer:
                    self._writer.keep(operation, partial(self._post, notice))
                case KeepPlace() if self._writer and state:
                    self._writer.keep_place(place_of(state, self._services.now()), partial(self._post, None))
                case KeepChoice(name, value):
                    self._keep_choice(name, value)
                case OpenPalette():
                    self.action_command_palette()
                case Suspend():
                    self.action_suspend_process()
                case Leave():
                    self._leave_soon()

    def _post(self, notice: Notice | None, result: Kept | ShelfError) -> None:
        """Called on the writer's thread."""
        self.post_message(self.Written(result, notice))

    @on(Written)
    def _written(self, event: Written) -> None:
        screen = self._reading_screen
        if screen.state is None or not screen.is_attached:
            return
        if isinstance(event.result, ShelfError):
            screen.show(refused(screen.state, str(event.result)))
            return
        unsaved = self._writer.unsaved if self._writer else ""
        screen.show(written(screen.state, event.result, event.notice, unsaved))

    def _keep_choice(self, name: Literal["dark", "numbers"], value: bool) -> None:
        self._choices = self._choices.model_copy(update={name: value})
        self.theme = self._colours(dark=self._choices.dark).theme.name
        try:
            self._services.keep_choices(self._choices)
        except OSError as error:
            self._reading_screen.say(f"This choice could not be kept: {error.strerror}")

    # Textual's own actions

    def pop_screen(self) -> AwaitComplete:
        """Close what lies over the reading screen; if the palette is closed twice, nothing else closes."""
        return AwaitComplete() if self.screen is self._reading_screen else super().pop_screen()

    def action_command_palette(self) -> None:
        """Open the palette, once; not while something is typed, for it would take the keys."""
        state = self._reading_screen.state
        if not isinstance(self.screen, Palette) and not (state and state.prompt):
            self.push_screen(Palette())

    def action_help_quit(self) -> None:
        """Ctrl+C copies in other programs; here it says how to leave."""
        self._reading_screen.say(f"{self._services.keys.key('quit')} leaves, and keeps your place.")

    async def action_quit(self) -> None:
        """Leave."""
        self._leave_soon()

    def say_no_shell(self) -> None:
        """Ctrl+Z needs a shell to return to."""
        keys = self._services.keys
        self._reading_screen.say(f"{keys.key('suspend')} has no shell to return to. {keys.key('quit')} leaves.")

    def on_key(self, event: events.Key) -> None:
        """A letter that is no command may stand on the key of one."""
        screen = self._reading_screen
        if not event.character or event.character.isascii() or self.screen is not screen:
            return
        if not screen.give_key(self._letters.key_of(event.character)) and beyond_latin(event.character):
            screen.make(not_a_command(event.character))

    # Leaving

    def _handle_exception(self, error: Exception) -> None:
        """Everything that fails inside Textual comes by here, and nowhere else; it has no public name for this.

        Textual would print all that stood in its memory. We write what is kept, and the command line has the words.
        """
        if self.is_headless:  # a test wants the error itself
            super()._handle_exception(error)
            return
        self._reading_screen.close_to_commands()
        self.failed(error.error if isinstance(error, WorkerFailed) else error)
        self.flush(FAILURE_PATIENCE)
        self.panic()

    def leave_by(self, signal_number: int) -> None:
        """Leave in good order, because of a signal or, if it is 0, a failure. It may be called on any thread."""
        self._signal = signal_number
        self.call_soon(self._leave_at_once)

    def flush(self, patience: float) -> str:
        """Write what is to be kept. Returns why that was not possible; empty if all is written. On any thread."""
        if self._writer is None:
            return ""
        return self._writer.unsaved if self._writer.close(patience) else "the disk did not answer in time"

    def _leave_at_once(self) -> None:
        """Leave, and do no more of what was typed."""
        self._reading_screen.close_to_commands()
        self._leave()

    def _leave_soon(self) -> None:
        """Leave once the reading screen and then the app have done all that was asked of them before."""
        self._reading_screen.call_later(self.call_later, self._leave)

    def _leave(self) -> None:
        """Leave; what is typed is kept as if Enter were pressed, and what is not written yet is written first."""
        self._reading_screen.finish_typing()
        state = self._reading_screen.state
        if state is None or self._writer is None:
            self.workers.cancel_all()
            self.exit(Farewell(signal=self._signal or 0))
            return
        unsaved = self.flush(LEAVING_PATIENCE)
        self.exit(Farewell("" if unsaved else last_words(state), unsaved, self._shelf_notice, self._signal or 0))
