"""The whole story by position: built once per story, it then answers for any position by bisection."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from itertools import accumulate, islice
from typing import Any, TypeVar

from reader.companion.names import Names
from reader.companion.timeline import Timeline
from reader.companion.values import Cause, Direction, Fact, Pair, Scale, SceneRow, ValueChange, pair_of
from reader.position import Position
from reader.story.model import Beat, Bond, Character, Reveal, Scene, Shift, Story
from reader.text import fold, may_lack_spaces

ANSWERS_REMEMBERED = 128
"""How many answers about single beats are remembered; a step asks again for nearly all beats of the page before."""
NEWEST_FACTS = 4
"""How many of the newest facts are kept ready for each position; more are found by looking back."""

_FIRST_WORD = re.compile(r"[^\W_]{1,20}")

Answer = TypeVar("Answer")


@dataclass(frozen=True, slots=True)
class FiledFact:
    """A fact, and the position at which the story replaces or ends it, if it does.

    `until` may lie in the reader's future, so it is compared and never handed out.
    """

    fact: Fact
    until: Position | None = None


@dataclass(slots=True)
class CharacterTimelines:
    """Everything that the whole story says about one character, each thing at its position.

    Attributes:
        id: The character's id in the story file.
        rank: 0 for the character met first, and so on.
        met: The position at which the reader first hears of the character.
        names: The labels, one after another.
        fulls: The full names, one after another.
        aliases: The aliases; all of them stay valid.
        facts: Every fact, also those that were replaced.
        newest: At each change of the facts, the newest that hold from then on, newest first. A character may have
            thousands of replaced facts, and looking back through them would take too long.
        scenes: The numbers of the scenes with the character on stage or speaking, counted from 0.
        directions: The directions from and toward the character, at their first shifts.
        bonds: The pairs with a bond to which the character belongs, at their first bonds.
    """

    id: str
    rank: int
    met: Position
    names: Timeline[str] = field(default_factory=Timeline)
    fulls: Timeline[str] = field(default_factory=Timeline)
    aliases: Timeline[str] = field(default_factory=Timeline)
    facts: Timeline[FiledFact] = field(default_factory=Timeline)
    newest: Timeline[tuple[Fact, ...]] = field(default_factory=Timeline)
    scenes: Timeline[int] = field(default_factory=Timeline)
    directions: Timeline[Direction] = field(default_factory=Timeline)
    bonds: Timeline[Pair] = field(default_factory=Timeline)


class Index:
    """A story by position. It knows the future, so only `companion` may hold one, and never hands it out.

    Args:
        story: A sound story, as `load_story` returns it.

    Attributes:
        header: The story's title, byline and notes.
        scenes: The scenes, as the author wrote them.
        starts: The position of each scene's first beat.
        last: The position of the last beat.
        rows: The scenes as they stand in lists.
        scales: The scales by id.
        characters: What the story says about each character who appears in it, by id.
        met: The ids of the characters, in the order in which the reader meets them.
        names: Every name, for finding names in the text.
        numbers: The number of each scene by its id, counted from 0.
        stage: The ids of those on stage, at each change.
        value_changes: How each direction changes.
        moved: The directions, once for each change.
        between: The directions between each pair, at their first shifts.
        bonds: The words of each pair's bond; "" ends it.
        bonded: The pairs, once for each change of their bond.
    """

    def __init__(self, story: Story) -> None:
        self.header = story.story
        self.scenes = story.scenes
        self.starts = [Position(1 + n) for n in accumulate((len(s.beats) for s in story.scenes[:-1]), initial=0)]
        self.last = Position(sum(len(scene.beats) for scene in story.scenes))
        self.rows = _rows(story.scenes, self.starts)
        alone = len(story.scales) == 1
        self.scales = {
            scale.id: Scale(scale.id, scale.name, scale.means, *scale.range, scale.words, scale.start, alone)
            for scale in story.scales
        }
        self.characters: dict[str, CharacterTimelines] = {}
        self.met: Timeline[str] = Timeline()
        self.names = Names(self.header.language)
        self._answers = lru_cache(maxsize=ANSWERS_REMEMBERED)(self._answer)
        self.numbers = {scene.id: number for number, scene in enumerate(story.scenes)}
        self.stage: Timeline[tuple[str, ...]] = Timeline()
        self.value_changes: dict[Direction, Timeline[ValueChange]] = {}
        self.moved: Timeline[Direction] = Timeline()
        self.between: dict[Pair, Timeline[Direction]] = {}
        self.bonds: dict[Pair, Timeline[str]] = {}
        self.bonded: Timeline[Pair] = Timeline()
        _Builder(self, story.characters).build()

    @property
    def end(self) -> Position:
        """The end page."""
        return Position(self.last + 1)

    @cached_property
    def openings(self) -> dict[str, list[Position]]:
        """The beats by their folded first word; finds an anchor whose scene is gone. Made when it is first needed."""
        beats: dict[str, list[Position]] = defaultdict(list)
        for scene, start in zip(self.scenes, self.starts, strict=True):
            for position, beat in enumerate(scene.beats, start=start):
                beats[opening(beat.text or beat.cue or "")].append(Position(position))
        return beats

    def remembered(self, make: Callable[["Index", Position], Answer], position: Position) -> Answer:
        """Call `make` with this index and a position, or return what it answered the last time."""
        answer: Answer = self._answers(make, position)
        return answer

    def _answer(self, make: Callable[["Index", Position], Any], position: Position) -> Any:
        return make(self, position)

    def scene_at(self, position: Position) -> int:
        """The number of the scene to which a beat belongs, counted from 0."""
        return bisect_right(self.starts, position) - 1

    def beat(self, position: Position) -> Beat:
        """The beat at a position from 1 to `last`."""
        scene = self.scene_at(position)
        return self.scenes[scene].beats[position - self.starts[scene]]

    def verse(self, position: Position) -> bool:
        """Whether the newlines of a beat's text are kept. The beat decides, or else its scene, or else the story."""
        own, scene = self.beat(position).verse, self.scenes[self.scene_at(position)].verse
        return own if own is not None else scene if scene is not None else self.header.verse

    def after_scene(self, scene: int) -> Position:
        """The position at which the scene after this one begins; after the last scene, the end page."""
        return self.starts[scene + 1] if scene + 1 < len(self.starts) else self.end


