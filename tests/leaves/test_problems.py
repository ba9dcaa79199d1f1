"""A problem is printed as one readable block: where it is, the line with a caret, and how to mend it."""

import pytest

from reader.problems import SHOWN_PROBLEMS, Problem, Problems


@pytest.mark.parametrize(
    ("before", "cells"),
    [
        ("a = ", 4),
        ("name = '日本' ", 14),
        ("x = '\x1b[2J\x00' ", 12),
        ("x = 'e\u0301' ", 8),
        ("\tx = ", 4),
        ("    x = 'a  b' ", 11),
        ("x = '\u202e' ", 8),
        ("x = '👍' ", 9),
        ("x = '\u2400' ", 8),
    ],
)
def test_the_caret_stands_under_the_column(before: str, cells: int) -> None:
    block = str(Problem("wrong", file="s.toml", line=7, column=len(before) + 1, snippet=before + "HERE rest"))
    _, shown, caret = block.splitlines()
    assert shown.startswith("     7 | ")
    assert caret == " " * (len("     7 | ") + cells) + "^"
    assert shown.endswith("HERE rest")


def test_a_long_line_is_shown_around_its_column() -> None:
    block = str(Problem("wrong", line=1, column=5_001, snippet="a" * 5_000 + "HERE" + "b" * 5_000))
    _, shown, caret = block.splitlines()
    assert len(shown) < 120
    assert shown[caret.index("^") :].startswith("HERE")


def test_a_problem_is_one_readable_block() -> None:
    problem = Problem("no scale", "Add one.", "my story.toml", 12, 3, 'scene "one", beat 2', "x = 1")
    assert str(problem) == (
        'my story.toml:12:3: scene "one", beat 2: no scale\n'
        "    12 | x = 1\n"
        "           ^\n"
        "    Add one."
    )  # fmt: skip


def test_nothing_in_a_problem_is_raw() -> None:
    evil = "\x1b]0;x\x07\x00\x9b\x7f\u202e\nnew line"
    block = str(Problem(evil, evil, evil, 1, 4, evil, evil))
    assert not any(c in block for c in "\x1b\x07\x00\x9b\x7f\u202e")
    assert len(block.splitlines()) == 4


def test_a_message_that_quotes_a_huge_key_stays_readable() -> None:
    assert (
        len(str(Problem("unknown key '" + "k" * 1_000_000, "k" * 1_000_000, "s.toml", where="k" * 1_000_000))) < 2_000
    )


def test_twenty_problems_are_shown_and_how_many_more() -> None:
    rows = [Problem(f"wrong {n}", line=n) for n in range(1, 20_001)]
    lines = str(Problems.of(rows, "s.toml")).splitlines()
    assert lines[0] == "s.toml:1: wrong 1"
    assert lines[SHOWN_PROBLEMS - 1] == "s.toml:20: wrong 20"
    assert lines[SHOWN_PROBLEMS:] == ["… and 19,980 more."]


def test_twenty_problems_are_all() -> None:
    assert len(str(Problems.of([Problem("wrong")] * 20, "s.toml")).splitlines()) == 20
