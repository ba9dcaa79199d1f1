"""What an author may want to look at again: warned of at its place, silenced where it is meant, never a crash."""

import sys
from pathlib import Path

import pytest

from reader.companion.reading import Reading
from reader.position import Position
from reader.story.load import Checked, check_story
from tests.stories import Tables, beat, scene, tables, written
from tests.story.authoring import story_with


def _warned(folder: Path, story: Tables) -> list[str]:
    checked = check_story(written(folder, story, "w.toml"))
    assert isinstance(checked, Checked), str(checked)
    return str(checked.warnings).replace(f"{folder}/", "").splitlines() if checked.warnings else []


def _met(*beats: Tables) -> Tables:
    """A story whose three people are all met in its first scene."""
    return tables(scene("first", beat(), present=["ali", "bea", "cy"]), scene("second", *beats))


def _bond(words: str) -> Tables:
    return {"between": ["ali", "bea"], "is": words}


SLIPS: dict[str, tuple[Tables, str]] = {
    "two people revealed under one name": (
        _met(beat(reveal={"ali": {"name": "Max"}}), beat(reveal={"cy": {"aliases": ["Max"]}})),
        """scene "second", beat 2, 'reveal.cy': warning: ali is called "Max" too (same-name)""",
    ),
    "a name like another's": (
        {**_met(beat()), "character": [{"id": i, "name": n} for i, n in zip(("ali", "bea", "cy"), "XYX", strict=True)]},
        'character 3: warning: ali is called "X" too (same-name)',
    ),
    "a character who never appears": (
        tables(scene("first", beat(), present=["ali", "bea"])),
        "character 3: warning: cy never appears in a scene (never-appears)",
    ),
    "a fact about someone not yet met": (
        tables(scene("first", beat(learn={"cy": "Far away."}), beat(enter="cy"), present=["ali", "bea"])),
        """scene "first", beat 1, 'learn.cy': warning: cy has not appeared yet; """
        "here the reader hears of them for the first time (not-met)",
    ),
    "a bond ended that never was": (
        _met(beat(bond=_bond(""))),
        'scene "second", beat 1, bond 1: warning: there is no bond between ali and bea to end (no-bond)',
    ),
    "a bond ended twice": (
        _met(beat(bond=_bond("friends")), beat(bond=_bond("")), beat(bond=_bond(""))),
        'scene "second", beat 3, bond 1: warning: there is no bond between ali and bea to end (no-bond)',
    ),
}


@pytest.mark.parametrize("slip", SLIPS)
def test_a_slip_is_warned_of_at_its_place(slip: str, tmp_path: Path) -> None:
    story, said = SLIPS[slip]
    rows = _warned(tmp_path, story)
    assert len(rows) == 1
    assert rows[0].endswith(said)


@pytest.mark.parametrize("slip", SLIPS)
def test_a_story_with_a_slip_is_read_all_the_same(slip: str, tmp_path: Path) -> None:
    checked = check_story(written(tmp_path, SLIPS[slip][0]))
    assert isinstance(checked, Checked)
    read = Reading.of(checked.story)
    read = read.reaching(read.end)
    for place in range(1, read.end):
        read.moment(Position(place))
        for row in read.cast(Position(place)):
            read.card(row.person.id, Position(place))


def test_a_line_is_named_where_it_is_known(tmp_path: Path) -> None:
    story = SLIPS["a bond ended that never was"][0]
    text = written(tmp_path, story, "w.toml").read_text().splitlines()
    line = [number for number, row in enumerate(text, start=1) if row == "[[scene]]"][1]
    assert _warned(tmp_path, story)[0].startswith(f"w.toml:{line}: ")


def test_a_code_is_silenced_on_the_story_the_character_the_scene_or_the_beat(tmp_path: Path) -> None:
    reason = {"no-bond": "They part before they meet."}
    quiet_beat = _met(beat(bond=_bond(""), allow=reason))
    quiet_scene = _met(beat(bond=_bond("")))
    quiet_scene["scene"][1]["allow"] = reason
    quiet_story = tables(scene("first", beat(bond=_bond("")), present=["ali", "bea", "cy"]), allow=reason)
    quiet_character = SLIPS["a character who never appears"][0]
    people = [{**one, "allow": {"never-appears": "A voice."}} for one in quiet_character["character"]]
    for story in (quiet_beat, quiet_scene, quiet_story, {**quiet_character, "character": people}):
        assert _warned(tmp_path, story) == []


def test_a_code_that_does_not_exist_is_told(tmp_path: Path) -> None:
    rows = _warned(tmp_path, _met(beat(allow={"no-bonds": "Because."})))
    assert rows[0].endswith("""scene "second", beat 1, 'allow': warning: no warning is called "no-bonds\"""")
    assert rows[1] == '    Did you mean "no-bond"?'


def test_an_empty_scene_is_a_problem(tmp_path: Path) -> None:
    problems = check_story(written(tmp_path, tables(scene("first"))))
    assert 'scene "first": there is no beat' in str(problems)


BEYOND_1_0 = {
    "a table in braces over two lines": ("learn.ali = {\n work = 'x' }", 22),
    "a comma after the last item": ("learn.ali = { work = 'x', }", 22),
    "an escape of its own": ('cue = "\\e"', 22),
}


@pytest.mark.skipif(sys.version_info >= (3, 15), reason="its own parser reads TOML 1.1")
@pytest.mark.parametrize("what", BEYOND_1_0)
def test_what_only_toml_1_1_allows_loads_and_is_warned_of_at_its_line(what: str, tmp_path: Path) -> None:
    line, number = BEYOND_1_0[what]
    path = written(tmp_path, story_with(line))
    checked = check_story(path)
    assert isinstance(checked, Checked)
    assert checked.warnings
    assert str(checked.warnings).splitlines()[0].startswith(f"{path}:{number}:")
    assert "warning: only TOML 1.1 allows this (toml-1.1)" in str(checked.warnings)


def test_what_toml_1_1_allows_is_silenced_for_the_whole_story(tmp_path: Path) -> None:
    text = story_with("learn.ali = { work = 'x', }").replace("[story]", "[story]\nallow = { 'toml-1.1' = 'meant' }")
    checked = check_story(written(tmp_path, text))
    assert isinstance(checked, Checked)
    assert checked.warnings is None or "toml-1.1" not in str(checked.warnings)
