"""All answers depend only on what lies at or before the frontier, for any story and any question."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import BaseModel

from reader.companion.reading import NotReadError, Reading
from reader.companion.thread import Filter
from reader.position import Position
from tests.spoilers import answers, answers_at, differences, leaks, with_other_future, with_other_length
from tests.stories import PEOPLE, Tables, beat, drawn_tables, reading, scene, shipped, tables

HANDED_OUT = ("reader.companion.", "reader.position", "reader.text", "builtins")
"""The modules whose values a reading may give out; what the author wrote is in none of them."""


@given(drawn_tables(), drawn_tables(), st.data())
def test_what_is_given_out_depends_only_on_what_was_read(story: Tables, other: Tables, data: st.DataObject) -> None:
    frontier = data.draw(st.integers(0, _length(story) + 1))
    assert leaks(story, other, frontier, reading) == []


@given(drawn_tables(), st.data())
def test_a_place_answers_the_same_wherever_the_frontier_is(story: Tables, data: st.DataObject) -> None:
    frontier = data.draw(st.integers(0, _length(story) + 1))
    people = [person["id"] for person in story["character"]]
    new = reading(story)
    here, open_to_all = new.reaching(Position(frontier)), new.reaching(new.end)
    for place in range(frontier + 1):
        assert differences(answers_at(here, place, people), answers_at(open_to_all, place, people)) == []


@settings(max_examples=20)
@given(drawn_tables(), st.data())
def test_beyond_the_frontier_nothing_answers(story: Tables, data: st.DataObject) -> None:
    frontier = data.draw(st.integers(0, _length(story)))
    people = [person["id"] for person in story["character"]]
    here = reading(story).reaching(Position(frontier))
    for place in (frontier + 1, _length(story) + 2):
        assert set(answers_at(here, place, people).values()) == {NotReadError}


@settings(max_examples=20)
@given(drawn_tables())
def test_what_the_author_wrote_is_never_handed_out(story: Tables) -> None:
    new = reading(story)
    people = [person["id"] for person in story["character"]]
    assert _foreign(answers(new.reaching(new.end), people)) == []


def test_what_the_author_of_the_shipped_story_wrote_is_never_handed_out() -> None:
    new = shipped()
    read = new.reaching(new.end)
    assert _foreign(answers(read, [person.id for person in read.people()], range(1, new.end, 7))) == []


def test_knowing_the_story_and_undoing_it_gives_out_nothing_more() -> None:
    here = reading(_two_scenes("One.")).reaching(Position(1))
    assert len(here.knowing(True).people()) == 2
    assert differences(answers(here.knowing(True).knowing(False), PEOPLE), answers(here, PEOPLE)) == []


def test_read_again_begins_with_everything_hidden() -> None:
    new = reading(_two_scenes("One."))
    assert differences(answers(new.reaching(new.end).knowing(True).afresh(), PEOPLE), answers(new, PEOPLE)) == []


def test_someone_not_met_yet_has_no_scenes_in_a_thread() -> None:
    here = reading(_two_scenes("One.")).reaching(Position(1))
    assert here.thread(Filter(("ali", "bea"), every=True)).scenes == ()
    assert here.thread(Filter(("ali", "nobody"), every=True)).scenes == ()


def _crowd() -> Tables:
    """More than any answer holds at once: forty-five on stage, seventy beats in a scene, hundreds of meters."""
    people = tuple(f"person{number}" for number in range(45))
    beats = []
    for number in range(70):
        first, second = people[number % 45], people[(number * 7 + 1) % 45]
        more: Tables = {"learn": {first: {"work": f"Job {number}.", "age": "Old."}}} if number % 3 == 0 else {}
        if first != second:
            more["shift"] = {"between": [first, second], "set": number % 9 - 4, "because": f"So {number}."}
            more["bond"] = {"between": [first, second], "is": f"bond {number}" if number % 5 else ""}
        if number % 11 == 0:
            more["reveal"] = {first: {"full": f"{first} the Elder {number}", "aliases": ["the Elder"]}}
        beats.append(beat(f"Beat {number}: {first} to {second}, the Elder.", **more))
    return tables(
        scene("long", *beats, present=list(people), summary="It was long."),
        scene("next", beat("Later."), beat("The end."), present=list(people[:3]), when="Then"),
        people=people,
    )


@pytest.mark.parametrize("frontier", [2, 33, 64, 65, 70, 71])
def test_what_is_bounded_depends_only_on_what_was_read(frontier: int) -> None:
    story = _crowd()
    assert leaks(story, _two_scenes("One."), frontier, reading, (frontier - 1, frontier)) == []


def test_a_difference_is_found_in_the_last_word_of_an_answer() -> None:
    one, other = (reading(_two_scenes(last)).reaching(Position(2)) for last in ("One.", "One!"))
    assert "moment at 2" in differences(answers(one, PEOPLE), answers(other, PEOPLE))


@pytest.mark.parametrize("frontier", range(5))
def test_another_future_has_the_same_past_and_no_beat_of_the_future_in_common(frontier: int) -> None:
    story, other = _two_scenes("One."), _two_scenes("Another.")
    assert leaks(story, other, frontier, reading) == []
    changed = with_other_future(story, other, frontier)
    lengths, beats = _lengths_and_beats(story)
    new_lengths, new_beats = _lengths_and_beats(changed)
    assert new_lengths == lengths
    assert new_beats[:frontier] == beats[:frontier]
    assert all(beat not in beats for beat in new_beats[frontier:])
    longer, long_beats = _lengths_and_beats(with_other_length(story, other, frontier))
    assert (longer != lengths) is (frontier <= len(beats))
    assert long_beats[:frontier] == beats[:frontier]


def _two_scenes(last: str) -> Tables:
    heard = beat(last, learn={"bea": "Heard of."})
    return tables(scene("one", beat("Ali said: Bea."), heard, present=["ali"]), scene("two", beat("Later.")))


def _lengths_and_beats(story: Tables) -> tuple[list[int], list[Tables]]:
    return [len(one["beat"]) for one in story["scene"]], [row for one in story["scene"] for row in one["beat"]]


def _length(story: Tables) -> int:
    return len(_lengths_and_beats(story)[1])


def _foreign(value: object) -> list[str]:
    """The types of values reachable from answers that do not come from the companion's own frozen ones."""
    return sorted({found for found in _types(value) if not found.startswith(HANDED_OUT)})


def _types(value: object) -> Iterator[str]:
    kind = value if isinstance(value, type) else type(value)
    yield f"{kind.__module__}.{kind.__name__}"
    if isinstance(value, dict):
        for one in value.values():
            yield from _types(one)
    elif isinstance(value, tuple | list | frozenset):
        for one in value:
            yield from _types(one)
    elif is_dataclass(value) and not isinstance(value, type):
        assert not isinstance(value, BaseModel | Reading)
        assert all(field.compare for field in fields(value))
        assert type(value).__dataclass_params__.frozen  # type: ignore[attr-defined]
        for field in fields(value):
            yield from _types(getattr(value, field.name))
