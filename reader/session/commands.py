"""The one table of commands: keys, footer, help and palette are all drawn from it."""

from collections.abc import Callable
from dataclasses import dataclass

from reader.session.answering import say_yes
from reader.session.bookmarks import annotate_chosen, keep_beat, name_chosen, remove_chosen, undo_last
from reader.session.choosing import leave, open_palette, suspend, toggle_dark, toggle_numbers
from reader.session.jumping import jump_ahead, jump_back, return_from_detour, to_first_page, to_frontier
from reader.session.keys import Keymap, listed
from reader.session.knowing import ask_know, ask_read_again, hide_unread, toggle_length
from reader.session.lists import choose, keep_to_ticked, roll, to_bottom, to_top, turn_page
from reader.session.state import ListView, Move, ScrolledView, State, TextView, View
from reader.session.stepping import beat_before, look_on, next_beat, next_scene, scene_before
from reader.session.views.bookmarks import BookmarksView, open_bookmarks
from reader.session.views.cast import CastView, look_for_name, next_order
from reader.session.views.companion import show_companion
from reader.session.views.filter import FilterView, any_or_all
from reader.session.views.keys import toggle_keys
from reader.session.views.names import is_walking, previous_name, walk_names
from reader.session.views.recap import open_recap
from reader.session.views.scenes import open_scenes
from reader.session.views.stack import close, escape, opening
from reader.session.views.where import WhereView
from reader.session.views.why import WhyView, ask_why, next_pair, toggle_pin


def _knows(state: State) -> bool:
    return state.reading.know


def _is_hiding(state: State) -> bool:
    return not state.reading.know


def _always(state: State) -> bool:  # noqa: ARG001 - it is so for every state
    return True


@dataclass(frozen=True, slots=True)
class Command:
    """One thing the reader can do.

    Attributes:
        id: Names it in the settings.
        keys: Its usual keys, as Textual names them, with commas between; empty if only the palette has it.
        label: A word or two for the footer.
        help: A line for the help and the palette.
        group: Under which heading the help lists it.
        move: What it does.
        views: The kinds of view in which it can be given.
        footer: Its place in the footer, the lowest first; 0 keeps it out.
        stays: The footer names it however narrow the screen is; others are dropped before it.
        in_palette: The palette lists it; it is of use without its key.
        when: Whether it can be given now, in one of its views.
    """

    id: str
    keys: str
    label: str
    help: str
    group: str
    move: Move
    views: tuple[type[View], ...] = (View,)
    footer: int = 0
    stays: bool = False
    in_palette: bool = True
    when: Callable[[State], bool] = _always


READ, KEEP, LOOK, LIST = "Read", "Keep", "Look", "In a list"
GROUPS = (LIST, READ, KEEP, LOOK)
"""In the order in which the help lists them."""
TEXT = (TextView,)
WHILE_TYPING = ("close", "quit")
"""The only commands that can be given while something is typed."""

