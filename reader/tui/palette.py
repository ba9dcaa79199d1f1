"""The palette: the commands that can be given now, found by their words."""

from collections.abc import Iterator
from functools import partial

from textual.command import CommandList, CommandPalette, DiscoveryHit, Hit, Hits, Provider

from reader.session.commands import Command, available
from reader.session.state import State
from reader.tui.screen import ReadingScreen


class Commands(Provider):
    """Lists the commands of the reading screen."""

    async def discover(self) -> Hits:
        """Every command that can be given now, by its words."""
        for command, keys in sorted(self._rows(), key=lambda row: row[0].help):
            yield DiscoveryHit(command.help, partial(self._give, command), help=keys)

    async def search(self, query: str) -> Hits:
        """The commands whose words match what is typed."""
        matcher = self.matcher(query)
        for command, keys in self._rows():
            if (score := matcher.match(command.help)) > 0:
                yield Hit(score, matcher.highlight(command.help), partial(self._give, command), help=keys)

    def _rows(self) -> Iterator[tuple[Command, str]]:
        screen = self.screen
        if isinstance(screen, ReadingScreen) and screen.state:
            yield from palette_rows(screen.state)

    def _give(self, command: Command) -> None:
        screen = self.screen
        if isinstance(screen, ReadingScreen):
            screen.give(command)


def palette_rows(state: State) -> Iterator[tuple[Command, str]]:
    """The commands that can be given now and are of use without their keys, each with its keys in words."""
    for command in available(state.view):
        if command.in_palette:
            yield command, " ".join(state.keys.shown(command.id)) or "no key"


class Palette(CommandPalette):
    """Textual's palette over our commands, except that Textual's fails on a page key before its list has rows."""

    def __init__(self) -> None:
        super().__init__(providers=[Commands], id="--command-palette")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A page can be turned once the list has room and rows."""
        if action == "command_list" and str(*parameters).startswith("page"):
            commands = self.query_one(CommandList)
            return bool(commands.size.area and commands.virtual_size.height)
        return super().check_action(action, parameters)
