"""A story up to a frontier. The session and the screens see a story only through a `Reading`."""

from dataclasses import dataclass, replace
from functools import cached_property
from typing import Self

from reader.companion.anchors import anchor_at, find_anchor, find_read
from reader.companion.card import Card, CastRow, card_at, cast_at
from reader.companion.index import Index
from reader.companion.known import Known, TitlePage, known_at, title_page
from reader.companion.moment import Moment, moment_at
from reader.companion.people import beat_ref, people_met
from reader.companion.recap import RecapPart, Reminder, recap_at, reminder
from reader.companion.thread import Filter, Thread, thread_at
from reader.companion.values import BeatRef, Found, Pair, Person
from reader.companion.why import Why, pairs_at, why_at
from reader.position import OPENING, Anchor, Position
from reader.story.model import Story


class NotReadError(ValueError):
    """Someone asked about a place that the reader has not reached."""


@dataclass(frozen=True)
class Reading:
    """A story as far as the reader may know it.

    Every answer depends only on the story up to the horizon. A query about a place beyond the horizon raises
    NotReadError, and so does one about a beat if the place is the opening page or the end page. `end`, `after_scene`
    and `find` may give positions beyond the horizon: they serve for moving and must not be shown.

    Attributes:
        frontier: The furthest position that the reader has reached.
        know: Whether the reader says "I know this story": then everything is open, and the frontier stays.
        hide_length: Whether answers leave out how long the story and its scenes are.
    """

    _index: Index
    frontier: Position = OPENING
    know: bool = False
    hide_length: bool = False

    @classmethod
    def of(cls, story: Story) -> Self:
        """A new reading of a sound story. Nothing has been read yet."""
        return cls(Index(story))

    @property
    def story_id(self) -> str:
        """The story's id. The shelf file has its name."""
        return self._index.header.id

    @property
    def language(self) -> str:
        """The story's language. It decides what the capitals and the quotation marks around its words are."""
        return self._index.header.language

    @property
    def end(self) -> Position:
        """The position of the end page. It serves for moving and must not be shown."""
        return self._index.end

    @property
    def horizon(self) -> Position:
        """The last position that may be seen: the frontier, or the end page if the reader knows the story."""
        return self.end if self.know else self.frontier

    def reaching(self, position: Position) -> "Reading":
        """The reading with its frontier moved forward to a position; never back, and not beyond the end page."""
        return self if position <= self.frontier else replace(self, frontier=min(position, self.end))

    def knowing(self, know: bool) -> "Reading":
        """The reading with "I know this story" set or undone. The frontier stays."""
        return replace(self, know=know)

    def hiding_length(self, hidden: bool) -> "Reading":
        """The reading with the length of the story and its scenes hidden or shown."""
        return replace(self, hide_length=hidden)

    def afresh(self) -> "Reading":
        """The reading as it is for someone who reads the story again from the start."""
        return replace(self, frontier=OPENING, know=False)

    def title_page(self) -> TitlePage:
        """The title page, which counts as read from the start."""
        return title_page(self._index)

    @cached_property
    def known(self) -> Known:
        """What is known at the horizon."""
        return known_at(self._index, self.horizon)

    def moment(self, place: Position, pinned: tuple[Pair, ...] = ()) -> Moment:
        """The moment at a beat, as the companion stood then. Meters of `pinned` pairs are shown whoever is on stage."""
        return moment_at(self._index, self._beat(place), pinned, hide_length=self.hide_length)

    def beat_ref(self, position: Position) -> BeatRef:
        """A beat's scene and number in the scene, for people to read."""
        return beat_ref(self._index, self._beat(position))

    def people(self) -> tuple[Person, ...]:
        """Everyone whom the reader has met, in the order of meeting, by the names known at the horizon."""
        return people_met(self._index, self.horizon)

    def has_met(self, character: str, place: Position) -> bool:
        """Whether the reader has met a character at a place; False too if there is no such character."""
        timelines = self._index.characters.get(character)
        return timelines is not None and timelines.met <= self._read(place)

    def thread(self, chosen: Filter) -> Thread:
        """The read scenes that match a filter."""
        return thread_at(self._index, chosen, self.horizon)

    def cast(self, place: Position) -> tuple[CastRow, ...]:
        """Everyone whom the reader has met at a place, in the order of meeting."""
        return cast_at(self._index, self._read(place))

    def card(self, character: str, place: Position) -> Card:
        """A character's card at a place.

        Raises:
            KeyError: The reader has met nobody with this id there.
        """
        return card_at(self._index, character, self._read(place))

    def why(self, pair: Pair, place: Position) -> Why:
        """Why two people stand as they do at a place: their meters, and every shift up to there.

        Raises:
            KeyError: The reader has not met one of the two there.
        """
        return why_at(self._index, pair, self._read(place))

    def pairs(self, place: Position, pinned: tuple[Pair, ...] = ()) -> tuple[Pair, ...]:
        """The pairs about which a reader may ask "why?" at a place, the most important first."""
        return pairs_at(self._index, self._read(place), pinned)

    def recap(self, place: Position) -> tuple[RecapPart, ...]:
        """The summaries of the scenes that are finished at a place, grouped by part."""
        return recap_at(self._index, self._read(place))

    def reminder(self, place: Position) -> Reminder:
        """What reminds a reader who stopped at a beat and comes back."""
        return reminder(self._index, self._beat(place))

    def scene_start(self, place: Position) -> Position:
        """The position at which the scene of a beat begins."""
        return self._index.starts[self._index.scene_at(self._beat(place))]

    def after_scene(self, place: Position) -> Position:
        """Where the scene after a beat's scene begins, or the end page. It may lie beyond the horizon."""
        return self._index.after_scene(self._index.scene_at(self._beat(place)))

    def anchor(self, position: Position) -> Anchor | None:
        """The anchor by which a position is kept outside the program; None for the opening page."""
        return anchor_at(self._index, self._read(position))

    def find(self, anchor: Anchor) -> Found | None:
        """Find an anchor in the story as it is now; None if it is gone. The position may lie beyond the horizon."""
        return find_anchor(self._index, anchor)

    def find_read(self, anchor: Anchor) -> Found | None:
        """Find an anchor among the beats up to the horizon; None if it is not there."""
        return find_read(self._index, anchor, self.horizon)

    def numbered(self, scene: int, beat: int) -> Position | None:
        """The position of a beat by the numbers of its scene and of itself, both counted from 1; None if there is none.

        The position may lie beyond the horizon.
        """
        if not 1 <= scene <= len(self._index.scenes):
            return None
        position = Position(self._index.starts[scene - 1] + beat - 1)
        return position if beat >= 1 and position < self._index.after_scene(scene - 1) else None

    def has_scene(self, scene: str) -> bool:
        """Whether the story has a scene with this id, read or not. Ask only about ids that come from the reader."""
        return scene in self._index.numbers

    def _read(self, place: Position) -> Position:
        """The place, if it lies between the opening page and the horizon.

        Raises:
            NotReadError: It does not.
        """
        if not OPENING <= place <= self.horizon:
            raise NotReadError(f"position {place} has not been reached")
        return place

    def _beat(self, place: Position) -> Position:
        """The place, if it is a beat at or before the horizon.

        Raises:
            NotReadError: It is not.
        """
        if not 1 <= place <= min(self.horizon, self._index.last):
            raise NotReadError(f"position {place} has not been reached")
        return place
