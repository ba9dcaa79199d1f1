"""Warns of what is allowed but may be a mistake. Each warning has a code, with which an author can silence it."""

from collections.abc import Iterable, Iterator

from reader.story.model import Beat, Character, Reveal, Scene, Story
from reader.story.wording import Fault, Loc

TOML_1_1 = "toml-1.1"
CODES = ("same-name", "never-appears", "not-met", "no-bond", TOML_1_1)


def find_warnings(story: Story) -> Iterator[Fault]:
    """Find everything in a sound story that may be a mistake.

    `allow = { "code" = "reason" }` silences a code: on the story everywhere, on a character, scene or beat only there.
    """
    yield from _unknown_codes(story)
    allowed = story.story.allow
    yield from (fault for code, fault in _Walk(story).warnings() if code not in allowed)


Warned = tuple[str, Fault]
"""The code of a warning, and the warning."""


class _Walk:
    """Goes through a story from front to back, and notes who was met, what people are called and which bonds hold."""

    def __init__(self, story: Story) -> None:
        self._story = story
        self._met: set[str] = set()
        self._bonds: dict[frozenset[str], str] = {}
        self._called: dict[str, str] = {}

    def warnings(self) -> Iterator[Warned]:
        for number, character in enumerate(self._story.characters):
            yield from _not_silenced(self._names(character.id, character, ("character", number)), character.allow)
        for number, scene in enumerate(self._story.scenes):
            yield from _not_silenced(self._scene(scene, ("scene", number)), scene.allow)
        for number, character in enumerate(self._story.characters):
            if character.id not in self._met and "never-appears" not in character.allow:
                yield _warned("never-appears", ("character", number), f"{character.id} never appears in a scene")

    def _scene(self, scene: Scene, at: Loc) -> Iterator[Warned]:
        self._met.update(scene.present)
        for row, beat in enumerate(scene.beats):
            yield from _not_silenced(self._beat(beat, (*at, "beat", row)), beat.allow)

    def _beat(self, beat: Beat, at: Loc) -> Iterator[Warned]:
        self._met.update(beat.enter, (beat.speaker,) if beat.speaker else ())
        for person in beat.learn:
            yield from self._known((person,), (*at, "learn", person))
        for person, revealed in beat.reveal.items():
            yield from self._known((person,), (*at, "reveal", person))
            yield from self._names(person, revealed, (*at, "reveal", person))
        for number, bond in enumerate(beat.bond):
            pair, loc = frozenset(bond.between), (*at, "bond", number)
            yield from self._known(bond.between, loc)
            if not bond.words and not self._bonds.get(pair):
                yield _warned("no-bond", loc, f"there is no bond between {' and '.join(bond.between)} to end")
            self._bonds[pair] = bond.words
        for number, shift in enumerate(beat.shift):
            yield from self._known(shift.moves()[0][:2], (*at, "shift", number))

    def _known(self, people: Iterable[str], loc: Loc) -> Iterator[Warned]:
        for person in people:
            if person not in self._met:
                yield _warned(
                    "not-met", loc, f"{person} has not appeared yet; here the reader hears of them for the first time"
                )

    def _names(self, person: str, given: Character | Reveal, loc: Loc) -> Iterator[Warned]:
        for words in (given.name, given.full, *given.aliases):
            owner = self._called.setdefault(words, person) if words else person
            if owner != person:
                yield _warned("same-name", loc, f'{owner} is called "{words}" too')


def _warned(code: str, loc: Loc, message: str) -> Warned:
    return code, Fault(loc, f"warning: {message} ({code})")


def _not_silenced(warnings: Iterable[Warned], allowed: dict[str, str]) -> Iterator[Warned]:
    return ((code, fault) for code, fault in warnings if code not in allowed)


def _unknown_codes(story: Story) -> Iterator[Fault]:
    scenes = [(("scene", number), scene.allow) for number, scene in enumerate(story.scenes)]
    people = [(("character", number), person.allow) for number, person in enumerate(story.characters)]
    beats = [
        (("scene", number, "beat", row), beat.allow)
        for number, scene in enumerate(story.scenes)
        for row, beat in enumerate(scene.beats)
    ]
    for loc, allowed in [(("story",), story.story.allow), *people, *scenes, *beats]:
        for code in allowed:
            if code not in CODES:
                mend = f"The codes are {', '.join(CODES)}."
                yield Fault((*loc, "allow"), f'warning: no warning is called "{code}"', mend, code, CODES)
