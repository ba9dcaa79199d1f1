"""The shipped story holds every fact of its canon, in order, and every value of its table of relationships."""

import itertools
import re
from functools import cache

import pytest

from reader.companion.reading import Reading
from reader.position import Position
from reader.problems import Problems
from reader.story.load import load_story
from reader.story.model import Story
from reader.text import StoryText
from tests.stories import SHIPPED, shipped

FACTS = 29
PARTS = {"The coast": 6, "The sea": 6, "The line": 5, "Out": 5, "Winter": 4, "Hands": 2}

VALUES = {
    ("stephanie", "ali"): "F3 2, F6 3, F7 5, F8 6, F11 7, F12 4, F14 2, F15 8, F16 9, F20 -2, F26 7, F28 10",
    ("ali", "stephanie"): "F3 1, F7 3, F11 4, F12 2, F15 6, F20 0, F26 8, F28 9, F29 10",
    ("ali", "sam"): "F1 4, F20 2, F21 1, F22 4, F23 8, F24 9, F29 10",
    ("sam", "ali"): "F1 6, F21 3, F22 6, F25 7, F29 8",
    ("ali", "anna"): "F1 3, F18 0, F19 -3, F22 1",
    ("anna", "ali"): "F1 3, F17 2, F18 -5, F19 -6, F22 -2",
    ("ali", "annas-partner"): "F19 -6, F22 -2",
    ("annas-partner", "ali"): "F19 -8, F22 -4",
    ("stephanie", "sam"): "F10 1, F29 5",
    ("sam", "stephanie"): "F29 4",
    ("anna", "sam"): "F1 3, F21 6",
    ("sam", "anna"): "F1 2, F21 4",
    ("anna", "annas-partner"): "F19 4, F22 6",
    ("annas-partner", "anna"): "F19 6, F22 7",
}

MET = {
    "ali": 1,
    "sam": 1,
    "anna": 1,
    "stephanie": 3,
    "man-from-work": 5,
    "manager": 10,
    "friends": 12,
    "girl": 12,
    "man-at-bar": 13,
    "annas-partner": 19,
}


@cache
def _story() -> Story:
    story = load_story(SHIPPED)
    assert not isinstance(story, Problems), str(story)
    return story


@cache
def _unread() -> Reading:
    return shipped()


@cache
def _read() -> Reading:
    return _unread().reaching(_unread().end)


@cache
def _fact_starts() -> dict[int, Position]:
    """Where each fact begins, from the comments under the beats' headers."""
    starts: dict[int, Position] = {}
    position = 0
    lines = SHIPPED.read_text(encoding="utf-8").splitlines()
    for line, after in itertools.pairwise(lines):
        if line.strip() == "[[scene.beat]]":
            position += 1
            if match := re.fullmatch(r"# F(\d+)", after.strip()):
                assert int(match[1]) not in starts, f"F{match[1]} is marked twice"
                starts[int(match[1])] = Position(position)
    return starts


def _last_beat(fact: int) -> Position:
    following = _fact_starts().get(fact + 1, _read().end)
    return Position(following - 1)


def _fact_at(position: Position) -> int:
    return max(fact for fact, start in _fact_starts().items() if start <= position)


def _value(source: str, target: str, place: Position) -> int | None:
    moment = _read().moment(place, pinned=((min(source, target), max(source, target)),))
    found = [m for m in moment.meters.shown if (m.source.id, m.target.id) == (source, target)]
    return found[0].value if found else None


def test_every_fact_has_its_place_in_order() -> None:
    starts = _fact_starts()
    assert list(starts) == list(range(1, FACTS + 1))
    assert list(starts.values()) == sorted(starts.values())


def test_the_parts_and_their_scenes() -> None:
    rows = _read().known.scenes
    counts = {part: sum(row.part == part for row in rows) for part in dict.fromkeys(row.part for row in rows)}
    assert counts == PARTS
    assert [part for part, _ in itertools.groupby(row.part for row in rows)] == list(PARTS)


def test_its_length_is_that_of_a_long_evening() -> None:
    beats = [beat for scene in _story().scenes for beat in scene.beats]
    words = [len(StoryText.parse(beat.text or "").plain.split()) for beat in beats]
    assert 115 <= len(beats) <= 135
    assert 6_000 <= sum(words) <= 9_000
    assert all(25 <= count <= 95 for count in words)


@pytest.mark.parametrize(("number", "least"), [(8, 6), (13, 6), (24, 8), (25, 6), (27, 2)])
def test_the_long_scenes_have_the_room_they_want(number: int, least: int) -> None:
    assert len(_story().scenes[number - 1].beats) >= least


def test_everyone_is_met_where_the_canon_has_them() -> None:
    met = {person: _fact_at(_first_seen(person)) for person in MET}
    assert met == MET
    assert {character.id for character in _story().characters} == set(MET)


def _first_seen(person: str) -> Position:
    low, high = 1, int(_read().end)
    while low < high:
        middle = (low + high) // 2
        known = _unread().reaching(Position(middle)).people()
        low, high = (low, middle) if person in {one.id for one in known} else (middle + 1, high)
    return Position(low)


@pytest.mark.parametrize("pair", VALUES, ids=lambda pair: f"{pair[0]} toward {pair[1]}")
def test_the_meters_follow_the_table_of_the_canon(pair: tuple[str, str]) -> None:
    written = {int(fact): int(value) for fact, value in re.findall(r"F(\d+) (-?\d+)", VALUES[pair])}
    value: int | None = None
    for fact in range(1, FACTS + 1):
        value = written.get(fact, value)
        assert _value(*pair, _last_beat(fact)) == value, f"after F{fact}"


def test_no_other_direction_moves() -> None:
    moved = {
        (source, target)
        for scene in _story().scenes
        for beat in scene.beats
        for shift in beat.shift
        for source, target, _ in shift.moves()
    }
    assert moved == set(VALUES)


def test_f13_moves_no_meter() -> None:
    beats = range(_fact_starts()[13], _last_beat(13) + 1)
    scenes = _story().scenes
    flat = [beat for scene in scenes for beat in scene.beats]
    assert all(not flat[position - 1].shift for position in beats)


def test_keyed_facts_end_when_they_end() -> None:
    health = {fact: _facts_of("sam", _last_beat(fact)) for fact in (23, 24, 25)}
    assert not any("coma" in sentence for sentence in health[23])
    assert any("coma" in sentence for sentence in health[24])
    assert not any("in a coma" in sentence.lower() for sentence in health[25])


def _facts_of(person: str, place: Position) -> list[str]:
    moment = _read().moment(place)
    return [fact.sentence for card in moment.cards if card.person.id == person for fact in card.facts]


def test_its_credit_and_its_licence_stand_in_its_about() -> None:
    about = _story().story.about or ""
    assert "Jacques Audiard" in about
    assert "2012" in about
    assert "CC BY-SA 4.0" in about


def test_it_says_what_a_reader_may_want_to_be_warned_of() -> None:
    assert len(_story().story.content_notes) >= 4


def test_every_scene_has_a_summary_a_place_and_a_time() -> None:
    for scene in _story().scenes:
        assert scene.summary, scene.id
        assert scene.place, scene.id
        assert scene.when, scene.id


def test_only_the_hands_scene_is_told_by_i() -> None:
    told_by_i = [
        number
        for number, scene in enumerate(_story().scenes, start=1)
        if any(re.search(r"\b(I|my|mine)\b", beat.text or "") for beat in scene.beats)
    ]
    assert told_by_i == [27]
