"""Textual's palette, which fails on a page key before its list has rows to show."""

from textual.command import CommandList, CommandPalette


class Palette(CommandPalette):
    """The palette of commands."""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A page can be turned once the list has room and rows."""
        if action == "command_list" and str(*parameters).startswith("page"):
            commands = self.query_one(CommandList)
            return bool(commands.size.area and commands.virtual_size.height)
        return super().check_action(action, parameters)
