"""Proves that nothing is spoiled: makes stories with another future, and collects all answers of a reading."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import combinations, cycle
from typing import Any

from reader.companion.reading import NotReadError, Reading
from reader.companion.thread import Filter
from reader.companion.values import pair_of
from reader.position import Position
from tests.stories import Tables

COMMON_WORDS = ("then", "said", "to", "the", "he", "words")
"""Read texts are full of these words; if one of them were lit as a name of the future, it would be seen."""

Answers = dict[str, object]
"""What a reading answers, by the question."""


def with_other_future(story: Tables, other: Tables, frontier: int) -> Tables:
    """The story with everything after the frontier replaced, with as many scenes and beats.

    Args:
        story: A sound story.
        other: The story that lends its beats, in turn, to what follows the frontier.
        frontier: How far the story is read; nothing up to there changes.
    """
    lengths = [len(scene["beat"]) for scene in story["scene"]]
    return _replaced(story, other, frontier, lengths)


def with_other_length(story: Tables, other: Tables, frontier: int) -> Tables:
    """As `with_other_future`, but also with other numbers of scenes and beats after the frontier.

    Nothing follows the end page, so there it is the same as `with_other_future`.
    """
    lengths = [len(scene["beat"]) for scene in story["scene"]]
    if frontier > sum(lengths):
        return with_other_future(story, other, frontier)
    begun = _begun(story, frontier)
    finished = lengths[: max(0, begun - 1)]
    read = frontier - sum(finished)
    here = [read + _other_number(lengths[begun - 1] - read, len(other["scene"]))] if begun else []
    later = _other_number(len(lengths) - begun, len(other["scene"]) + 1) or (0 if begun else 1)
    return _replaced(story, other, frontier, [*finished, *here, *(1 + n % 3 for n in range(later))])


def _other_number(number: int, by: int) -> int:
    """A number other than the given one: half of it, or more by `by`."""
    return number // 2 if number and by % 2 else number + by


def people_met(story: Tables, frontier: int) -> frozenset[str]:
    """The ids of the people whom the reader has met, found in the tables alone."""
    met: set[str] = set()
    position = 0
    for scene in story["scene"]:
        for number, beat in enumerate(scene["beat"]):
            position += 1
            if position <= frontier:
                met.update(scene.get("present", ()) if not number else ())
                met.update(_met_at(beat))
    return frozenset(met)


def _met_at(beat: Tables) -> Iterator[str]:
    yield from _several(beat.get("enter", ()))
    yield from filter(None, [beat.get("speaker")])
    yield from beat.get("learn", ())
    yield from beat.get("reveal", ())
    for pair in (*_several(beat.get("bond", ())), *_several(beat.get("shift", ()))):
        yield from pair.get("between") or (pair["from"], pair["to"])


def _several(value: Any) -> Sequence[Any]:
    """A value as a list, whether it was written as one item or as a list."""
    return value if isinstance(value, list | tuple) else [value]


def _begun(story: Tables, frontier: int) -> int:
    """How many scenes the reader has begun."""
    begun = position = 0
    for scene in story["scene"]:
        begun += position < frontier
        position += len(scene["beat"])
    return begun


def _replaced(story: Tables, other: Tables, frontier: int, lengths: Sequence[int]) -> Tables:
    met = people_met(story, frontier)
    later = _later_beats(story, other, sorted(met))
    scenes: list[Tables] = []
    position = 0
    for number, length in enumerate(lengths):
        old: Tables = story["scene"][number] if position < frontier else _other_scene(number, other)
        read = max(0, min(length, frontier - position))
        new: Tables = {**old, "beat": [*old.get("beat", ())[:read], *(next(later) for _ in range(length - read))]}
        position += length
        if read and position >= frontier:  # begun and not finished, so its summary belongs to the future
            new["summary"] = f"Another summary {number}."
        scenes.append(new)
    return {**story, "character": _characters(story, scenes, met), "scene": scenes}


def _other_scene(number: int, other: Tables) -> Tables:
    lender = other["scene"][number % len(other["scene"])]
    scene: Tables = {"id": f"other-{number}", "title": f"Otherwise {number} {lender['title']}"}
    scene |= {"place": f"Elsewhere {number}", "when": "Another day", "present": lender.get("present", [])}
    scene |= {"summary": f"Another story {number}."} if number % 2 else {"verse": True}
    return scene if number % 3 else scene | {"part": f"Another part {number}"}


def _later_beats(story: Tables, other: Tables, met: Sequence[str]) -> Iterator[Tables]:
    """Endless beats of the other story, none of which is in the story. The first gives known people new names."""
    beats = [beat for scene in reversed(other["scene"]) for beat in scene["beat"]]
    for number, beat in enumerate(cycle(beats)):
        new = {key: value for key, value in beat.items() if key not in ("text", "cue", "shift")}
        new |= {key: f"Otherwise {number}: {beat[key]}" for key in ("text", "cue") if key in beat}
        if shifts := [_on_scale(shift, story, number) for shift in _several(beat.get("shift", []))]:
            new["shift"] = shifts
        if met and not number:
            names = {"name": "Someone Else", "full": "Someone Else Altogether", "aliases": list(COMMON_WORDS)}
            new["reveal"] = {**new.get("reveal", {}), met[0]: names}
            new["learn"] = {**new.get("learn", {}), met[-1]: {"work": "Another trade.", "age": "Older."}}
        yield new


def _on_scale(shift: Tables, story: Tables, number: int) -> Tables:
    """A shift moved to a scale of this story, and kept within its range."""
    scale = story["scale"][number % len(story["scale"])]
    low, high = scale["range"]
    amount = shift.get("set", shift.get("by"))
    values = [max(low, min(high, value + 1)) for value in _several(amount)]
    new = {key: value for key, value in shift.items() if key not in ("set", "by")}
    new |= {"scale": scale["id"], "set": values if isinstance(amount, list) else values[0]}
    return new | {"because": f"Another reason {number}."}


def _characters(story: Tables, scenes: Sequence[Tables], met: frozenset[str]) -> list[Tables]:
    """The characters: first other ones, with other names and another number, then those met, unchanged."""
    used = {"other-1", "other-2"}
    for scene in scenes:
        used.update(scene.get("present", ()))
        for beat in scene["beat"]:
            used.update(_met_at(beat))
            used.update(_several(beat.get("leave", ())))
    others = [
        {"id": person, "name": f"Unmet {number}", "full": f"Unmet Person {number}", "aliases": list(COMMON_WORDS)}
        for number, person in enumerate(sorted(used - met))
    ]
    return [*others, *reversed([person for person in story["character"] if person["id"] in met])]


# What a reading gives out


def answers_at_frontier(read: Reading, people: Sequence[str]) -> Answers:
    """The answers that depend on the frontier alone: lists of what was read, and threads of one and two people."""
    answers: Answers = {"known": read.known, "people": read.people(), "title page": read.title_page()}
    for chosen in (*combinations(people, 1), *combinations(people, 2)):
        for every in (False, True):
            how = "all" if every else "any"
            answers[f"thread of {how} of {', '.join(chosen)}"] = read.thread(Filter(chosen, every))
    return answers


def answers_at(read: Reading, place: int, people: Sequence[str]) -> Answers:
    """What every query answers at a place, or which error it raises. It is asked about everyone, met or not."""
    at = Position(place)
    pairs = tuple(pair_of(*pair) for pair in combinations(people, 2))
    ask: dict[str, Callable[[], object]] = {
        "moment": lambda: read.moment(at),
        "moment with pins": lambda: read.moment(at, pairs),
        "beat ref": lambda: read.beat_ref(at),
        "anchor": lambda: _anchored(read, at),
        "scene start": lambda: read.scene_start(at),
        "cast": lambda: read.cast(at),
        "pairs": lambda: read.pairs(at),
        "pairs with pins": lambda: read.pairs(at, pairs),
        "recap": lambda: read.recap(at),
        "where you are": lambda: read.reminder(at),
    }
    answers = {f"{query} at {place}": _answer(query_at) for query, query_at in ask.items()}
    for person in people:
        answers[f"card of {person} at {place}"] = _answer(lambda who=person: read.card(who, at))  # type: ignore[misc]
    for pair in pairs:
        answers[f"why of {pair} at {place}"] = _answer(lambda both=pair: read.why(both, at))  # type: ignore[misc]
    return answers


def _anchored(read: Reading, place: Position) -> tuple[object, ...]:
    """The anchor of a beat, and where it is found again."""
    anchor = read.anchor(place)
    return (anchor, read.find(anchor) if anchor else None)


def _answer(ask: Callable[[], object]) -> object:
    try:
        return ask()
    except (KeyError, NotReadError) as error:
        return type(error)


def answers(read: Reading, people: Sequence[str], places: Iterable[int] | None = None) -> Answers:
    """All answers of a reading, at every place up to its frontier and at one beyond it."""
    every = range(read.horizon + 2) if places is None else places
    given = answers_at_frontier(read, people)
    for place in every:
        given |= answers_at(read, place, people)
    return given


def differences(one: Answers, other: Answers) -> list[str]:
    """The questions that have different answers."""
    return [query for query in one.keys() | other.keys() if query not in one or one[query] != other.get(query)]


def leaks(
    story: Tables,
    other: Tables,
    frontier: int,
    open_story: Callable[[Tables], Reading],
    places: Iterable[int] | None = None,
) -> list[str]:
    """The questions whose answers depend on the future of a story.

    The story is compared with one of another future, and, with the length hidden, with one of another length.

    Args:
        story: A sound story.
        other: The story that lends its beats to the other future.
        frontier: How far the story is read.
        open_story: Opens tables as a reading.
        places: Where to ask; everywhere if not given.
    """
    people = [person["id"] for person in story["character"]]
    here = open_story(story).reaching(Position(frontier))
    there = open_story(with_other_future(story, other, frontier)).reaching(Position(frontier))
    elsewhere = open_story(with_other_length(story, other, frontier)).reaching(Position(frontier))
    asked = None if places is None else list(places)
    shown = differences(answers(here, people, asked), answers(there, people, asked))
    hidden = differences(
        answers(here.hiding_length(True), people, asked), answers(elsewhere.hiding_length(True), people, asked)
    )
    return sorted({*shown, *(f"{query}, its length hidden" for query in hidden)})
