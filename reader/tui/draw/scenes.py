"""The scene list: parts, the scenes that were begun, bookmarks, and where the reader is."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from textual.geometry import Size

from reader.companion.values import SceneRow
from reader.tui.draw.phrases import STAR
from reader.tui.lines import BLANK, Go, Line, Span, fit, fit_line, line


@dataclass(frozen=True, slots=True)
class SceneList:
    """What the scene list shows.

    Attributes:
        rows: The scenes, all that were begun or those of the thread.
        here: The number of the scene the reader is in; 0 for none.
        marked: Numbers of scenes with a bookmark.
        cursor: The row the cursor is on, where the list has it.
    """

    rows: Sequence[SceneRow]
    here: int
    marked: frozenset[int]
    cursor: int | None = None


def scene_lines(scenes: SceneList, size: Size) -> list[Line]:
    """The part of the list around the cursor, or around the reader, that fits; nothing else is built."""
    width, height = size
    if not scenes.rows:
        return [BLANK, line(Span("  Nothing read yet.", "quiet"))][:height]
    height -= 1
    focus = scenes.cursor if scenes.cursor is not None else _row_of(scenes)
    # A part's title takes two rows more, so a window of `height` scenes is always enough.
    first = max(0, focus - height)
    lines: list[Line] = []
    parts: list[str | None] = []
    focus_line = 0
    for number, row in enumerate(scenes.rows[first : focus + height + 1], start=first):
        earlier = scenes.rows[number - 1] if number else None
        if row.part and (number == first or earlier is None or earlier.part != row.part):
            lines += [BLANK, _part_line(row.part, width)] if lines else [_part_line(row.part, width)]
        if number == focus:
            focus_line = len(lines)
        lines.append(_scene_line(row, scenes, width, lit=number == scenes.cursor))
        parts += [row.part] * (len(lines) - len(parts))
    top = min(max(0, focus_line - height // 2), max(0, len(lines) - height))
    shown = lines[top : top + height]
    rows_follow = 0 < top < focus_line and lines[top].target and lines[top + 1].target
    if rows_follow and (part := parts[top]):
        shown[0] = _part_line(part, width)  # what is scrolled past has a part all the same
    return [BLANK, *shown]


def _part_line(part: str, width: int) -> Line:
    return line(Span(f" {fit(part.upper(), width - 2)}", "quiet", bold=True))


def _row_of(scenes: SceneList) -> int:
    return max(0, bisect_right(scenes.rows, scenes.here, key=lambda row: row.number) - 1)


def _scene_line(row: SceneRow, scenes: SceneList, width: int, *, lit: bool) -> Line:
    here = row.number == scenes.here
    pointer = Span("▸" if here else " ", "accent")
    star = Span(STAR if row.number in scenes.marked else " ", "accent")
    number = Span(f"{row.number:>3} ", "accent" if here else "quiet")
    title = Span(row.title, "strong" if here else "text", bold=here)
    return fit_line(line(pointer, star, number, title, target=Go(row.start), lit=lit), width - 1)
