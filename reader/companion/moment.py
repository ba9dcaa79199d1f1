"""The moment at a place: the text around the beat, who is on stage, how they stand. Bounded, whatever the story."""

from collections.abc import Iterator
from dataclasses import dataclass

from reader.companion.index import CharacterTimelines, Index
from reader.companion.meters import Change, Meters, bonds_between, changes_at, meters_at
from reader.companion.names import Paragraphs, with_names
from reader.companion.people import person_at
from reader.companion.values import Fact, Pair, Person
from reader.position import Position
from reader.text import StoryText

BEATS_TOGETHER = 32
"""A scene's text is handed out in runs of so many beats; a page of the text column never spans two runs."""
MOST_ON_STAGE = 40


@dataclass(frozen=True, slots=True)
class BeatText:
    """A beat as read.

    Attributes:
        number: In its scene, counted from 1.
        text: Its paragraphs with the names lit that were known then; nothing where it has only a cue.
        changes: What it changed between people.
    """

    number: int
    position: Position
    speaker: Person | None
    text: Paragraphs
    cue: str | None
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class SceneHead:
    """What stands above a scene's text."""

    number: int
    id: str
    title: str
    part: str | None
    place: str | None
    when: str | None


@dataclass(frozen=True, slots=True)
class StageCard:
    """Someone on stage, in brief.

    Attributes:
        new: Met in this scene.
        facts: The newest that hold, newest first.
        fresh: How many of `facts` were learned at this very beat.
        bonds: What the person is to the others on stage.
    """

    person: Person
    new: bool
    facts: tuple[Fact, ...]
    fresh: int
    bonds: tuple[tuple[Person, str], ...]


@dataclass(frozen=True, slots=True)
class Moment:
    """All the reading screen draws at a beat.

    Attributes:
        scenes: How many scenes the story has, unless that is hidden.
        beat: The beat's number in its scene, counted from 1.
        beats: How many beats the scene has, unless that is hidden.
        text: The beats of this run, up to the place; the last one is the beat being read.
        before: The beat before the run, for the top of its first page.
        more_cards: How many more are on stage than `cards` has.
    """

    place: Position
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
    """The moment at a beat from 1 to the last."""
    number = index.scene_at(place)
    scene, start = index.scenes[number], index.starts[number]
    row = index.rows[number]
    run = Position(place - (place - start) % BEATS_TOGETHER)
    stage = index.stage.at(place) or ()
    near = stage[:MOST_ON_STAGE]
    return Moment(
        place=place,
        head=SceneHead(row.number, row.id, row.title, row.part, scene.place, scene.when),
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
    """A beat as it stood when it was read; nothing about it changes later, so it is made once for many steps."""
    return index.remembered(_beat_text, position)


def _beat_text(index: Index, position: Position) -> BeatText:
    beat = index.beat(position)
    return BeatText(
        number=position - index.starts[index.scene_at(position)] + 1,
        position=position,
        speaker=person_at(index, beat.speaker, position) if beat.speaker else None,
        text=_lit_text(index, position, beat.text, verse=index.verse(position)) if beat.text is not None else (),
        cue=beat.cue,
        changes=changes_at(index, position),
    )


def _lit_text(index: Index, position: Position, text: str, *, verse: bool) -> Paragraphs:
    stage = index.stage.at(position) or ()
    parsed = StoryText.parse(text, verse=verse)
    return with_names(parsed, index.names, position, stage, lambda person, place: person_at(index, person, place))


def current_facts(timelines: CharacterTimelines, place: Position) -> Iterator[Fact]:
    """The facts that hold at a place, newest first; a fact that a later one replaced is left out."""
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
