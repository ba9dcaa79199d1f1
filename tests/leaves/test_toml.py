"""TOML bytes into tables, or one readable block that says why not."""

import codecs
import time
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.problems import Problem
from reader.toml import TomlError, decode, parse


def refused(text: str, first_line: int = 1) -> Problem:
    with pytest.raises(TomlError) as caught:
        parse(text, first_line)
    return caught.value.problem


def undecoded(data: bytes) -> Problem:
    with pytest.raises(TomlError) as caught:
        decode(data)
    return caught.value.problem


def test_utf_8_is_read_with_a_byte_order_mark_and_without() -> None:
    assert decode("title = 'é'".encode()) == decode(codecs.BOM_UTF8 + "title = 'é'".encode()) == "title = 'é'"


def test_crlf_is_read() -> None:
    assert parse(decode(b"a = 1\r\n[b]\r\nc = '''\r\nd\r\ne'''\r\n")) == {"a": 1, "b": {"c": "d\ne"}}


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_utf_16_is_named(encoding: str) -> None:
    mark = {"utf-16-le": codecs.BOM_UTF16_LE, "utf-16-be": codecs.BOM_UTF16_BE}.get(encoding, b"")
    problem = undecoded(mark + "format = 1".encode(encoding))
    assert str(problem) == "this file is UTF-16, not UTF-8 (byte 1)\n    Save it again as UTF-8."


def test_bytes_that_are_not_utf_8_are_located_with_their_offset() -> None:
    problem = undecoded("# é\nname = 'Stéphanie'".encode() + b"\n# caf\xe9\n")
    assert (problem.line, problem.column) == (3, 6)
    assert problem.message == "byte 31 (0xE9) is not UTF-8"


def test_a_byte_order_mark_counts_as_bytes_of_the_file_but_not_as_a_column() -> None:
    problem = undecoded(codecs.BOM_UTF8 + b"caf\xe9")
    assert (problem.message, problem.line, problem.column) == ("byte 7 (0xE9) is not UTF-8", 1, 4)


@given(st.binary())
def test_any_bytes_are_text_or_a_problem(data: bytes) -> None:
    with suppress(TomlError):
        assert decode(data).encode() == data.removeprefix(codecs.BOM_UTF8)


def test_a_syntax_error_is_shown_with_its_line_and_a_caret() -> None:
    assert str(refused('a = 1\nb = "x" y\n')) == (
        '2:9: not TOML: expected newline or end of document after a statement\n     2 | b = "x" y\n                 ^'
    )


def test_a_piece_counts_its_lines_from_where_it_begins() -> None:
    problem = refused("a = 1\nb = ?\n", first_line=41)
    assert (problem.line, problem.column, problem.snippet) == (42, 5, "b = ?")
    assert str(problem).splitlines()[1].startswith("    42 | ")


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("a = 1\na = 2", 2, "not TOML: cannot overwrite a value"),
        ("[a]\n[b.c]\n[b.c]", 3, "not TOML: cannot declare [b.c] twice"),
        ("[a]\nb = {c = 1}\nb.d = 2", 3, "not TOML: cannot mutate immutable namespace [a.b]"),
        ("[[a]]\n[a]", 2, "not TOML: cannot declare [a] twice"),
    ],
)
def test_a_key_or_table_that_stands_twice_is_located(text: str, line: int, message: str) -> None:
    problem = refused(text)
    assert (problem.line, problem.message) == (line, message)
    assert (
        problem.mend == "It is already written above. If there are several such tables, write [[…]] for each of them."
    )


def test_a_name_in_place_of_an_id_is_mended() -> None:
    assert refused('learn.stéphanie = "x"').mend == (
        "A key here has only letters a to z, digits, _ and -. For a person, write the id, not the name."
    )


def test_typographic_quotes_are_mended() -> None:
    assert refused("title = “Rust and Bone”").mend == 'Write texts in straight quotes: "…".'


HOSTILE = {
    "20,000-part key": ".".join("a" * 20_000) + " = 1",
    "20,000-part table": "[" + ".".join("a" * 20_000) + "]",
    "100,000 nested arrays": "a = " + "[" * 100_000,
    "100,000 nested and closed arrays": "a = " + "[" * 100_000 + "]" * 100_000,
    "100,000 nested tables": "a = " + "{a = " * 100_000,
    "5,000-digit integer": "a = " + "9" * 5_000,
    "5,000-digit integer with underlines": "a = " + "9_" * 5_000 + "9",
    "1 MB hex integer": "a = [0x" + "f" * 1_000_000 + "]",
    "1 MB binary integer": "a = {b = 0b" + "1" * 1_000_000 + "}",
    "1 MB octal integer": "a = 0o" + "7" * 1_000_000,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_input_is_refused_in_one_readable_block_at_once(text: str) -> None:
    began = time.perf_counter()
    problem = refused("first = 1\n" + text)
    assert time.perf_counter() - began < 5  # seconds; without its guards the parser takes minutes for some
    assert len(str(problem)) < 1_000


def test_a_number_with_too_many_digits_is_located() -> None:
    for number in ("9" * 5_000, "0x" + "f" * 17):
        assert str(refused(f"a = 1\n\nb = {number}\n", 10)) == "12: not TOML: this whole number has too many digits"


def test_long_digits_inside_a_text_are_a_text() -> None:
    assert parse(f'a = "0x{"f" * 5_000}"\nb = "{"9" * 5_000}"')["a"].startswith("0xff")


def test_the_largest_number_of_toml_is_read() -> None:
    assert parse("a = 0x7fffffffffffffff\nb = 0b" + "1" * 63) == {"a": 2**63 - 1, "b": 2**63 - 1}