COMMANDS: tuple[Command, ...] = (
    # If two commands with one key can be given, the upper one is. So those of few views and moments stand first.
    Command(
        "next-name",
        "right,l,tab",
        "next name",
        "Walking the names: on",
        LOOK,
        walk_names,
        TEXT,
        in_palette=False,
        when=is_walking,
    ),
    Command(
        "previous-name",
        "left,h,shift+tab",
        "name before",
        "Walking the names: back",
        LOOK,
        previous_name,
        TEXT,
        in_palette=False,
        when=is_walking,
    ),
    Command(
        "to-text",
        "space",
        "to the text",
        "To the text, where you stopped",
        LIST,
        close,
        (WhereView,),
        1,
        in_palette=False,
    ),
    Command(
        "tick",
        "space",
        "tick",
        "Take this person into the filter, or out",
        LIST,
        choose,
        (FilterView,),
        1,
        in_palette=False,
    ),
    Command(
        "keep-to",
        "enter",
        "done",
        "Keep to those ticked; to this one if none is",
        LIST,
        keep_to_ticked,
        (FilterView,),
        2,
    ),
    Command("next", "space,right,l", "next", "The next beat", READ, next_beat, TEXT, 2, in_palette=False),
    Command("back", "left,h", "back", "The beat before", READ, beat_before, TEXT, 3),
    Command("next-scene", "n", "next scene", "The next scene", READ, next_scene, TEXT),
    Command("previous-scene", "p", "scene before", "The scene before", READ, scene_before, TEXT),
    Command("first", "g,home", "first page", "The opening page", READ, to_first_page, TEXT),
    Command("frontier", "G,end", "furthest", "As far as you have read", READ, to_frontier, TEXT),
    Command("return", "backspace", "return", "Back from a detour", READ, return_from_detour, TEXT),
    Command("jump-back", "ctrl+o", "jump back", "Where the last jump came from", READ, jump_back, TEXT),
    Command("jump-ahead", "tab", "jump forward", "Forward through jumps again", READ, jump_ahead, TEXT),
    Command("look-on", "down,j,pagedown", "look on", "On through what was read", READ, look_on, TEXT, in_palette=False),
    Command(
        "look-back", "up,k,pageup", "look back", "Back through what was read", READ, beat_before, TEXT, in_palette=False
    ),
    Command("bookmark", "b", "bookmark", "Keep this beat", KEEP, keep_beat, TEXT, footer=4),
    Command("bookmarks", "B", "bookmarks", "Your bookmarks", KEEP, open_bookmarks, footer=11),
    Command("undo", "u", "undo", "Undo the last change of a bookmark", KEEP, undo_last),
    Command("yes", "enter", "yes", "Yes; name what was kept; open a card", KEEP, say_yes, TEXT, in_palette=False),
    Command("filter", "f", "filter", "Only the scenes of some people", LOOK, opening(FilterView), footer=7),
    Command("why", "w", "why", "Why two people stand as they do", LOOK, ask_why, footer=8),
    Command("pin", "v", "pin", "Keep the meters of this pair in sight", LOOK, toggle_pin, (TextView, WhyView)),
    Command("cast", "c", "cast", "Everyone you have met", LOOK, opening(CastView), footer=9),
    Command("recap", "r", "recap", "The story so far", LOOK, open_recap, footer=10),
    Command("who", "i", "who", "Walk the names on the page", LOOK, walk_names, TEXT),
    Command("scenes", "1", "scenes", "The scenes you have read", LOOK, open_scenes),
    Command("text", "2", "text", "The text", LOOK, close),
    Command("side", "3", "companion", "Who is on stage, and how they stand", LOOK, show_companion),
    Command("choose", "enter", "choose", "Go there, or choose", LIST, choose, (ListView,), 1, in_palette=False),
    Command("down", "down,j", "down", "A row down", LIST, roll(1), (ScrolledView,), in_palette=False),
    Command("up", "up,k", "up", "A row up", LIST, roll(-1), (ScrolledView,), in_palette=False),
    Command(
        "page-down",
        "space,pagedown,right,l",
        "page",
        "A page down",
        LIST,
        turn_page(1),
        (ScrolledView,),
        in_palette=False,
    ),
    Command("page-up", "pageup,left,h", "page up", "A page up", LIST, turn_page(-1), (ScrolledView,), in_palette=False),
    Command("top", "g,home", "top", "The top of the list", LIST, to_top, (ScrolledView,)),
    Command("bottom", "G,end", "bottom", "The end of the list", LIST, to_bottom, (ScrolledView,)),
    Command("name", "e", "name", "Name the bookmark", LIST, name_chosen, (BookmarksView,), 4),
    Command("note", "o", "note", "Write a note", LIST, annotate_chosen, (BookmarksView,), 5),
    Command("remove", "d,delete", "remove", "Remove the bookmark", LIST, remove_chosen, (BookmarksView,), 6),
    Command("any-all", "x", "any / all", "Any of them, or all", LIST, any_or_all, (FilterView,), 4),
    Command("next-pair", "tab", "next pair", "The next pair", LIST, next_pair, (WhyView,), 4),
    Command("order", "o", "order", "Sort the cast otherwise", LIST, next_order, (CastView,), 4),
    Command("look-for", "/", "look for", "Look for a name in the cast", LIST, look_for_name, (CastView,), 5),
    Command("close", "escape", "close", "Close, say no, or drop the filter", LOOK, escape, (View,), 6, True, False),
    Command("know", "", "know", "I know this story: open all of it", LOOK, ask_know, when=_is_hiding),
    Command("hide-unread", "", "hide", "Hide again what you have not read", LOOK, hide_unread, when=_knows),
    Command("again", "", "read again", "Read again from the start, with everything hidden", LOOK, ask_read_again),
    Command("length", "", "length", "Hide how long the story is, or show it", LOOK, toggle_length),
    Command("numbers", "", "numbers", "Show values beside their words, or words alone", LOOK, toggle_numbers),
    Command("light", "", "light", "Dark or light", LOOK, toggle_dark),
    Command("keys", "?", "keys", "The keys of this screen", LOOK, toggle_keys, footer=15, stays=True),
    Command("palette", "ctrl+p", "palette", "Find a command by its name", LOOK, open_palette, in_palette=False),
    Command("suspend", "ctrl+z", "suspend", "Stop; fg in the shell returns to this page", LOOK, suspend),
    Command("quit", "q", "quit", "Leave; your place is kept", READ, leave, footer=14, stays=True),
)


def commands_of(view: View) -> tuple[Command, ...]:
    """The commands that can be given in a view, now or at another moment."""
    return tuple(command for command in COMMANDS if isinstance(view, command.views))


def available(state: State) -> tuple[Command, ...]:
    """The commands that can be given now."""
    commands = commands_of(state.view)
    if state.prompt:
        return tuple(command for command in commands if command.id in WHILE_TYPING)
    return tuple(command for command in commands if command.when(state))


def command(command_id: str) -> Command:
    """A command by its id."""
    return next(command for command in COMMANDS if command.id == command_id)


def command_at(state: State, key: str) -> Command | None:
    """The command that a key gives now.

    Args:
        state: What is before the reader.
        key: The key, as Textual names it.
    """
    return next((one for one in available(state) if state.keys.gives(key, one.id)), None)


def usual_keys() -> Keymap:
    """The keys that the commands have if the settings change none."""
    return Keymap({command.id: listed(command.keys) for command in COMMANDS})
