"""The app: it opens the story through one door, keeps what the reader does, and leaves with a word."""

import asyncio
import signal
import sys
import threading
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from functools import partial
from typing import Any, ClassVar

from textual import on, work
from textual.app import App, SystemCommand
from textual.await_complete import AwaitComplete
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.screen import Screen
from textual.worker import get_current_worker

from reader.companion.reading import Reading
from reader.shelf.choices import Choices
from reader.shelf.kept import Change, Kept, keep_know, keep_place
from reader.shelf.settings import Settings
from reader.shelf.shelf import Shelf, ShelfError
from reader.shelf.writer import Writer
from reader.toml import Problems, Progress
from reader.tui.commands import COMMANDS, Command, available
from reader.tui.looks import looks
from reader.tui.manner import Manner
from reader.tui.palette import Palette
from reader.tui.resume import Start, resume
from reader.tui.screen import ReadingScreen
from reader.tui.sight import Notice, Sight, keeping, place_mark

ENDING_SIGNALS = () if sys.platform == "win32" else (signal.SIGTERM, signal.SIGHUP, signal.SIGINT)
NOT_IN_PALETTE = frozenset({"palette", "down", "up", "page-down", "page-up", "choose", "yes"})
"""Commands that are only keys."""

OpenStory = Callable[[Progress], Reading | Problems]
"""The one door to a story: told how far it is, it returns the reading or what stands in its way."""


def _utc_now() -> datetime:
    return datetime.now(UTC).replace(microsecond=0)


class GivenUpError(Exception):
    """The reader left while the story was being opened."""


@dataclass(frozen=True, slots=True)
class Outside:
    """What the app is given of the world outside it.

    Attributes:
        open_story: Opens the story.
        shelf_of: The shelf of a story, by its id.
        choices: What the reader chose in the app before.
        keep_choices: Keeps what the reader chooses; it may raise OSError.
        start: What the command line asks for.
        settings: What the reader's own settings ask for.
        commands: With the keys the settings ask for.
        now: Tells the time, in UTC.
    """

    open_story: OpenStory
    shelf_of: Callable[[str], Shelf]
    choices: Choices
    keep_choices: Callable[[Choices], None]
    start: Start = field(default_factory=Start)
    settings: Settings = field(default_factory=Settings)
    commands: tuple[Command, ...] = COMMANDS
    now: Callable[[], datetime] = _utc_now


@dataclass(frozen=True, slots=True)
class Left:
    """How the reader left.

    Attributes:
        kept: Where their place is kept, in words.
        unsaved: Why it is not, if it is not.
        told: What opening the shelf had to say; a screen may have cut it.
        signal: The signal that ended the program; 0, where the reader did.
    """

    kept: str = ""
    unsaved: str = ""
    told: str = ""
    signal: int = 0


