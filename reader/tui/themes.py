"""The themes: dark and light for each depth of colour, and a colour and a shape for every character.

Here alone it is decided how the screens look on a terminal of few colours or none.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from textual.theme import BUILTIN_THEMES, Theme

from reader.session.display import ColourDepth

SHAPES = "■◆♣♠✚♥◧✕▬▚◈"
"""A shape a character, by the order of meeting. None of them means anything else on the screen."""
PERSON = "person-"


@dataclass(frozen=True, slots=True)
class Colours:
    """The colours of one theme.

    Attributes:
        theme: The Textual theme, for what Textual draws itself.
        roles: The colour of each role of a span.
        people: The colours of characters.
        lit: The background of the row the cursor is on; None if that row is drawn in reverse.
        bold: The roles that are drawn bold because colour alone would not tell them; "person" stands for all names.
    """

    theme: Theme
    roles: Mapping[str, str]
    people: tuple[str, ...]
    lit: str | None
    bold: frozenset[str] = frozenset()

    def colour(self, role: str) -> str:
        """The colour of a role; `person-N` is the N-th character met."""
        if role.startswith(PERSON):
            return self.people[int(role.removeprefix(PERSON)) % len(self.people)]
        return self.roles[role]

    def is_bold(self, role: str) -> bool:
        """Whether everything in a role is bold."""
        return ("person" if role.startswith(PERSON) else role) in self.bold


def person_role(rank: int) -> str:
    """The role of a character's name."""
    return f"{PERSON}{rank}"


def shape(rank: int) -> str:
    """A character's shape; their number and that of the colours have no common divisor, so pairs repeat late."""
    return SHAPES[rank % len(SHAPES)]


def people_colours(*, dark: bool, depth: ColourDepth = ColourDepth.FULL) -> tuple[str, ...]:
    """The colours of characters, by the order of meeting; after the last one they begin again."""
    match depth:
        case ColourDepth.FULL if dark:
            return ("#7db8e8", "#e3c067", "#5fc3a3", "#d79ac4", "#b6a6f2", "#b9cc7a", "#ef9a8c", "#9fb3c8")
        case ColourDepth.FULL:
            return ("#1f5f99", "#7a5c00", "#0b6b4f", "#963a7b", "#5a45b0", "#4e630e", "#a83a2c", "#48586a")
        case ColourDepth.SIXTEEN:
            # The others are darker than the text, or too pale to be read on white.
            return ("bright_cyan", "bright_yellow", "bright_green") if dark else ("blue", "magenta", "red")
        case ColourDepth.NONE:
            return ("default",)


def colours(*, dark: bool, depth: ColourDepth = ColourDepth.FULL) -> Colours:
    """The dark colours or the light ones, for a terminal that shows so many."""
    match depth:
        case ColourDepth.FULL:
            return _dark() if dark else _light()
        case ColourDepth.SIXTEEN:
            return _dark_of_16() if dark else _light_of_16()
        case ColourDepth.NONE:
            return _colourless(dark=dark)


def _dark() -> Colours:
    theme = Theme(
        name="reader-dark",
        primary="#d98a5b",
        accent="#d98a5b",
        foreground="#e9e0d4",
        background="#191613",
        surface="#1f1b17",
        panel="#28231e",
        dark=True,
    )
    roles = {
        "text": "#e9e0d4",
        "quiet": "#a3988a",
        "faint": "#857a6d",
        "strong": "#fbf5ec",
        "accent": "#e2935f",
    }
    return Colours(theme, roles, people_colours(dark=True), lit="#332c25")


def _light() -> Colours:
    theme = Theme(
        name="reader-light",
        primary="#a2461a",
        accent="#a2461a",
        foreground="#2b2520",
        background="#faf6ee",
        surface="#f4eee3",
        panel="#ebe3d5",
        dark=False,
    )
    roles = {
        "text": "#2b2520",
        "quiet": "#665c50",
        "faint": "#857a6a",
        "strong": "#14100c",
        "accent": "#a2461a",
    }
    return Colours(theme, roles, people_colours(dark=False), lit="#e6dccb")


def _dark_of_16() -> Colours:
    """The terminal's own colours. All text has one: the other grey, bright black, is too dark, or not seen at all."""
    roles = dict.fromkeys(("text", "quiet", "faint"), "white") | {"strong": "bright_white", "accent": "bright_magenta"}
    theme = _of_the_terminal("ansi-dark", "reader-dark-16", "ansi_white", "ansi_black", "ansi_bright_magenta")
    return Colours(
        theme, roles, people_colours(dark=True, depth=ColourDepth.SIXTEEN), lit=None, bold=frozenset({"person"})
    )


def _light_of_16() -> Colours:
    """As the dark ones, black on white."""
    roles = dict.fromkeys(("text", "quiet", "faint", "strong"), "black") | {"accent": "red"}
    theme = _of_the_terminal("ansi-light", "reader-light-16", "ansi_black", "ansi_bright_white", "ansi_red")
    return Colours(
        theme, roles, people_colours(dark=False, depth=ColourDepth.SIXTEEN), lit=None, bold=frozenset({"person"})
    )


def _colourless(*, dark: bool) -> Colours:
    """The terminal's text on its ground: what has a colour elsewhere is bold, and every two people differ in shape."""
    roles = dict.fromkeys(("text", "quiet", "faint", "strong", "accent"), "default")
    name = "reader-dark-colourless" if dark else "reader-light-colourless"
    theme = _of_the_terminal("ansi-dark" if dark else "ansi-light", name, *["ansi_default"] * 3)
    return Colours(
        theme,
        roles,
        people_colours(dark=dark, depth=ColourDepth.NONE),
        lit=None,
        bold=frozenset({"person", "strong", "accent"}),
    )


def _of_the_terminal(basis: str, name: str, foreground: str, ground: str, accent: str) -> Theme:
    """One of Textual's themes in the terminal's own colours, on our ground."""
    theme = replace(BUILTIN_THEMES[basis], name=name, foreground=foreground, primary=accent, accent=accent)
    return replace(theme, background=ground, surface=ground, panel=ground, boost=ground)
