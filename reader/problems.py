"""Problems: what is wrong with a file, where, and how to mend it; and how that is printed for people."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from reader.text import clean, clean_line

SHOWN_PROBLEMS = 20
SNIPPET_WIDTH = 100
LONGEST_SENTENCE = 400
"""A message may quote a key of the file, and a key may be a million letters long."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong with a file, where it is, and how to mend it.

    Attributes:
        message: What is wrong, a sentence without its full stop.
        mend: What to do about it; empty if the message makes that plain.
        file: The file as the user named it.
        line: Counted from 1, if known.
        column: In characters, counted from 1, if known.
        where: The place in the file's own words: `scene "the-beach", beat 4, shift 1`, `keys.next`.
        snippet: The line of the file into which the column points.
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
    """Everything that is wrong with a file; never empty."""

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
        """Problems of one file, which each row then names."""
        return cls(tuple(replace(row, file=file) for row in rows))


def _sentence(text: str) -> str:
    line = clean_line(text)
    return line if len(line) <= LONGEST_SENTENCE else line[: LONGEST_SENTENCE - 1] + "…"


def _with_caret(snippet: str, line: int, column: int) -> list[str]:
    from wcwidth import wcswidth  # noqa: PLC0415 - its tables take a while to import, and a start has no problem to tell

    start = max(0, column - 1 - SNIPPET_WIDTH // 2)
    before = clean(snippet[start : column - 1]).replace("\n", " ").lstrip(" ")
    after = clean(snippet[column - 1 : start + SNIPPET_WIDTH]).replace("\n", " ").rstrip(" ")
    gutter = f"{line:>6} | "
    return [gutter + before + after, " " * (len(gutter) + max(0, wcswidth(before))) + "^"]