class ReaderApp(App[Left | Problems]):
    """The companion reader.

    Args:
        outside: The story, the shelf and what the command line asks for.
    """

    TITLE = "reader"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(command.keys, command.action, command.label, id=command.id, show=False)
        for command in COMMANDS
        if command.id == "quit"
    ]

    @dataclass
    class Opened(Message):
        """The story was opened, or it cannot be."""

        reading: Reading | Problems

    @dataclass
    class OnShelf(Message):
        """A change is on disk, or it could not be written."""

        result: Kept | ShelfError
        said: Notice | None = None

    def __init__(self, outside: Outside) -> None:
        super().__init__()
        self._outside = outside
        self._choices = outside.choices
        self._writer: Writer | None = None
        self._told = ""
        self._signal = 0
        for dark in (True, False):
            self.register_theme(looks(dark=dark).theme)
        self.theme = looks(dark=self._choices.dark).theme.name
        self._reading_screen = ReadingScreen(looks(dark=self._choices.dark), outside.commands)
        if outside.commands != COMMANDS:
            # All of them: Textual takes a changed command's old key from every other command that has it too.
            self.set_keymap({command.id: command.keys for command in outside.commands if command.keys})

    def on_mount(self) -> None:
        self.push_screen(self._reading_screen)
        self._open()
        for number in ENDING_SIGNALS if threading.current_thread() is threading.main_thread() else ():
            asyncio.get_running_loop().add_signal_handler(number, self._leave_by, number)

    # Opening

    @work(thread=True, exclusive=True)
    def _open(self) -> None:
        worker = get_current_worker()

        def progress(_: float) -> None:
            if worker.is_cancelled:
                raise GivenUpError

        try:
            self.post_message(self.Opened(self._outside.open_story(progress)))
        except GivenUpError:
            return

    @on(Opened)
    def _begin(self, event: Opened) -> None:
        if isinstance(event.reading, Problems):
            self.exit(event.reading)
            return
        shelf = self._outside.shelf_of(event.reading.story_id)
        try:
            opened = shelf.open()
        except ShelfError as error:
            self.exit(Problems.one(str(error), "READER_STATE_DIR names another folder for what is kept."))
            return
        self._writer, self._told = Writer(shelf), opened.notice
        start, outside = self._outside.start, self._outside
        sight = replace(resume(event.reading, opened.kept, start, outside.now(), opened.notice), manner=self._manner())
        self._reading_screen.see(sight)
        if start.at or sight.reading.know != opened.kept.know:
            self._keep(keep_know(sight.reading.know))
            self._keep_place(sight)

    def _manner(self) -> Manner:
        settings, chosen = self._outside.settings, self._choices.numbers
        return Manner(settings.numbers if chosen is None else chosen, settings.told)

    # Keeping

    @on(ReadingScreen.Moved)
    def _moved(self, event: ReadingScreen.Moved) -> None:
        self._keep_place(event.sight)

    @on(ReadingScreen.Keep)
    def _keep_it(self, event: ReadingScreen.Keep) -> None:
        self._keep(event.change, event.said)

    def _keep(self, change: Change, said: Notice | None = None) -> None:
        if self._writer:
            self._writer.keep(change, lambda result: self._post(result, said))

    def _keep_place(self, sight: Sight) -> None:
        if self._writer:
            reading = sight.reading
            place, frontier = reading.anchor(sight.place), reading.anchor(reading.frontier)
            change = keep_place(place, frontier, self._outside.now(), sight.kept.reading)
            self._writer.keep_place(change, lambda result: self._post(result, None))

    def _post(self, result: Kept | ShelfError, said: Notice | None) -> None:
        """Called on the writer's thread."""
        self.post_message(self.OnShelf(result, said))

    @on(OnShelf)
    def _on_shelf(self, event: OnShelf) -> None:
        sight = self._reading_screen.sight
        if sight is None or not self._reading_screen.is_attached:
            return
        if isinstance(event.result, ShelfError):
            self._reading_screen.see(replace(sight, unsaved=str(event.result)))
            return
        new = keeping(sight, event.result) if event.result.bookmarks != sight.kept.bookmarks else sight
        unsaved = self._writer.unsaved if self._writer else ""
        said = event.said if event.said and _may_be_said(new, event.said) else None
        new = replace(new, kept=event.result, unsaved=unsaved, notice=said or sight.notice)
        self._reading_screen.see(new)

    # Commands of the app

    def action_numbers(self) -> None:
        """Show values beside their words, or words alone."""
        sight = self._reading_screen.sight
        if sight:
            numbers = not sight.manner.numbers
            self._reading_screen.see(replace(sight, manner=replace(sight.manner, numbers=numbers)))
            self._choose({"numbers": numbers})

    def action_light(self) -> None:
        """Change between the dark looks and the light ones."""
        chosen = looks(dark=not self._choices.dark)
        self.theme = chosen.theme.name
        self._reading_screen.recolour(chosen)
        self._choose({"dark": not self._choices.dark})

    def _choose(self, chosen: dict[str, bool]) -> None:
        self._choices = self._choices.model_copy(update=chosen)
        try:
            self._outside.keep_choices(self._choices)
        except OSError as error:
            self._reading_screen.say(f"This choice could not be kept: {error.strerror}")

    def pop_screen(self) -> AwaitComplete:
        """Close what lies over the reading screen; a palette that is told twice to close takes nothing else with it."""
        return AwaitComplete() if self.screen is self._reading_screen else super().pop_screen()

    def action_command_palette(self) -> None:
        """Open the palette, once."""
        if not isinstance(self.screen, Palette):
            self.push_screen(Palette(id="--command-palette"))

    def action_help_quit(self) -> None:
        """Ctrl+C copies in other programs; here it says how to leave."""
        self._reading_screen.say("q leaves, and keeps your place.")

    async def action_quit(self) -> None:
        """Leave, once the reading screen and then the app have done all that was asked of them before."""
        self._reading_screen.call_later(self.call_later, self._leave)

    def _leave_by(self, number: int) -> None:
        self._signal = number
        self._reading_screen.call_later(self.call_later, self._leave)

    def _leave(self) -> None:
        """Leave; what is not written yet is written first."""
        sight = self._reading_screen.sight
        if sight is None or self._writer is None:
            self.workers.cancel_all()
            self.exit(Left(signal=self._signal))
            return
        written = self._writer.close()
        unsaved = self._writer.unsaved if written else "the disk did not answer in time"
        self.exit(Left("" if unsaved else _last_words(sight), unsaved, self._told, self._signal))

    def get_system_commands(self, screen: Screen[Any]) -> Iterable[SystemCommand]:  # noqa: ARG002 - Textual's
        """The palette: the commands that can be given now."""
        view = self._reading_screen.sight.view if self._reading_screen.sight else None
        for command in available(view, self._outside.commands) if view else ():
            if command.id not in NOT_IN_PALETTE:
                keys = " ".join(command.shown) or "no key"
                yield SystemCommand(command.help, keys, partial(self.give, command))

    async def give(self, command: Command) -> None:
        """Give a command, to the app or to the reading screen."""
        to_app = command.id in ("quit", "light", "numbers")
        await self.run_action(command.action, self if to_app else self._reading_screen)


def _may_be_said(sight: Sight, said: Notice) -> bool:
    """Whether a word about a bookmark names nothing that was hidden while the disk worked."""
    bookmark = sight.kept.bookmark(said.bookmark) if said.bookmark else None
    return bookmark is None or place_mark(sight.reading, sight.kept, bookmark) is not None


def _last_words(sight: Sight) -> str:
    """Where the reader's place is kept, for after the screen is gone."""
    if sight.place >= sight.reading.end:
        return "Kept: the end page."
    if not sight.on_beat:
        return ""
    spot = sight.reading.spot(sight.place)
    return f"Kept: scene {spot.scene}, {spot.title}, beat {spot.beat}."
