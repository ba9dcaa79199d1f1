"""Effects: what a move asks of the world outside the state. They are data; the app carries them out."""

from dataclasses import dataclass
from typing import Literal

from reader.session.notices import Notice
from reader.shelf.operations import Operation


@dataclass(frozen=True, slots=True)
class Keep:
    """Apply an operation to what is on the shelf, at once.

    Attributes:
        notice: What to say once it is on disk, and not before.
    """

    operation: Operation
    notice: Notice | None = None


@dataclass(frozen=True, slots=True)
class KeepPlace:
    """Write the reader's place and frontier to the shelf within a second."""


@dataclass(frozen=True, slots=True)
class KeepChoice:
    """Keep a choice that holds for every story."""

    name: Literal["dark", "numbers"]
    value: bool


@dataclass(frozen=True, slots=True)
class OpenPalette:
    """Open the palette of commands."""


@dataclass(frozen=True, slots=True)
class Suspend:
    """Stop until the shell brings the program back."""


@dataclass(frozen=True, slots=True)
class Leave:
    """Leave the program, once everything is written."""


Effect = Keep | KeepPlace | KeepChoice | OpenPalette | Suspend | Leave
