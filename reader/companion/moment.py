"""The moment at a place: the text up to the beat, who is on stage, how they stand. Its size is limited."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from reader.companion.index import CharacterTimelines, Index
from reader.companion.meters import Change, Meters, bonds_between, changes_at, meters_at
from reader.companion.names import Paragraphs, with_names
from reader.companion.people import person_at
from reader.companion.values import Fact, Pair, Person
from reader.position import Position
from reader.text import StoryText

BEATS_TOGETHER = 32
"""A scene's text is handed out in runs of this many beats; a page of the text column never spans two runs."""
MOST_ON_STAGE = 40
"""How many people on stage get a card; the others are only counted."""


@dataclass(frozen=True, slots=True)
class BeatText:
    """A beat as the reader read it.

    Attributes:
        number: Its number in its scene, counted from 1.
        speaker: Who says it, by the name known then; None if nobody speaks.
        text: Its paragraphs, in which the names known then lead to their people; empty if it has only a cue.
        verse: Whether the newlines and the indentation of its text are kept.
        cue: Where to read in a book, for example "p. 43"; None if it has only a text.
        changes: What it changed between people.
        stage: Those on stage at it, at most MOST_ON_STAGE.
    """

    number: int
    speaker: Person | None
    text: Paragraphs
    verse: bool
    cue: str | None
    changes: tuple[Change, ...]
    stage: tuple[Person, ...] = field(default=(), hash=False)


@dataclass(frozen=True, slots=True)
class SceneHead:
    """What stands above a scene's text; `number` is counted from 1."""

    number: int
    title: str
    part: str | None
    place: str | None
    when: str | None

    @property
    def where(self) -> str:
        """The place and the time, as far as the story tells them."""
        return " · ".join(part for part in (self.place, self.when) if part)


@dataclass(frozen=True, slots=True)
class StageCard:
    """A few words about someone on stage.

    Attributes:
        person: The character, by the name known at the place.
        new: Whether the reader met them in this scene.
        facts: The newest facts that hold, newest first.
        fresh: How many of `facts` the reader learned at this beat.
        bonds: The others on stage with whom this person has a bond, and its words.
    """

    person: Person
    new: bool
    facts: tuple[Fact, ...]
    fresh: int
    bonds: tuple[tuple[Person, str], ...]


@dataclass(frozen=True, slots=True)
class Moment:
    """Everything that the reading screen draws at a beat.

    Attributes:
        head: What stands above the scene's text.
        scenes: How many scenes the story has; None if that is hidden.
        beat: The beat's number in its scene, counted from 1.
        beats: How many beats the scene has; None if that is hidden.
        text: The beats of this run, up to the place; the last one is the beat being read.
        before: The beat before the run, for the top of the run's first page; None if the run opens the scene.
        cards: Those on stage, at most MOST_ON_STAGE.
        more_cards: How many people are on stage who have no card here.
        meters: How people stand toward each other.
    """

    head: SceneHead
    scenes: int | None
    beat: int
    beats: int | None
    text: tuple[BeatText, ...]
    before: BeatText | None
    cards: tuple[StageCard, ...]
    more_cards: int
    meters: Meters


def moment_at(index: Index, place: Position, pinned: tuple[Pair, ...], *, hide_length: bool) -> Moment:
    """The moment at a beat.

    Args:
        index: The story.
        place: The position of the beat, from 1 to the last.
        pinned: The pairs whose meters are shown whoever is on stage.
        hide_length: Whether to leave out how many scenes and beats there are.
    """
    number = index.scene_at(place)
    scene, start = index.scenes[number], index.starts[number]
    row = index.rows[number]
    run = Position(place - (place - start) % BEATS_TOGETHER)
    stage = index.stage.at(place) or ()
    near = stage[:MOST_ON_STAGE]
    return Moment(
        head=SceneHead(row.number, row.title, row.part, scene.place, scene.when),
        scenes=None if hide_length else len(index.scenes),
        beat=place - start + 1,
        beats=None if hide_length else len(scene.beats),
        text=tuple(beat_text(index, Position(position)) for position in range(run, place + 1)),
        before=beat_text(index, Position(run - 1)) if run > start else None,
        cards=tuple(_card(index, person, near, place) for person in near),
        more_cards=len(stage) - len(near),
        meters=meters_at(index, place, near, pinned),
    )


def beat_text(index: Index, position: Position) -> BeatText:
    """A beat as it stood when it was read. Nothing in it changes later, so the answer is remembered between steps."""
    return index.remembered(_beat_text, position)


def _beat_text(index: Index, position: Position) -> BeatText:
    beat, verse = index.beat(position), index.verse(position)
    return BeatText(
        number=position - index.starts[index.scene_at(position)] + 1,
        speaker=person_at(index, beat.speaker, position) if beat.speaker else None,
        text=_text_with_names(index, position, beat.text, verse=verse) if beat.text is not None else (),
        verse=verse,
        cue=beat.cue,
        changes=changes_at(index, position),
        stage=tuple(person_at(index, person, position) for person in (index.stage.at(position) or ())[:MOST_ON_STAGE]),
    )


def _text_with_names(index: Index, position: Position, text: str, *, verse: bool) -> Paragraphs:
    stage = index.stage.at(position) or ()
    parsed = StoryText.parse(text, verse=verse)
    return with_names(parsed, index.names, position, stage, lambda person, place: person_at(index, person, place))


def current_facts(timelines: CharacterTimelines, place: Position) -> Iterator[Fact]:
    """The facts that hold at a place, newest first; those that were replaced or ended by then are left out."""
    return (filed.fact for filed in timelines.facts.back_from(place) if filed.until is None or filed.until > place)


def _card(index: Index, person: str, stage: tuple[str, ...], place: Position) -> StageCard:
    timelines = index.characters[person]
    facts = timelines.newest.at(place) or ()
    return StageCard(
        person=person_at(index, person, place),
        new=index.scene_at(timelines.met) == index.scene_at(place),
        facts=facts,
        fresh=sum(fact.learned == place for fact in facts),
        bonds=bonds_between(index, stage, person, place),
    )
