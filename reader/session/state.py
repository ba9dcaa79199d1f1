"""The state: one frozen value that holds all that is before the reader, and what moves take and return."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import ClassVar, Protocol, Self

from reader.companion.reading import Reading
from reader.companion.thread import Filter
from reader.companion.values import Pair
from reader.position import OPENING, Position
from reader.session.display import DisplayOptions
from reader.session.effects import Effect, KeepPlace
from reader.session.keys import Keymap
from reader.session.layout import BeatPages, ListFit
from reader.session.notices import Notice
from reader.session.placing import PlacedBookmarks, place_bookmarks
from reader.shelf.kept import Bookmark, Kept
from reader.shelf.operations import Operation
from reader.text import Link


class View:
    """What stands in the place of the text. Each kind of view is a value with fields of its own."""

    __slots__ = ()

    def escaped(self) -> Self | None:
        """What Escape makes of the view before it closes it, or nothing if it closes it at once."""
        return None


@dataclass(frozen=True, slots=True)
class TextView(View):
    """The text itself, which lies below all other views.

    Attributes:
        into: How far into its beat the page begins, in characters without white space; 0 for the beat's beginning.
        walked: Which of the names on the page the reader walked to, counted from 0; nothing if to none.
    """

    into: int = 0
    walked: int | None = None


@dataclass(frozen=True, slots=True)
class ScrolledView(View):
    """A view that the reader moves through with a cursor.

    Attributes:
        cursor: The stop the cursor is on, counted from 0.
        top: The item with which the part on the screen begins.
    """

    cursor: int = field(default=0, kw_only=True)
    top: int = field(default=0, kw_only=True)


class ListView(ScrolledView):
    """A view of rows, each of which can be chosen."""

    def rows(self, state: "State") -> Sequence[Link | None]:
        """Where each row leads, from top to bottom; nothing for a row that leads nowhere."""
        raise NotImplementedError


class Question:
    """A question that is asked before anything happens: Enter says yes, every other key says no.

    Attributes:
        text: The question.
        short: The same in fewer words, for a narrow screen.
        yes: What Enter does, in a word.
    """

    __slots__ = ()
    text: ClassVar[str]
    short: ClassVar[str]
    yes: ClassVar[str]

    def accepted(self, state: "State") -> "Step":
        """What happens after a yes."""
        raise NotImplementedError


class Prompt:
    """Something the reader is asked to type.

    Attributes:
        many_lines: What is typed may have lines.
        hint: What stands in the field while it is empty.
    """

    many_lines: ClassVar[bool] = False
    hint: ClassVar[str] = ""

    @property
    def value(self) -> str:
        """What the line holds at first."""
        return ""

    def text(self, keys: Keymap) -> str:
        """What is asked for, and which keys keep it or leave it."""
        raise NotImplementedError

    def answered(self, state: "State", words: str) -> "Step":
        """What happens with the typed words."""
        raise NotImplementedError


class Layout(Protocol):
    """What fits on the screen. Each answer depends on the state and the size of the screen, not on what was drawn."""

    def pages(self, state: "State") -> BeatPages:
        """The pages of the beat being read."""

    def names(self, state: "State") -> tuple[str, ...]:
        """The ids of the people named on the page, each once, from the beat being read on."""

    def fit(self, state: "State") -> ListFit:
        """How the open list fits."""


@dataclass(frozen=True, slots=True)
class Spot:
    """Where the reader is or was, to the page.

    Attributes:
        position: The beat, or a page before or after the story.
        into: How far into the beat the page begins, as in `TextView`.
    """

    position: Position
    into: int = 0


@dataclass(frozen=True, slots=True)
class Undo:
    """How the last change of a bookmark is undone.

    Attributes:
        operation: What undoes it.
        bookmark: The bookmark as it was before.
    """

    operation: Operation
    bookmark: Bookmark


@dataclass(frozen=True, slots=True)
class State:
    """All that is before the reader.

    Attributes:
        reading: The story up to the frontier.
        kept: What the shelf holds.
        keys: The keys of the commands.
        layout: Tells what fits on the screen.
        bookmarks: Those of the shelf, each where it stands in the story.
        place: Where the reader is now.
        filter: Whose scenes are wanted; it narrows the scene list and the stepping.
        views: The views over the text, the lowest first; the text itself is the first.
        display: How things are shown.
        origin: Where a detour began; Backspace returns there.
        back: Places the reader jumped from, the newest last.
        ahead: Places the reader came back from, the nearest last.
        question: A question that is not answered yet.
        prompt: What the reader is asked to type.
        notice: What just happened; a question is shown before it.
        undo: How the changes of bookmarks are undone, the newest last.
        unsaved: Why the reader's last change is not on disk; empty if everything is.
    """

    reading: Reading
    kept: Kept
    keys: Keymap
    layout: Layout
    bookmarks: PlacedBookmarks = field(default_factory=PlacedBookmarks)
    place: Position = OPENING
    filter: Filter = field(default_factory=Filter)
    views: tuple[View, ...] = (TextView(),)
    display: DisplayOptions = field(default_factory=DisplayOptions)
    origin: Spot | None = None
    back: tuple[Spot, ...] = ()
    ahead: tuple[Spot, ...] = ()
    question: Question | None = None
    prompt: Prompt | None = None
    notice: Notice | None = None
    undo: tuple[Undo, ...] = ()
    unsaved: str = ""

    @property
    def view(self) -> View:
        """The view on top."""
        return self.views[-1]

    @property
    def text(self) -> TextView:
        """The text below all other views."""
        text = self.views[0]
        assert isinstance(text, TextView)
        return text

    @property
    def spot(self) -> Spot:
        """Where the reader is, to the page."""
        return Spot(self.place, self.text.into)

    @property
    def on_beat(self) -> bool:
        """The reader is on a beat, not on the opening page or the end page."""
        return OPENING < self.place < self.reading.end

    @property
    def pins(self) -> tuple[Pair, ...]:
        """The pairs whose meters are always shown."""
        return self.kept.pins

    @property
    def detour(self) -> Position | None:
        """Where Backspace returns to while the reader looks back."""
        target = self.origin.position if self.origin else self.reading.frontier
        return target if self.place < target else None

    def saying(self, notice: Notice | None) -> "State":
        """The state with a notice, or with none; a question that was open is gone."""
        return replace(self, notice=notice, question=None)

    def asking(self, question: Question) -> "State":
        """The state with a question."""
        return replace(self, question=question)

    def prompting(self, prompt: Prompt) -> "State":
        """The state with something to be typed; what it is stands above the line while the reader types."""
        return replace(self.saying(Notice(prompt.text(self.keys))), prompt=prompt)

    def unprompted(self) -> "State":
        """The state with nothing to be typed; nothing is done with what was typed."""
        return replace(self, prompt=None).saying(None) if self.prompt else self

    def showing(self, view: View) -> "State":
        """The state with another value of the view on top."""
        return replace(self, views=(*self.views[:-1], view))

    def closed(self) -> "State":
        """Back to the text: no view, no question, no notice. Who walked names before a view was opened still does."""
        return replace(self, views=(self.text,), question=None, prompt=None, notice=None)

    def unwalked(self) -> "State":
        """The state in which no names are walked."""
        return replace(self, views=(replace(self.text, walked=None), *self.views[1:]))

    def standing(self, place: Position, into: int = 0) -> "State":
        """The state at a place; reading up to where a detour began ends the detour.

        Args:
            place: The position.
            into: How far into its beat the page begins.
        """
        origin = self.origin
        if origin is None and place < self.place == self.reading.frontier:
            origin = self.spot  # who steps back from the frontier looks back, as after a jump
        if origin and place >= origin.position:
            origin = None
        return replace(self, place=place, views=(TextView(into), *self.views[1:]), origin=origin)

    def holding(self, reading: Reading, kept: Kept | None = None) -> "State":
        """The state with another reading, or with other things kept; the bookmarks are placed anew."""
        kept = kept or self.kept
        return replace(self, reading=reading, kept=kept, bookmarks=place_bookmarks(reading, kept))


@dataclass(frozen=True, slots=True)
class Step:
    """What a move leads to: the new state, and the effects to carry out in their order."""

    state: State
    effects: tuple[Effect, ...] = ()


Move = Callable[[State], Step]
"""One thing the reader does."""


def perform(state: State, move: Move) -> Step:
    """Make a move; if the place or the frontier is another one then, it is kept."""
    step = move(state)
    before, after = ((one.spot, one.reading.frontier, one.kept.reading) for one in (state, step.state))
    return step if before == after else replace(step, effects=(*step.effects, KeepPlace()))
