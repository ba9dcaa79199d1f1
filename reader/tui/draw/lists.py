"""The lists that open in the place of the text: bookmarks, the filter, the keys."""

from collections.abc import Sequence

from textual.geometry import Size

from reader.companion.reading import Reading
from reader.companion.thread import Filter
from reader.companion.values import Person
from reader.tui.commands import Command
from reader.tui.draw.phrases import STAR, badge, count, name
from reader.tui.lines import BLANK, Line, Row, Span, apart, fit_line, indent, line, wrap
from reader.tui.sight import Mark, Marks

MARGIN = 3
KEYS_BESIDE = 90


def bookmark_lines(reading: Reading, marks: Marks, cursor: int, size: Size) -> list[Line]:
    """The bookmarks a reader may see; of those further on, only their number."""
    inner = size.width - 2 * MARGIN
    rows: list[Line] = []
    focus = 0
    for number, mark in enumerate(marks.rows):
        if number == cursor:
            focus = len(rows)
        rows += [*_bookmark(reading, mark, number, inner, lit=number == cursor), BLANK]
    if not rows:
        rows = [
            line(Span("None yet. ", "quiet"), Span("b", "accent"), Span(" keeps the beat you are reading.", "quiet"))
        ]
    if marks.further:
        rows.append(line(Span(f"{marks.further} further on", "quiet")))
    return _listed("Bookmarks", "", rows, focus, size)


def _bookmark(reading: Reading, mark: Mark, number: int, width: int, *, lit: bool) -> list[Line]:
    spot = reading.spot(mark.position) if mark.position and mark.position < reading.end else None
    where = (
        f"{spot.scene}  {spot.title}, beat {spot.beat}" if spot else "the end" if mark.position else "its scene is gone"
    )
    where += " (moved with the text)" if mark.moved else ""
    target = Row(number)
    title = wrap([Span(mark.bookmark.title, "strong", bold=bool(mark.bookmark.label))], width - 2)
    rows = [Line(row.spans, target, lit) for row in indent(title, [Span(f"{STAR} ", "accent")], [Span("  ")])]
    rows.append(line(Span(f"  {where}", "quiet"), target=target, lit=lit))
    if mark.bookmark.note:
        rows += indent(wrap([Span(mark.bookmark.note)], width - 2), [Span("  ")])
    return rows


def filter_lines(people: Sequence[Person], wanted: Filter, scenes: int, cursor: int, size: Size) -> list[Line]:
    """Everyone met, to choose from."""
    rows = []
    for number, person in enumerate(people):
        box = Span("[x] " if person.id in wanted.people else "[ ] ", "accent")
        rows.append(line(box, badge(person), name(person), target=Row(number), lit=number == cursor))
    if not rows:
        rows = [line(Span("Nobody met yet.", "quiet"))]
    how = "all of them together" if wanted.every else "any of them"
    said = f"{how} · {count(scenes, 'scene')}" if wanted else "choose whose scenes to keep"
    return _listed("Filter", said, rows, cursor, size)


def key_lines(commands: Sequence[Command], top: int, size: Size) -> list[Line]:
    """Every key of this screen, by what it is for; in two columns where there is room; scrolled down by `top`."""
    rows = _key_table(commands, size.width)[top:]
    return _listed("Keys", "Esc closes", rows, 0, size)


def key_rows(commands: Sequence[Command], size: Size) -> int:
    """By how many rows, and one, the list of keys can be scrolled."""
    return max(1, len(_key_table(commands, size.width)) - (size.height - 3) + 1)


def _key_table(commands: Sequence[Command], width: int) -> list[Line]:
    groups: dict[str, list[Line]] = {}
    beside = width >= KEYS_BESIDE
    half = (width - 2 * MARGIN) // 2 if beside else width - 2 * MARGIN
    for command in commands:
        if command.shown:
            row = fit_line(line(Span(f"{command.shown:<10} ", "accent"), Span(command.help)), half - 2)
            groups.setdefault(command.group, []).append(row)
    blocks = [[line(Span(group, "quiet", bold=True)), *rows, BLANK] for group, rows in groups.items()]
    if not beside:
        return [row for block in blocks for row in block]
    cut = (len(blocks) + 1) // 2
    left, right = ([row for block in part for row in block] for part in (blocks[:cut], blocks[cut:]))
    return _beside(left, right, half)


def _beside(left: list[Line], right: list[Line], width: int) -> list[Line]:
    rows = []
    for number in range(max(len(left), len(right))):
        one = left[number] if number < len(left) else BLANK
        other = right[number] if number < len(right) else BLANK
        rows.append(Line((*one.spans, Span(" " * max(0, width - one.cells)), *other.spans)))
    return rows


def _listed(title: str, said: str, rows: list[Line], focus: int, size: Size) -> list[Line]:
    """A title, and as many rows around the focus as fit."""
    width, height = size
    margin = Span(" " * MARGIN)
    head = apart(line(margin, Span(title, "accent", bold=True)), line(Span(f"{said}   ", "quiet")), width)
    room = max(1, height - 3)
    top = min(max(0, focus - room // 2), max(0, len(rows) - room))
    return [BLANK, head, BLANK, *indent(rows[top : top + room], [margin])]
