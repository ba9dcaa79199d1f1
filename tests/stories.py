"""Stories for tests: small ones written out, and any number of others drawn by Hypothesis."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import tomli_w
from hypothesis import strategies as st

from reader.companion.reading import Reading
from reader.problems import Problems
from reader.story.check import find_faults
from reader.story.load import load_story
from reader.story.model import Story

Tables = dict[str, Any]

SHIPPED = Path(__file__).parent.parent / "story.toml"
PEOPLE = ("ali", "bea", "cy", "dora", "ed")
WORDS = ("hostile", "cold", "wary", "neutral", "warm", "close", "devoted")


def tables(*scenes: Tables, people: tuple[str, ...] = PEOPLE[:3], **story: Any) -> Tables:
    """A story's tables: one scale from -10 to 10, some people, and the scenes given."""
    return {
        "format": 1,
        "story": {"id": "test", "title": "A test", **story},
        "scale": [scale()],
        "character": [{"id": person, "name": person.capitalize()} for person in people],
        "scene": list(scenes),
    }


def scale(scale_id: str = "closeness", **more: Any) -> Tables:
    """A scale's table."""
    words = {"name": scale_id.capitalize(), "means": "how near", "range": [-10, 10], "words": list(WORDS)}
    return {"id": scale_id, **words, **more}


def scene(scene_id: str, *beats: Tables, **more: Any) -> Tables:
    """A scene's table."""
    return {"id": scene_id, "title": f"Title of {scene_id}", **more, "beat": list(beats)}


def beat(text: str = "Words.", **more: Any) -> Tables:
    """A beat's table."""
    return {"text": text, **more}


def written(folder: Path, story: Mapping[str, Any] | str | bytes, name: str = "story.toml") -> Path:
    """A story file on disk."""
    path = folder / name
    if isinstance(story, Mapping):
        story = tomli_w.dumps(story, multiline_strings=True)
    path.write_bytes(story if isinstance(story, bytes) else story.encode())
    return path


def sound(story: Tables) -> Story:
    """Tables as a sound story."""
    valid = Story.model_validate(story)
    assert list(find_faults(valid)) == []
    return valid


def reading(story: Tables) -> Reading:
    """A new reading of tables."""
    return Reading.of(sound(story))


def shipped() -> Reading:
    """A new reading of the story the reader ships with."""
    story = load_story(SHIPPED)
    assert not isinstance(story, Problems), str(story)
    return Reading.of(story)


@st.composite
def drawn_tables(draw: st.DrawFn, scenes: int = 5, beats: int = 4, least: int = 1) -> Tables:
    """Any sound story: several scales, parts, reveals, keyed facts, bonds, speakers, cues, verse.

    Args:
        draw: Given by Hypothesis.
        scenes: The most scenes.
        beats: The most beats of a scene.
        least: The fewest scenes.
    """
    people = PEOPLE[: draw(st.integers(2, len(PEOPLE)))]
    scales = ("closeness", "trust")[: draw(st.integers(1, 2))]
    story = tables(people=people)
    story["scale"] = [scale(one, range=[-200, 200], start=draw(st.sampled_from([0, 7]))) for one in scales]
    story["story"] |= draw(st.sampled_from([{}, {"verse": True}, {"byline": "by us", "about": "About.\n\n*Us.*"}]))
    for character in story["character"]:
        if draw(st.booleans()):
            character["aliases"] = [f"the {character['id']}"]
        if draw(st.booleans()):
            character["full"] = f"{character['name']} of {draw(st.sampled_from(['Ali', 'the Hill']))}"
    story["scene"] = [
        _drawn_scene(draw, number, people, scales, beats)
        for number in range(draw(st.integers(least, max(least, scenes))))
    ]
    return story


def _drawn_scene(draw: st.DrawFn, number: int, people: tuple[str, ...], scales: tuple[str, ...], beats: int) -> Tables:
    some = st.lists(st.sampled_from(people), unique=True, max_size=3)
    table: Tables = {
        "id": f"s{number}",
        "title": f"Title {number} {draw(st.sampled_from('abc'))}",
        "present": draw(some),
    }
    if draw(st.booleans()):
        table["part"] = f"Part {number}"
    if draw(st.booleans()):
        table["summary"] = f"Summary {number}."
    if draw(st.booleans()):
        table |= {"place": f"Place {number}", "when": f"Day {number}", "verse": draw(st.booleans())}
    table["beat"] = [drawn_beat(draw, people, scales) for _ in range(draw(st.integers(1, beats)))]
    return table


def drawn_beat(draw: st.DrawFn, people: tuple[str, ...], scales: tuple[str, ...]) -> Tables:
    """Any beat of these people on these scales."""
    person, few = st.sampled_from(people), st.lists(st.sampled_from(people), unique=True, max_size=2)
    names = " ".join(
        draw(st.lists(st.sampled_from([*people, "said", "to", "*the*", "\nthen"]), min_size=1, max_size=8))
    )
    table: Tables = {"text": f"Then {names}."} if draw(st.integers(0, 5)) else {"cue": f"p. {draw(st.integers(1, 99))}"}
    if draw(st.booleans()):
        table["enter"] = draw(few)
    if draw(st.booleans()):
        table["leave"] = draw(few)
    if not draw(st.integers(0, 3)):
        table["speaker"] = draw(person)
    if draw(st.booleans()):
        keyed = [{"work": "A job."}, {"work": "None."}, {"work": ""}, {"age": "Old.", "work": "Rests."}]
        fact = draw(st.sampled_from([*keyed, "A fact.", ["One.", "Two."]]))
        table["learn"] = {draw(person): fact}
    if not draw(st.integers(0, 3)):
        who = draw(person)
        named = draw(
            st.sampled_from(
                [
                    {"name": f"{who} the Great", "aliases": [f"old {who}"]},
                    {"full": f"{who} the Small of Nowhere"},
                    {"aliases": ["the boy", "said"]},
                ]
            )
        )
        table["reveal"] = {who: named}
    pair = draw(st.lists(person, unique=True, min_size=2, max_size=2))
    if not draw(st.integers(0, 7)):
        table["allow"] = {"not-met": "meant"}
    if draw(st.booleans()):
        table["bond"] = {"between": pair, "is": draw(st.sampled_from(["friends", "foes", ""]))}
    if draw(st.booleans()):
        table["shift"] = [_drawn_shift(draw, pair, scales) for _ in range(draw(st.integers(1, 2)))]
    return table


def _drawn_shift(draw: st.DrawFn, pair: list[str], scales: tuple[str, ...]) -> Tables:
    shift: Tables = {"because": f"Reason {draw(st.integers(0, 99))}.", "scale": draw(st.sampled_from(scales))}
    key = draw(st.sampled_from(["set", "by"]))
    if draw(st.booleans()):
        return shift | {"between": pair, key: draw(st.lists(st.integers(-5, 5), min_size=2, max_size=2))}
    return shift | {"from": pair[0], "to": pair[1], key: draw(st.integers(-5, 5))}
