"""Whatever the reader presses, clicks, turns or types: only Next on the text and an answered question read on."""

from collections.abc import Callable
from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st
from textual.geometry import Size

from reader.position import Position
from reader.session.answering import answer
from reader.session.commands import COMMANDS, Command, available, command, command_at, usual_keys
from reader.session.display import DisplayOptions
from reader.session.effects import Keep, KeepPlace
from reader.session.keys import listed
from reader.session.links import GiveCommand
from reader.session.lists import follow, roll, roll_companion, roll_scenes
from reader.session.resuming import Equipment, Start, resume
from reader.session.shelving import place_of, written
from reader.session.state import Move, State, TextView, perform
from reader.shelf.kept import Kept
from reader.shelf.shelf import OpenedShelf
from reader.text import Link
from reader.tui.drawing import Drawing, ScreenSize
from reader.tui.screen import PANES
from tests.stories import beat, reading, scene, tables

NOW = datetime(2026, 1, 1, tzinfo=UTC)
KEYS = sorted({key for one in COMMANDS for key in listed(one.keys)} | set("aezyZ09,"))
SIZES = [(130, 36), (100, 30), (80, 24), (40, 10)]
ENOUGH_FOR_PAGES = "Ali and Bea walk on and on beside Cy, who says nothing. " * 12


class Window:
    """A window without a terminal, drawn in full at every step.

    Args:
        columns: The width of the window, in cells.
        rows: Its height.
        place: The beat at which the reader is and up to which they have read.
    """

    def __init__(self, columns: int, rows: int, place: int) -> None:
        shift = {"from": "ali", "to": "bea", "set": 3, "because": "So it is."}
        story = tables(
            scene(
                "one", beat("Ali."), beat(ENOUGH_FOR_PAGES, shift=shift), present=["ali", "bea"], summary="They walk."
            ),
            scene("two", beat("Bea and Cy."), beat("Cy."), beat("Ali."), present=["bea", "cy"], summary="They rest."),
            scene("three", beat("Ali alone."), present=["ali"]),
        )
        self._columns = columns
        self._size = Size(columns, rows - 3)
        self._drawing = Drawing(lambda: ScreenSize(dict.fromkeys(PANES, self._size), columns))
        equipment = Equipment(usual_keys(), self._drawing, DisplayOptions())
        start = Start(Position(place), know=False, now=NOW)
        self.state = resume(reading(story), OpenedShelf(Kept(story="test"), ""), start, equipment).state

    def links(self) -> list[Link]:
        """All that a click can lead to."""
        lines = (line for pane in PANES for line in self._drawing.lines(self.state, pane, self._size, self._columns))
        links = (link for line in lines for link in (line.link, *(span.link for span in line.spans)))
        return list(dict.fromkeys(link for link in links if link))

    def make(self, move: Move) -> None:
        """Make a move; what it keeps is on the shelf at once."""
        step = perform(self.state, move)
        self.state = step.state
        for effect in step.effects:
            match effect:
                case Keep(operation, notice):
                    self.state = written(self.state, operation.apply(self.state.kept), notice, "")
                case KeepPlace():
                    kept = place_of(self.state, NOW).apply(self.state.kept)
                    self.state = written(self.state, kept, None, "")

    def give(self, given: Command | None) -> None:
        """Give a command; nothing but Next on the text and an answered question may read on, or open the story."""
        if given is None or given not in available(self.state):
            return
        before = self.state
        self.make(given.move)
        if given.id == "next":
            assert isinstance(before.view, TextView)
        elif given.id == "next-scene":
            assert self.state.reading.frontier <= before.reading.frontier + 1, "nothing unread is skipped unasked"
        elif given.id != "yes" or before.question is None:
            assert_nothing_read(before, self.state)
        if given.id in ("next", "next-scene"):
            assert self.state.reading.know <= before.reading.know
            assert self.state.reading.frontier <= before.reading.frontier + 1

    def click(self, link: Link) -> None:
        """Click a link."""
        before = self.state
        if isinstance(link, GiveCommand):
            self.give(command(link.command))
        else:
            self.make(lambda state: follow(state, link))
            assert_nothing_read(before, self.state)

    def harmlessly(self, move: Move) -> None:
        """Make a move that may not read on."""
        before = self.state
        self.make(move)
        assert_nothing_read(before, self.state)


def assert_nothing_read(before: State, after: State) -> None:
    """The frontier did not move forward, and nothing was opened."""
    assert after.reading.frontier <= before.reading.frontier
    assert after.reading.horizon <= before.reading.horizon
    assert after.kept.reading == before.kept.reading
    assert (after.kept.know, after.reading.know) <= (before.kept.know, before.reading.know)


def _commands(window: Window, number: int) -> None:
    window.give(COMMANDS[number % len(COMMANDS)])


def _key(window: Window, number: int) -> None:
    window.give(command_at(window.state, KEYS[number % len(KEYS)]))


def _click(window: Window, number: int) -> None:
    if links := window.links():
        window.click(links[number % len(links)])


def _wheel(window: Window, number: int) -> None:
    by = 1 if number % 2 else -1
    window.harmlessly((roll, roll_scenes, roll_companion)[number % 3](by))


def _type(window: Window, number: int) -> None:
    window.harmlessly(lambda state: answer(state, "a " * (number % 3)))


Act = Callable[[Window, int], None]
ACTS: tuple[Act, ...] = (_commands, _key, _key, _click, _click, _wheel, _type)


@given(
    st.sampled_from(SIZES),
    st.integers(1, 6),
    st.lists(st.tuples(st.sampled_from(ACTS), st.integers(0, 10_000)), max_size=60),
)
def test_only_next_on_the_text_and_an_answered_question_read_on(
    size: tuple[int, int], place: int, acts: list[tuple[Act, int]]
) -> None:
    window = Window(*size, place)
    for act, number in acts:
        act(window, number)


def test_next_in_the_text_and_an_answer_do_read_on() -> None:
    """So the test above can fail."""
    window = Window(130, 36, 1)
    window.give(command("next"))
    assert window.state.reading.frontier == 2
    window.give(command("know"))
    assert not window.state.reading.know
    window.give(command("yes"))
    assert window.state.reading.know
