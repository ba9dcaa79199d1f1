"""A story of three scenes, and states of a reader in it without a screen: what the tests of moves begin with."""

from reader.companion.reading import Reading
from reader.position import Position
from reader.session.commands import usual_keys
from reader.session.no_screen import NoScreen
from reader.session.state import Move, State
from reader.shelf.kept import Kept
from tests.stories import beat, reading, scene, tables


def three_scenes() -> Reading:
    """Scenes of two, three beats and one; Ali is in the first and the last, Bea in the second."""
    return reading(
        tables(
            scene("one", beat("1."), beat("2."), present=["ali"]),
            scene("two", beat("3."), beat("4."), beat("5."), present=["bea"]),
            scene("three", beat("6."), present=["ali"]),
        )
    )


def at(place: int, frontier: int | None = None) -> State:
    """A reader at a place, who has read up to there or further."""
    read = three_scenes().reaching(Position(place if frontier is None else frontier))
    return State(read, Kept(story="test"), usual_keys(), NoScreen(), place=Position(place))


def after(move: Move, state: State) -> State:
    """Where a move leads."""
    return move(state).state
