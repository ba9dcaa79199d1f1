"""The palette: the commands that can be given now, found by their words."""

from functools import partial

from textual.command import CommandList, CommandPalette, DiscoveryHit, Hit, Hits, Provider
from textual.content import Content

from reader.session.commands import Command
from reader.session.finding import find_commands, palette_commands
from reader.session.state import State
from reader.tui.screen import ReadingScreen


class Commands(Provider):
    """Lists the commands of the reading screen."""

    async def discover(self) -> Hits:
        """Every command that can be given now, those of the footer first."""
        if state := self._state():
            for command in palette_commands(state):
                yield DiscoveryHit(command.help, partial(self._give, command), help=keys_of(command, state))

    async def search(self, query: str) -> Hits:
        """The commands that the typed words mean; if there are none, those whose help has its letters in this order."""
        state = self._state()
        if state is None:
            return
        matcher = self.matcher(query)
        found = find_commands(state, query)
        for number, command in enumerate(found):
            score = matcher.match(command.help)
            shown = matcher.highlight(command.help) if score else Content(command.help)
            yield Hit(1 - number / len(found) / 2, shown, partial(self._give, command), help=keys_of(command, state))
        for command in () if found else palette_commands(state):
            if (score := matcher.match(command.help)) > 0:
                shown = matcher.highlight(command.help)
                yield Hit(score, shown, partial(self._give, command), help=keys_of(command, state))

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
