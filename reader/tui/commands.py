"""The one table of commands: bindings, footer, help, palette and keymap are all drawn from it."""

from collections.abc import Callable
from dataclasses import dataclass

from reader.tui import moves
from reader.tui.sight import Sight, View

Move = Callable[[Sight], Sight]

LISTS = frozenset(View) - {View.TEXT, View.SIDE, View.KEYS}
SCROLLED = LISTS | {View.KEYS}
BOOKMARKS, FILTER, CAST, WHY = (frozenset({view}) for view in (View.BOOKMARKS, View.FILTER, View.CAST, View.WHY))
TEXT = frozenset({View.TEXT})


@dataclass(frozen=True, slots=True)
class Command:
    """One thing the reader can do.

    Attributes:
        id: Names it in a keymap; the action of the reading screen is the same with `_` for `-`.
        keys: As Textual names them, with commas between; nothing where only the palette has it.
        shown: The keys as people write them.
        label: A word or two for the footer.
        help: A line for the help and the palette.
        group: Where the help lists it.
        views: Where it can be done; everywhere, if empty.
        footer: Its place in the footer, the lowest first; 0 keeps it out.
        move: What it does to what the reader sees, where that is all it does; else the screen has an action for it.
    """

    id: str
    keys: str
    shown: str
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


def _opening(view: View) -> Move:
    return lambda sight: moves.open_view(sight, view)


COMMANDS: tuple[Command, ...] = (
    Command("next", "space,right,l", "Space → l", "next", "The next beat", "Read", footer=1),
    Command("back", "left,h", "← h", "back", "The beat before", "Read", footer=2),
    Command("next-scene", "n", "n", "next scene", "The next scene", "Read", TEXT, move=moves.next_scene),
    Command(
        "previous-scene",
        "p",
        "p",
        "scene before",
        "The beginning of this scene, or the one before",
        "Read",
        TEXT,
        move=moves.previous_scene,
    ),
    Command("first", "g,home", "g", "first page", "The opening page", "Read", TEXT, move=moves.go_first),
    Command("frontier", "G,end", "G", "furthest", "As far as you have read", "Read", TEXT, move=moves.go_frontier),
    Command("return", "backspace", "Backspace", "return", "Back from a detour", "Read", move=moves.return_from_detour),
    Command(
        "jump-back",
        "ctrl+o",
        "Ctrl+O",
        "jump back",
        "Where the last jump came from",
        "Read",
        TEXT,
        move=moves.jump_back,
    ),
    Command(
        "jump-ahead", "tab", "Tab", "jump forward", "Forward through jumps again", "Read", TEXT, move=moves.jump_ahead
    ),
    Command("bookmark", "b", "b", "bookmark", "Keep this beat", "Keep", TEXT, footer=3),
    Command("bookmarks", "B", "B", "bookmarks", "Your bookmarks", "Keep", footer=11, move=_opening(View.BOOKMARKS)),
    Command("undo", "u", "u", "undo", "Undo the last change of a bookmark", "Keep"),
    Command(
        "filter", "f", "f", "filter", "Only the scenes of some people", "Look", footer=7, move=_opening(View.FILTER)
    ),
    Command("why", "w", "w", "why", "Why two people stand as they do", "Look", footer=8, move=moves.ask_why),
    Command("pin", "v", "v", "pin", "Always show the meters of this pair, or no longer", "Look", TEXT | WHY),
    Command("cast", "c", "c", "cast", "Everyone you have met", "Look", footer=9, move=_opening(View.CAST)),
    Command("recap", "r", "r", "recap", "The story so far", "Look", footer=10, move=_opening(View.RECAP)),
    Command("who", "i", "i", "who", "Walk the names on the page; Enter opens the card", "Look", TEXT),
    Command("scenes", "1", "1", "scenes", "The scenes you have read", "Look"),
    Command("text", "2", "2", "text", "The text", "Look", move=moves.close),
    Command("side", "3", "3", "companion", "Who is on stage, and how they stand", "Look"),
    Command("down", "down,j", "↓ j", "down", "Down in a list", "In a list", SCROLLED),
    Command("up", "up,k", "↑ k", "up", "Up in a list", "In a list", SCROLLED),
    Command("choose", "enter", "Enter", "choose", "Go there, or choose", "In a list", LISTS, footer=3),
    Command("yes", "enter", "Enter", "yes", "Say yes, name what was just kept, open a card", "Keep", TEXT),
    Command("name", "e", "e", "name", "Name the bookmark", "In a list", BOOKMARKS, footer=4),
    Command("note", "o", "o", "note", "Write a note", "In a list", BOOKMARKS, footer=5),
    Command("remove", "d,delete", "d", "remove", "Remove the bookmark", "In a list", BOOKMARKS, footer=6),
    Command(
        "any-all",
        "x",
        "x",
        "any / all",
        "Any of them, or all together",
        "In a list",
        frozenset({View.FILTER}),
        footer=4,
        move=moves.any_or_all,
    ),
    Command("next-pair", "tab", "Tab", "next pair", "The next pair", "In a list", WHY, footer=4, move=moves.next_pair),
    Command("order", "o", "o", "order", "Sort the cast otherwise", "In a list", CAST, footer=4, move=moves.next_order),
    Command("look-for", "slash", "/", "look for", "Look for a name in the cast", "In a list", CAST, footer=5),
    Command("close", "escape", "Esc", "close", "Close, say no, or drop the filter", "Look"),
    Command("know", "", "", "know", "I know this story: open everything, or hide it again", "Look"),
    Command(
        "again", "", "", "read again", "Read again from the start, with everything hidden", "Look", move=moves.ask_again
    ),
    Command("length", "", "", "length", "Hide how long the story is, or show it", "Look"),
    Command("numbers", "", "", "numbers", "Show values beside their words, or words alone", "Look"),
    Command("light", "", "", "light", "Dark or light", "Look"),
    Command(
        "keys", "question_mark", "?", "keys", "The keys of this screen", "Look", footer=14, move=_opening(View.KEYS)
    ),
    Command("palette", "ctrl+p", "Ctrl+P", "palette", "Find a command by its name", "Look"),
    Command("quit", "q", "q", "quit", "Leave; your place is kept", "Read", footer=15),
)


def available(view: View) -> tuple[Command, ...]:
    """The commands that can be given in a view."""
    return tuple(command for command in COMMANDS if not command.views or view in command.views)


def command(command_id: str) -> Command:
    """A command by its id."""
    return next(command for command in COMMANDS if command.id == command_id)
