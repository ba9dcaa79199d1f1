"""The block that is said if the program fails."""

from pathlib import Path

import pytest

import reader.toml
from reader.cli.failure import failure_block


def block(message: str, unsaved: str = "") -> list[str]:
    """The lines for an error with this message."""
    try:
        reader.toml.parse(message and None)  # type: ignore[arg-type]
    except (AttributeError, TypeError) as error:
        error.args = (message,)
        return failure_block(error, Path("/state\x1b[2J"), unsaved).splitlines()
    raise AssertionError("it did not fail")


def test_it_names_our_own_innermost_places_and_where_things_are_kept() -> None:
    first, place, kept, report = block("broken")
    assert first.startswith("reader: the program failed, and had to end: ")
    assert first.endswith(": broken")
    assert place.startswith("  in reader/toml.py, line ")
    assert kept == "Everything you kept is safe in /state␛[2J"
    assert "report these lines" in report


def test_what_is_not_saved_is_said() -> None:
    assert block("broken", "No space left")[-2].startswith("Not saved: No space left. What was kept before is safe in")


@pytest.mark.parametrize("message", ["x" * 100_000, "line\n" * 1000, "\x1b]52;c;b3duZWQ=\x07", "\x9b2J"])
def test_a_message_of_any_kind_is_one_safe_line(message: str) -> None:
    first = block(message)[0]
    assert len(first) < 300
    assert first.isprintable()
