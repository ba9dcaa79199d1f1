"""Reads TOML: bytes become text, and text becomes tables; if that fails, a problem says why and where."""

import codecs
import re
from collections.abc import Callable
from typing import Any

import tomli

from reader.problems import Problem

Progress = Callable[[float], None]
"""Called from time to time with how much of a file is done, from 0 to 1. It may raise to stop the reading."""

_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
# Digits that may be a number of more than 64 bits, which TOML does not have.
_MANY_DIGITS = re.compile(r"0[xob]\w{17}|[0-9](?:_?[0-9]){4299}")
_AT_LINE = re.compile(r"at line (\d+), column (\d+)")
_KEY_OF_PARSER = re.compile(r"\((?:'([^']*)'(?:, )?)+,?\)")


class TomlError(ValueError):
    """Bytes or a text are not TOML; `problem` says why and where, without the name of the file."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(str(problem))
        self.problem = problem


def decode(data: bytes) -> str:
    """The text of a TOML file, without a byte order mark.

    Raises:
        TomlError: The bytes are not UTF-8; the problem names the offset of the first bad byte.
    """
    if data.startswith(_UTF16):
        raise TomlError(Problem("this file is UTF-16, not UTF-8 (byte 1)", "Save it again as UTF-8."))
    try:
        return data.decode("utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        before = data[: error.start]
        line_start = before.rfind(b"\n") + 1
        on_line = before[line_start:].decode("utf-8", "replace").removeprefix("\ufeff")
        raise TomlError(
            Problem(
                f"byte {error.start + 1:,} (0x{data[error.start]:02X}) is not UTF-8",
                "Save the file as UTF-8.",
                line=before.count(b"\n") + 1,
                column=len(on_line) + 1,
            )
        ) from None


def parse(text: str, first_line: int = 1) -> dict[str, Any]:
    """Parse TOML text into plain tables.

    Args:
        text: A whole file or a piece of one.
        first_line: The number of the line of the file at which `text` begins, for locating an error.

    Raises:
        TomlError: The text is not TOML, is nested too deeply, or has a whole number with too many digits.
    """
    try:
        tables = tomli.loads(text)
    except tomli.TOMLDecodeError as error:
        lines = text.split("\n")
        row = min(error.lineno, len(lines))
        snippet = lines[row - 1].rstrip("\r")
        message = _KEY_OF_PARSER.sub(_as_written, error.msg[:1].lower() + error.msg[1:])
        raise TomlError(
            Problem(
                f"not TOML: {message}",
                _mend_syntax(message, snippet, error.colno),
                line=first_line + row - 1,
                column=error.colno,
                snippet=snippet,
            )
        ) from None
    except RecursionError:
        raise TomlError(Problem("not TOML that can be read: arrays or tables are nested too deeply")) from None
    except ValueError:  # no other error is possible: Python converts no number of more than 4,300 digits
        raise TomlError(_too_big(text, first_line)) from None
    if _MANY_DIGITS.search(text) and _has_huge_number(tables):
        raise TomlError(_too_big(text, first_line))
    return tables


def beyond_1_0(text: str) -> Problem | None:
    """The first thing in a text that TOML 1.1 allows and TOML 1.0 does not; None if there is none.

    The parser of the standard library is asked, which reads TOML 1.0. From Python 3.15 on it reads 1.1 as well, so
    nothing is found.
    """
    import tomllib  # noqa: PLC0415 - only `reader check` needs it

    try:
        tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        place = _AT_LINE.search(str(error))
        line, column = (int(place[1]), int(place[2])) if place else (None, None)
        return Problem("only TOML 1.1 allows this", "Other programs may not read it.", line=line, column=column)
    return None


def _has_huge_number(tables: Any) -> bool:
    left = [tables]
    while left:
        value = left.pop()
        if isinstance(value, int) and value.bit_length() > 63:
            return True
        left += value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return False


def _too_big(text: str, first_line: int) -> Problem:
    found = _MANY_DIGITS.search(text)
    line = None if found is None else first_line + text.count("\n", 0, found.start())
    return Problem("not TOML: this whole number has too many digits", line=line)


def _as_written(key: re.Match[str]) -> str:
    return "[" + ".".join(re.findall(r"'([^']*)'", key[0])) + "]"


def _mend_syntax(message: str, line: str, column: int) -> str:
    key = line.partition("=")[0].strip()
    if "=" in line and not key.isascii() and not key.startswith(("#", '"', "'")):
        return "A key here has only letters a to z, digits, _ and -. For a person, write the id, not the name."
    if line[column - 1 : column] in tuple("“”„«‘’"):
        return 'Write texts in straight quotes: "…".'
    if message.startswith("cannot"):
        return "It is already written above. If there are several such tables, write [[…]] for each of them."
    return ""
