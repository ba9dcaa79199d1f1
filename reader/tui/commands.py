"""The one table of commands: bindings, footer, help, palette and keymap are all drawn from it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from textual.keys import key_to_character

from reader.tui import looking, moves
from reader.tui.sight import Sight, View, close

Move = Callable[[Sight], Sight]

LISTS = frozenset(View) - {View.TEXT, View.SIDE, View.KEYS}
SCROLLED = LISTS | {View.KEYS}
BOOKMARKS, FILTER, CAST, WHY = (frozenset({view}) for view in (View.BOOKMARKS, View.FILTER, View.CAST, View.WHY))
TEXT = frozenset({View.TEXT})

KEY_NAMES = {
    **{"space": "Space", "left": "←", "right": "→", "up": "↑", "down": "↓", "enter": "Enter", "escape": "Esc"},
    **{"tab": "Tab", "backspace": "Backspace", "delete": "Del", "pagedown": "PgDn", "pageup": "PgUp"},
}
"""Keys as people write them, where that is not how Textual names them."""


def key_name(key: str) -> str:
    """A key as people write it: `Space`, `?`, `Ctrl+O`."""
    if "+" in key:
        return "+".join(part.capitalize() for part in key.split("+"))
    return KEY_NAMES.get(key) or key_to_character(key) or key.capitalize()


@dataclass(frozen=True, slots=True)
class Command:
    """One thing the reader can do.

    Attributes:
        id: Names it in a keymap; the action of the reading screen is the same with `_` for `-`.
        keys: As Textual names them, with commas between; nothing where only the palette has it.
        label: A word or two for the footer.
        help: A line for the help and the palette.
        group: Where the help lists it.
        views: Where it can be done; everywhere, if empty.
        footer: Its place in the footer, the lowest first; 0 keeps it out.
        move: What it does to what the reader sees, where that is all it does; else the screen has an action for it.
    """

    id: str
    keys: str
    label: str
    help: str
    group: str
    views: frozenset[View] = frozenset()
    footer: int = 0
    move: Move | None = None

    @property
    def action(self) -> str:
        """Its action, as a binding names it."""
        return f"move('{self.id}')" if self.move else self.id.replace("-", "_")

    @property
    def shown(self) -> tuple[str, ...]:
        """Its keys as people write them."""
        return tuple(key_name(key.strip()) for key in self.keys.split(",") if key.strip())


def _opening(view: View) -> Move:
    return lambda sight: looking.open_view(sight, view)


READ, KEEP, LOOK, LIST = "Read", "Keep", "Look", "In a list"

COMMANDS: tuple[Command, ...] = (
    Command("next", "space,right,l", "next", "The next beat", READ, footer=1),
    Command("back", "left,h", "back", "The beat before", READ, footer=2),
    Command("next-scene", "n", "next scene", "The next scene", READ, TEXT, move=moves.next_scene),
    Command("previous-scene", "p", "scene before", "The scene before", READ, TEXT, move=moves.previous_scene),
    Command("first", "g,home", "first page", "The opening page", READ, TEXT, move=moves.go_first),
    Command("frontier", "G,end", "furthest", "As far as you have read", READ, TEXT, move=moves.go_frontier),
    Command("return", "backspace", "return", "Back from a detour", READ, move=moves.return_from_detour),
    Command("jump-back", "ctrl+o", "jump back", "Where the last jump came from", READ, TEXT, move=moves.jump_back),
    Command("jump-ahead", "tab", "jump forward", "Forward through jumps again", READ, TEXT, move=moves.jump_ahead),
    Command("down", "down,j", "down", "Down a list, or through what was read", READ),
    Command("up", "up,k", "up", "Up a list, or back", READ),
    Command("page-down", "pagedown", "page down", "A page down a list", READ),
    Command("page-up", "pageup", "page up", "A page up a list", READ),
    Command("bookmark", "b", "bookmark", "Keep this beat", KEEP, TEXT, footer=3),
    Command("bookmarks", "B", "bookmarks", "Your bookmarks", KEEP, footer=11, move=_opening(View.BOOKMARKS)),
    Command("undo", "u", "undo", "Undo the last change of a bookmark", KEEP),
    Command("yes", "enter", "yes", "Yes; name what was kept; open a card", KEEP, TEXT),
    Command("filter", "f", "filter", "Only the scenes of some people", LOOK, footer=7, move=_opening(View.FILTER)),
    Command("why", "w", "why", "Why two people stand as they do", LOOK, footer=8, move=looking.ask_why),
    Command("pin", "v", "pin", "Keep the meters of this pair in sight", LOOK, TEXT | WHY),
    Command("cast", "c", "cast", "Everyone you have met", LOOK, footer=9, move=_opening(View.CAST)),
    Command("recap", "r", "recap", "The story so far", LOOK, footer=10, move=_opening(View.RECAP)),
    Command("who", "i", "who", "Walk the names on the page", LOOK, TEXT),
    Command("scenes", "1", "scenes", "The scenes you have read", LOOK),
    Command("text", "2", "text", "The text", LOOK, move=close),
    Command("side", "3", "companion", "Who is on stage, and how they stand", LOOK),
    Command("choose", "enter", "choose", "Go there, or choose", LIST, LISTS, footer=3),
    Command("top", "g,home", "top", "The top of the list", LIST, SCROLLED),
    Command("bottom", "G,end", "bottom", "The end of the list", LIST, SCROLLED),
    Command("name", "e", "name", "Name the bookmark", LIST, BOOKMARKS, footer=4),
    Command("note", "o", "note", "Write a note", LIST, BOOKMARKS, footer=5),
    Command("remove", "d,delete", "remove", "Remove the bookmark", LIST, BOOKMARKS, footer=6),
    Command("any-all", "x", "any / all", "Any of them, or all", LIST, FILTER, footer=4, move=looking.any_or_all),
    Command("next-pair", "tab", "next pair", "The next pair", LIST, WHY, footer=4, move=looking.next_pair),
    Command("order", "o", "order", "Sort the cast otherwise", LIST, CAST, footer=4, move=looking.next_order),
    Command("look-for", "/", "look for", "Look for a name in the cast", LIST, CAST, footer=5),
    Command("close", "escape", "close", "Close, say no, or drop the filter", LOOK, footer=6),
    Command("know", "", "know", "I know this story: open everything, or hide it again", LOOK),
    Command("again", "", "read again", "Read again from the start, with everything hidden", LOOK, move=moves.ask_again),
    Command("length", "", "length", "Hide how long the story is, or show it", LOOK),
    Command("numbers", "", "numbers", "Show values beside their words, or words alone", LOOK),
    Command("light", "", "light", "Dark or light", LOOK),
    Command("keys", "?", "keys", "The keys of this screen", LOOK, footer=14, move=looking.open_keys),
    Command("palette", "ctrl+p", "palette", "Find a command by its name", LOOK),
    Command("quit", "q", "quit", "Leave; your place is kept", READ, footer=15),
)


def available(view: View, commands: Sequence[Command] = COMMANDS) -> tuple[Command, ...]:
    """The commands that can be given in a view."""
    return tuple(command for command in commands if not command.views or view in command.views)


def command(command_id: str) -> Command:
    """A command by its id."""
    return next(command for command in COMMANDS if command.id == command_id)
