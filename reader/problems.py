"""Problems: what is wrong with a file, where, and how to mend it. `str` makes the block that people read."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from reader.text import clean, clean_line

SHOWN_PROBLEMS = 20
"""How many problems of a file are printed; the others are only counted."""
SNIPPET_WIDTH = 100
"""The most characters of a snippet that are printed, around its column."""
LONGEST_SENTENCE = 400
"""The most characters of a message: it may quote a key, and a key may be a million letters long."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong with a file, where it is, and how to mend it.

    Attributes:
        message: What is wrong, a sentence without its full stop.
        mend: What to do about it; empty if the message makes that plain.
        file: The file, as the user named it.
        line: The line, counted from 1; None if it is not known.
        column: The column in characters, counted from 1; None if it is not known.
        where: The place in the words of the file: `scene "the-beach", beat 4, shift 1`, `keys.next`.
        snippet: The line of the file to which `line` and `column` point.
    """

    message: str
    mend: str = ""
    file: str = ""
    line: int | None = None
    column: int | None = None
    where: str = ""
    snippet: str = ""

    def __str__(self) -> str:
        place = ":".join(clean_line(str(part)) for part in (self.file, self.line, self.column) if part)
        head = ": ".join(part for part in (place, _sentence(self.where), _sentence(self.message)) if part)
        lines = [head]
        if self.snippet and self.line and self.column:
            lines += _with_caret(self.snippet, self.line, self.column)
        if self.mend:
            lines.append(f"    {_sentence(self.mend)}")
        return "\n".join(lines)


@dataclass(frozen=True, slots=True)
class Problems:
    """Everything that is wrong with a file: one problem or more."""

    rows: tuple[Problem, ...]

    def __str__(self) -> str:
        shown = [str(problem) for problem in self.rows[:SHOWN_PROBLEMS]]
        if (more := len(self.rows) - SHOWN_PROBLEMS) > 0:
            shown.append(f"… and {more:,} more.")
        return "\n".join(shown)

    @classmethod
    def one(cls, message: str, mend: str = "", file: str = "") -> "Problems":
        """A single problem with a whole file."""
        return cls((Problem(message, mend, file),))

    @classmethod
    def of(cls, rows: Iterable[Problem], file: str) -> "Problems":
        """The problems of one file; `file` is filled in for each of them."""
        return cls(tuple(replace(row, file=file) for row in rows))


def _sentence(text: str) -> str:
    line = clean_line(text)
    return line if len(line) <= LONGEST_SENTENCE else line[: LONGEST_SENTENCE - 1] + "…"


def _with_caret(snippet: str, line: int, column: int) -> list[str]:
    from wcwidth import wcswidth  # noqa: PLC0415 - importing its tables takes time, which a start without problems saves

    start = max(0, column - 1 - SNIPPET_WIDTH // 2)
    before = clean(snippet[start : column - 1]).replace("\n", " ").lstrip(" ")
    after = clean(snippet[column - 1 : start + SNIPPET_WIDTH]).replace("\n", " ").rstrip(" ")
    gutter = f"{line:>6} | "
    return [gutter + before + after, " " * (len(gutter) + max(0, wcswidth(before))) + "^"]