def opening(text: str) -> str:
    """The first word of a text, folded; marks before it are skipped. "" if there is no word.

    Where words have no spaces between them, it is the first letter: nobody can tell where the word ends.
    """
    word = _FIRST_WORD.search(text.replace("*", ""))
    return fold(word[0][:1] if may_lack_spaces(word[0]) else word[0]) if word else ""


def _rows(scenes: tuple[Scene, ...], starts: list[Position]) -> tuple[SceneRow, ...]:
    rows: list[SceneRow] = []
    part: str | None = None
    for number, (scene, start) in enumerate(zip(scenes, starts, strict=True), start=1):
        part = scene.part or part
        rows.append(SceneRow(number, scene.id, scene.title, start, part))
    return tuple(rows)


class _Builder:
    """Goes through the story once, from front to back, and files everything at its position."""

    def __init__(self, index: Index, characters: Iterable[Character]) -> None:
        self._index = index
        self._characters = {character.id: character for character in characters}
        self._values: dict[Direction, int] = {}
        self._facts: dict[str, list[FiledFact]] = defaultdict(list)
        self._current: dict[tuple[str, str], int] = {}
        self._held: dict[str, dict[int, Fact]] = defaultdict(dict)
        self._in_scene: set[str] = set()

    def build(self) -> None:
        for number, (scene, start) in enumerate(zip(self._index.scenes, self._index.starts, strict=True)):
            self._in_scene = set()
            stage = self._come(scene.present, (), number, start)
            left: tuple[str, ...] = ()
            for position, beat in enumerate(scene.beats, start=start):
                at = Position(position)
                staying = tuple(person for person in stage if person not in left)
                now = self._come(beat.enter, staying, number, at)
                if now != stage or at == start:
                    self._index.stage.add(at, now)
                stage, left = now, beat.leave
                self._beat(beat, number, at)
        for character, facts in self._facts.items():
            for filed in facts:
                self._index.characters[character].facts.add(filed.fact.learned, filed)

    def _come(self, ids: Iterable[str], stage: tuple[str, ...], scene: int, at: Position) -> tuple[str, ...]:
        arriving = tuple(dict.fromkeys(person for person in ids if person not in stage))
        for person in arriving:
            self._appear(person, scene, at)
        return stage + arriving

    def _appear(self, person: str, scene: int, at: Position) -> None:
        timelines = self._meet(person, at)
        if person not in self._in_scene:
            self._in_scene.add(person)
            timelines.scenes.add(at, scene)

    def _meet(self, person: str, at: Position) -> CharacterTimelines:
        timelines = self._index.characters.get(person)
        if timelines is None:
            timelines = self._index.characters[person] = CharacterTimelines(person, len(self._index.characters), at)
            self._index.met.add(at, person)
            character = self._characters[person]
            self._name(timelines, at, character)
        return timelines

    def _name(self, timelines: CharacterTimelines, at: Position, given: Character | Reveal) -> None:
        if given.name:
            timelines.names.add(at, given.name)
        if given.full:
            timelines.fulls.add(at, given.full)
        for alias in given.aliases:
            timelines.aliases.add(at, alias)
        for words in (given.name, given.full, *given.aliases):
            if words:
                self._index.names.add(words, at, timelines.id)

    def _beat(self, beat: Beat, scene: int, at: Position) -> None:
        if beat.speaker:
            self._appear(beat.speaker, scene, at)
        for person, revealed in beat.reveal.items():
            self._name(self._meet(person, at), at, revealed)
        for person, key, sentence in beat.facts():
            self._learn(person, key, sentence, at)
        for bond in beat.bond:
            self._bond(bond, at)
        self._shifts(beat.shift, at)

    def _learn(self, person: str, key: str | None, sentence: str, at: Position) -> None:
        self._meet(person, at)
        facts, held = self._facts[person], self._held[person]
        if key is not None:
            old = self._current.pop((person, key), None)
            if old is not None:
                facts[old] = FiledFact(held.pop(old), until=at)
            if sentence:
                self._current[person, key] = len(facts)
        if sentence:
            held[len(facts)] = Fact(sentence, at)
            facts.append(FiledFact(held[len(facts)]))
        self._index.characters[person].newest.add(at, tuple(islice(reversed(held.values()), NEWEST_FACTS)))

    def _bond(self, bond: Bond, at: Position) -> None:
        first, second = bond.between
        pair = pair_of(first, second)
        if pair not in self._index.bonds:
            self._index.bonds[pair] = Timeline()
            for person in (first, second):
                self._meet(person, at).bonds.add(at, pair)
        self._index.bonds[pair].add(at, bond.words)
        self._index.bonded.add(at, pair)

    def _shifts(self, shifts: tuple[Shift, ...], at: Position) -> None:
        causes: dict[Direction, list[Cause]] = defaultdict(list)
        for shift in shifts:
            scale = shift.scale or next(iter(self._index.scales))
            for source, target, number in shift.moves():
                direction = Direction(source, target, scale)
                before = self._values.get(direction)
                if shift.by is not None and before is None:
                    before = self._index.scales[scale].start
                after = number if shift.by is None or before is None else before + number
                self._values[direction] = after
                causes[direction].append(Cause(before, after, shift.because))
        for direction, steps in causes.items():
            self._file_change(direction, ValueChange(at, steps[0].before, steps[-1].after, tuple(steps)))

    def _file_change(self, direction: Direction, change: ValueChange) -> None:
        index = self._index
        if direction not in index.value_changes:
            index.value_changes[direction] = Timeline()
            pair = pair_of(direction.source, direction.target)
            index.between.setdefault(pair, Timeline()).add(change.position, direction)
            for person in (direction.source, direction.target):
                self._meet(person, change.position).directions.add(change.position, direction)
        index.value_changes[direction].add(change.position, change)
        index.moved.add(change.position, direction)
