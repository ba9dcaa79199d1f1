"""The palette: the commands that can be given now, found by their words."""

from functools import partial

from textual.app import ComposeResult
from textual.await_complete import AwaitComplete
from textual.command import CommandInput, CommandList, CommandPalette, DiscoveryHit, Hit, Hits, Provider, SearchIcon
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.events import Click
from textual.widgets import Input, LoadingIndicator

from reader.session.commands import Command
from reader.session.finding import find_commands, palette_commands
from reader.session.state import State
from reader.tui.screen import ReadingScreen

ROW_HEIGHT = 2
"""A command stands above its keys."""


class Commands(Provider):
    """Lists the commands of the reading screen."""

    async def discover(self) -> Hits:
        """Every command that can be given now, those of the footer first."""
        if state := self._state():
            for command in palette_commands(state):
                yield DiscoveryHit(command.help, partial(self._give, command), help=keys_of(command, state))

    async def search(self, query: str) -> Hits:
        """The commands that the typed words mean."""
        state = self._state()
        if state is None:
            return
        matcher = self.matcher(query)
        found = find_commands(state, query)
        for number, command in enumerate(found):
            score = matcher.match(command.help)
            shown = matcher.highlight(command.help) if score else Content(command.help)
            yield Hit(1 - number / len(found) / 2, shown, partial(self._give, command), help=keys_of(command, state))

    def _state(self) -> State | None:
        screen = self.screen
        return screen.state if isinstance(screen, ReadingScreen) else None

    def _give(self, command: Command) -> None:
        screen = self.screen
        if isinstance(screen, ReadingScreen):
            screen.give(command)


def keys_of(command: Command, state: State) -> str | None:
    """The keys of a command in words; nothing if it has none."""
    return " ".join(state.keys.shown(command.id)) or None


class Rows(CommandList):
    """The rows of the palette. Textual's fail if a page is turned or a row is clicked while they are replaced."""

    def action_page_down(self) -> None:
        """Move down by as many rows as are seen."""
        self._move_by(1)

    def action_page_up(self) -> None:
        """Move up by as many rows as are seen."""
        self._move_by(-1)

    def _move_by(self, pages: int) -> None:
        if self.highlighted is not None:
            seen = max(1, self.scrollable_content_region.height // ROW_HEIGHT)
            self.highlighted = max(0, min(self.option_count - 1, self.highlighted + pages * seen))

    def on_click(self, event: Click) -> None:
        """Pass over a click on a row that is no longer there."""
        if event.style.meta.get("option", 0) >= self.option_count:
            event.prevent_default().stop()


class Palette(CommandPalette):
    """Textual's palette over our commands."""

    ALLOW_SELECT = False

    def __init__(self) -> None:
        super().__init__(providers=[Commands], id="--command-palette")
        self._left = False

    def dismiss(self, result: None = None) -> AwaitComplete:
        """Close the palette, and look for nothing more."""
        self._left = True
        self.workers.cancel_node(self)
        return super().dismiss(result)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Pass over what is typed once it is left: Textual would look for its rows, which are gone."""
        if self._left:
            event.prevent_default().stop()

    def compose(self) -> ComposeResult:
        """Textual's own parts, but for the rows."""
        with Vertical(id="--container"):
            with Horizontal(id="--input"):
                yield SearchIcon()
                yield CommandInput(placeholder="Search for commands…", select_on_focus=False)
            with Vertical(id="--results"):
                yield Rows()
                yield LoadingIndicator()
