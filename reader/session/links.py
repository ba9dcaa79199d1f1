"""Links: where a row, a name or a key on the screen leads when the reader chooses it."""

from dataclasses import dataclass

from reader.companion.values import Pair
from reader.position import Position
from reader.text import Link


@dataclass(frozen=True, slots=True)
class GoTo(Link):
    """Leads to a position that was read."""

    position: Position


@dataclass(frozen=True, slots=True)
class OpenCard(Link):
    """Opens the card of the character with this id."""

    person: str


@dataclass(frozen=True, slots=True)
class AskWhy(Link):
    """Asks why these two stand as they do."""

    pair: Pair


@dataclass(frozen=True, slots=True)
class TogglePerson(Link):
    """Adds the character with this id to the filter, or takes them out again."""

    person: str


@dataclass(frozen=True, slots=True)
class ChooseRow(Link):
    """Chooses a row of the open list, counted from 0."""

    number: int


@dataclass(frozen=True, slots=True)
class GiveCommand(Link):
    """Gives the command with this id."""

    command: str
