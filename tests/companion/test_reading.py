"""The one door: a reading answers for what was read, and for nothing else."""

from dataclasses import asdict
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.companion.reading import NotReadError, Reading
from reader.companion.thread import Filter
from reader.position import Position
from tests.stories import PEOPLE, Tables, beat, drawn_tables, reading, scene, tables


def _three_scenes() -> Reading:
    return reading(
        tables(
            scene("one", beat("First.", enter="ali"), beat("Second."), part="Part one", summary="Told."),
            scene("two", beat("Third.", enter="bea"), part="Part two"),
            scene("three", beat("Fourth.", learn={"cy": "Heard of."})),
        )
    )


def test_nothing_is_known_before_the_first_beat() -> None:
    new = _three_scenes()
    assert new.known.scenes == ()
    assert new.people() == ()
    with pytest.raises(NotReadError):
        new.moment(Position(1))


def test_lists_end_at_the_frontier() -> None:
    read = _three_scenes().reaching(Position(3))
    assert [row.title for row in read.known.scenes] == ["Title of one", "Title of two"]
    assert [person.name for person in read.people()] == ["Ali", "Bea"]
    with pytest.raises(NotReadError):
        read.moment(Position(4))


def test_the_frontier_never_moves_back() -> None:
    read = _three_scenes().reaching(Position(3))
    assert read.reaching(Position(1)).frontier == 3
    assert read.reaching(Position(99)).frontier == read.end == 5


def test_knowing_the_story_opens_everything_and_leaves_the_frontier() -> None:
    read = _three_scenes().reaching(Position(1)).knowing(True)
    assert len(read.known.scenes) == 3
    assert read.frontier == 1
    assert len(read.knowing(False).known.scenes) == 1


def test_a_moment_tells_scene_and_beat() -> None:
    moment = _three_scenes().reaching(Position(2)).moment(Position(2))
    assert (moment.head.number, moment.head.title, moment.head.part) == (1, "Title of one", "Part one")
    assert (moment.beat, moment.beats, moment.scenes) == (2, 2, 3)
    assert ["".join(piece.text for piece in text.text[0]) for text in moment.text] == ["First.", "Second."]


def test_hidden_length_tells_no_number_of_what_is_to_come() -> None:
    hidden = Reading(_three_scenes()._index, Position(2), hide_length=True)
    moment = hidden.moment(Position(2))
    assert (moment.beats, moment.scenes, hidden.known.total) == (None, None, None)


def test_a_long_scene_is_handed_out_in_runs() -> None:
    long = reading(tables(scene("one", *(beat(f"Beat {n}.") for n in range(1, 101)))))
    moment = long.reaching(Position(70)).moment(Position(70))
    assert len(moment.text) == 6
    assert moment.before is not None
    assert moment.before.number == 64


@given(drawn_tables(), st.data())
def test_a_place_answers_the_same_wherever_the_frontier_is(story: Tables, data: st.DataObject) -> None:
    whole = reading(story)
    place = Position(data.draw(st.integers(1, whole.end - 1)))
    here, everything = whole.reaching(place), whole.reaching(whole.end)
    assert here.moment(place) == everything.moment(place)
    assert here.spot(place) == everything.spot(place)


@given(drawn_tables(), st.data())
def test_what_is_shown_depends_only_on_what_was_read(story: Tables, data: st.DataObject) -> None:
    frontier = data.draw(st.integers(1, sum(len(one["beat"]) for one in story["scene"])))
    other = data.draw(drawn_tables())
    changed = _with_other_future(story, other, frontier)
    assert _told(reading(story), frontier) == _told(reading(changed), frontier)


def _with_other_future(story: Tables, other: Tables, frontier: int) -> Tables:
    """The story with every beat after the frontier another one; titles and names of what follows too."""
    beats = [one for part in other["scene"] for one in part["beat"]]
    met = _met(story, frontier)
    scenes, position = [], 0
    for number, old in enumerate(story["scene"]):
        begun = position < frontier
        new: Tables = (
            dict(old) if begun else {"id": f"x{number}", "title": f"Other {number}", "part": f"Other {number}"}
        )
        finished = position + len(old["beat"]) < frontier
        if not finished:
            new["summary"] = "Another summary."
        new["beat"] = []
        for one in old["beat"]:
            position += 1
            later = beats[position % len(beats)]
            new["beat"].append(one if position <= frontier else _known_scale(later, story))
        scenes.append(new)
    people = [
        person if person["id"] in met else {"id": person["id"], "name": f"Someone {person['id']}"}
        for person in story["character"]
    ]
    some = [{"id": person, "name": person} for person in PEOPLE[len(people) :]]
    return {**story, "character": [*people, *some], "scene": scenes}


def _known_scale(later: Tables, story: Tables) -> Tables:
    scales = [one["id"] for one in story["scale"]]
    shifts = [{**shift, "scale": scales[0]} for shift in later.get("shift", [])]
    return {**later, "shift": shifts} if shifts else later


def _met(story: Tables, frontier: int) -> set[str]:
    return {person.id for person in reading(story).reaching(Position(frontier)).people()}


def _told(story: Reading, frontier: int) -> list[Any]:
    """Everything a reading gives out at a frontier, whole."""
    read = story.reaching(Position(frontier))
    told: list[Any] = [asdict(read.known), read.people(), read.title_page()]
    for place in range(1, frontier + 1):
        at = Position(place)
        told += [asdict(read.moment(at)), read.spot(at), read.quote(at), read.anchor(at)]
    for person in read.people():
        told.append(read.thread(Filter((person.id,))))
    return told
