"""The JSON Schema that editors read: it is the one the models make, and it takes what the program takes."""

import json
from pathlib import Path
from typing import Any

import pytest
import tomli
from hypothesis import given, settings
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]

import reader
from reader.story.schema import json_schema
from tests.stories import SHIPPED, drawn_tables
from tests.story.authoring import EXAMPLE, story_with

KEPT = Path(reader.__file__).parent / "story" / "story.schema.json"


def wrong(story: dict[str, Any]) -> list[str]:
    """What the schema finds wrong with a story's tables."""
    return [error.message for error in Draft202012Validator(json_schema()).iter_errors(story)]


def test_the_schema_that_is_kept_is_current() -> None:
    written = json.dumps(json_schema(), indent=2, ensure_ascii=False) + "\n"
    assert KEPT.read_text(encoding="utf-8") == written, "run: python -m reader schema > reader/story/story.schema.json"


def test_the_schema_is_a_schema() -> None:
    Draft202012Validator.check_schema(json_schema())


def test_the_example_of_the_design_is_valid() -> None:
    assert wrong(tomli.loads(EXAMPLE)) == []


def test_the_story_the_reader_ships_with_is_valid() -> None:
    assert wrong(tomli.loads(SHIPPED.read_text(encoding="utf-8"))) == []


@settings(max_examples=25)  # the validator is slow
@given(drawn_tables())
def test_every_drawn_story_is_valid(story: dict[str, Any]) -> None:
    assert wrong(story) == []


@pytest.mark.parametrize(
    "lines",
    [
        "colour = 1",
        "learn.ali = 5",
        "learn.'stéphanie' = 'x'",
        "reveal.'the king' = { name = 'x' }",
        "enter = 5",
        "shift = { from = 'ali', to = 'bea', set = 1.5, because = 'x' }",
        "shift = { from = 'ali', to = 'bea', set = 1 }",
        "shift = { from = 'ali', to = 'bea', set = 2000000, because = 'x' }",
        "bond = { between = ['ali'], is = 'x' }",
        "bond = { between = ['ali', 'bea', 'ali'], is = 'x' }",
        "speaker = 'no id'",
    ],
)
def test_an_editor_sees_what_the_program_refuses(lines: str) -> None:
    assert wrong(tomli.loads(story_with(lines)))


@pytest.mark.parametrize("written", ["0", "2", '"1"', "true"])
def test_an_editor_sees_another_format(written: str) -> None:
    assert wrong(tomli.loads(story_with().replace("format = 1", f"format = {written}")))


def test_the_keys_have_the_words_of_the_author() -> None:
    schema = json.dumps(json_schema())
    for key in ("from", "to", "set", "by", "is", "scene", "beat", "scale", "character"):
        assert f'"{key}": {{' in schema
    assert "to_value" not in schema
