"""A story up to a frontier: the one door through which screens see it."""

from dataclasses import dataclass, replace
from functools import cached_property
from typing import Self

from reader.companion.anchors import anchor_at, find_anchor, find_read, quote_at
from reader.companion.card import Card, CastRow, card_at, cast_at
from reader.companion.index import Index
from reader.companion.known import Known, TitlePage, known_at, title_page
from reader.companion.moment import Moment, moment_at
from reader.companion.people import beat_ref, people_met
from reader.companion.recap import RecapPart, SinceYouLeft, recap_at, since_you_left
from reader.companion.thread import Filter, Thread, thread_at
from reader.companion.values import BeatRef, Found, Pair, Person
from reader.companion.why import Why, pairs_at, why_at
from reader.position import OPENING, Anchor, Position
from reader.story.model import Story


class NotReadError(ValueError):
    """Asked about a place that the reader has not reached."""


@dataclass(frozen=True)
class Reading:
    """A story as far as it may be known.

    Every answer depends only on what lies at or before the horizon; a place beyond it raises NotReadError. What
    is needed to move is no answer and never shown: `end`, `after_scene`, and where `find` finds an anchor.

    Attributes:
        frontier: The furthest position reached.
        know: The reader knows this story: everything is open, the frontier stays.
        hide_length: Tell nothing of how long the story or a scene is.
    """

    _index: Index
    frontier: Position = OPENING
    know: bool = False
    hide_length: bool = False

    @classmethod
    def of(cls, story: Story) -> Self:
        """A new reading of a sound story, nothing of it read."""
        return cls(Index(story))

    @property
    def story_id(self) -> str:
        """The id that names what is kept of this story."""
        return self._index.header.id

    @property
    def end(self) -> Position:
        """The end page; a number to move by, never one to show."""
        return self._index.end

    @property
    def horizon(self) -> Position:
        """How far may be seen: the frontier, or everything where the reader knows the story."""
        return self.end if self.know else self.frontier

    def reaching(self, position: Position) -> "Reading":
        """The reading with its frontier at least at a position."""
        return self if position <= self.frontier else replace(self, frontier=min(position, self.end))

    def knowing(self, know: bool) -> "Reading":
        """The reading with "I know this story" set or undone; the frontier stays."""
        return replace(self, know=know)

    def hiding_length(self, hidden: bool) -> "Reading":
        """The reading with the length of what is to come hidden or shown."""
        return replace(self, hide_length=hidden)

    def afresh(self) -> "Reading":
        """A new time through: nothing of it is read."""
        return replace(self, frontier=OPENING, know=False)

    def title_page(self) -> TitlePage:
        """Title, byline and notes: what stands before the first beat."""
        return title_page(self._index)

    @cached_property
    def known(self) -> Known:
        """What is known at the horizon."""
        return known_at(self._index, self.horizon)

    def moment(self, place: Position, pinned: tuple[Pair, ...] = ()) -> Moment:
        """The moment at a beat, as it stood then."""
        return moment_at(self._index, self._beat(place), pinned, hide_length=self.hide_length)

    def beat_ref(self, position: Position) -> BeatRef:
        """A beat's scene and number, for people to read."""
        return beat_ref(self._index, self._beat(position))

    def people(self) -> tuple[Person, ...]:
        """Everyone met, in the order of meeting, by the names known at the horizon."""
        return people_met(self._index, self.horizon)

    def has_met(self, character: str, place: Position) -> bool:
        """Whether a character has been met at a place."""
        timelines = self._index.characters.get(character)
        return timelines is not None and timelines.met <= self._read(place)

    def thread(self, wanted: Filter) -> Thread:
        """The read scenes that match a filter."""
        return thread_at(self._index, wanted, self.horizon)

    def cast(self, place: Position) -> tuple[CastRow, ...]:
        """Everyone met at a place, in the order of meeting."""
        return cast_at(self._index, self._read(place))

    def card(self, character: str, place: Position) -> Card:
        """A character's card at a place.

        Raises:
            KeyError: Nobody with this id has been met there.
        """
        return card_at(self._index, character, self._read(place))

    def why(self, pair: Pair, place: Position) -> Why:
        """The receipts of two people up to a place.

        Raises:
            KeyError: One of the two has not been met there.
        """
        return why_at(self._index, pair, self._read(place))

    def pairs(self, place: Position, pinned: tuple[Pair, ...] = ()) -> tuple[Pair, ...]:
        """The pairs worth asking about at a place, the most telling first."""
        return pairs_at(self._index, self._read(place), pinned)

    def recap(self, place: Position) -> tuple[RecapPart, ...]:
        """The story so far, as it stood at a place: the summaries of the scenes finished there, by part."""
        return recap_at(self._index, self._read(place))

    def since_you_left(self, place: Position) -> SinceYouLeft:
        """What brings a reader back to a beat."""
        return since_you_left(self._index, self._beat(place))

    def scene_start(self, place: Position) -> Position:
        """Where the scene of a beat begins."""
        return self._index.starts[self._index.scene_at(self._beat(place))]

    def after_scene(self, place: Position) -> Position:
        """Where the scene after a beat's begins, or the end page; it may lie beyond the frontier."""
        return self._index.after_scene(self._index.scene_at(self._beat(place)))

    def quote(self, position: Position) -> str:
        """The first words of a beat."""
        return quote_at(self._index, self._beat(position))

    def anchor(self, position: Position) -> Anchor | None:
        """How a position is kept outside the program; the opening page is kept as nothing."""
        return anchor_at(self._index, self._read(position))

    def find(self, anchor: Anchor) -> Found | None:
        """Where an anchor stands in the story as it is now, or nothing; it may lie beyond the frontier."""
        return find_anchor(self._index, anchor)

    def find_read(self, anchor: Anchor) -> Found | None:
        """Where an anchor stands among what was read, or nothing."""
        return find_read(self._index, anchor, self.horizon)

    def has_scene(self, scene: str) -> bool:
        """Whether the story has a scene with this id."""
        return scene in self._index.numbers

    def _read(self, place: Position) -> Position:
        """A place up to the end page, where it has been reached; the opening page knows nobody."""
        if not OPENING <= place <= self.horizon:
            raise NotReadError(f"position {place} has not been reached")
        return place

    def _beat(self, place: Position) -> Position:
        if not 1 <= place <= min(self.horizon, self._index.last):
            raise NotReadError(f"position {place} has not been reached")
        return place
