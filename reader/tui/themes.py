"""The themes: dark and light, with the colour of every role, and a colour and a shape for every character."""

from collections.abc import Mapping
from dataclasses import dataclass

from textual.theme import Theme

SHAPES = "■◆♣♠✚♥◧✕▬▚◈"
"""A shape a character, by the order of meeting. None of them means anything else on the screen."""


@dataclass(frozen=True, slots=True)
class Colours:
    """The colours of one theme.

    Attributes:
        theme: The Textual theme, for what Textual draws itself.
        roles: The colour of each role of a span.
        people: Colours of characters, by the order of meeting; after the last one they begin again.
        lit: The background of the row the cursor is on.
    """

    theme: Theme
    roles: Mapping[str, str]
    people: tuple[str, ...]
    lit: str

    def colour(self, role: str) -> str:
        """The colour of a role; `person-N` is the N-th character met."""
        if role.startswith("person-"):
            return self.people[int(role.removeprefix("person-")) % len(self.people)]
        return self.roles[role]


def person_role(rank: int) -> str:
    """The role of a character's name."""
    return f"person-{rank}"


def shape(rank: int) -> str:
    """A character's shape; their number and that of the colours have no common divisor, so pairs repeat late."""
    return SHAPES[rank % len(SHAPES)]


def colours(*, dark: bool) -> Colours:
    """The dark colours or the light ones."""
    return _dark() if dark else _light()


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
    people = ("#7db8e8", "#e3c067", "#5fc3a3", "#d79ac4", "#b6a6f2", "#b9cc7a", "#ef9a8c", "#9fb3c8")
    return Colours(theme, roles, people, lit="#332c25")


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
    people = ("#1f5f99", "#7a5c00", "#0b6b4f", "#963a7b", "#5a45b0", "#4e630e", "#a83a2c", "#48586a")
    return Colours(theme, roles, people, lit="#e6dccb")
