"""The pages before and after the story."""

from dataclasses import replace

from rich.cells import cell_len
from textual.geometry import Size

from reader.companion.known import TitlePage
from reader.session.keys import Keymap
from reader.text import Span, StoryText
from reader.tui.lines import BLANK, Line, indent, line, padded, wrap

MEASURE = 60
AFTERWARDS = (
    ("filter", "only the scenes of some people"),
    ("why", "why two of them stand as they do"),
    ("cast", "everyone you have met"),
    ("recap", "the story, scene by scene"),
    ("bookmarks", "your bookmarks"),
    ("first", "the first page"),
    ("quit", "leaves"),
)
"""Commands that the end page names, and what their keys do."""


def opening_lines(page: TitlePage, keys: Keymap, begun: bool, size: Size) -> list[Line]:
    """The first screen: what this is, what a reader may want to be warned of, and which key begins."""
    measure = _measure(size.width)
    rows = _title(page, measure)
    if page.content_notes:
        notes = ", ".join(page.content_notes)
        rows += [BLANK, *wrap([Span("For adults. ", "strong"), Span(f"In this story: {notes}.", "quiet")], measure)]
    rows += [BLANK, *wrap([Span("You will see only what you have reached.")], measure)]
    begins = " goes on   " if begun else " begins   "
    named = [("next", begins), ("keys", " keys   "), ("quit", " leaves and keeps your place")]
    spans = [
        span for command, does in named for span in (Span(keys.key(command), "accent", bold=True), Span(does, "quiet"))
    ]
    return _centred(rows, [BLANK, *wrap(spans, measure)], _about(page.about, measure), measure, size)


def ending_lines(page: TitlePage, keys: Keymap, size: Size) -> list[Line]:
    """The last screen."""
    measure = _measure(size.width)
    rows = [line(Span("The end.", "strong", bold=True)), BLANK, line(Span("Everything is open now."))]
    column = max(cell_len(keys.key(command)) for command, _ in AFTERWARDS) + 2
    foot: list[Line] = []
    for command, does in AFTERWARDS:
        key = Span(padded(keys.key(command), column), "accent", bold=True)
        foot += indent(wrap([Span(does, "quiet")], max(1, measure - column)), [key], [Span(" " * column)])
    # On a low screen the keys yield: the list of keys has them too.
    return _centred([*rows, BLANK, *foot], [], _about(page.about, measure), measure, size)


def loading_lines(size: Size) -> list[Line]:
    """What stands there while a long story is opened; how far that is would tell how much there is to read."""
    rows = [line(Span("Opening the story…", "quiet"))]
    return _centred(rows, [], [], 24, size)


def _measure(width: int) -> int:
    return max(8, min(MEASURE, width - 6))


def _title(page: TitlePage, measure: int) -> list[Line]:
    rows = wrap([Span(page.title, "accent", bold=True)], measure)
    return rows + (wrap([Span(page.byline, "quiet")], measure) if page.byline else [])


def _about(about: StoryText | None, measure: int) -> list[Line]:
    rows: list[Line] = []
    for paragraph in about.paragraphs if about else ():
        rows += [BLANK, *wrap([replace(span, role="quiet") for span in paragraph], measure)]
    return rows


def _centred(rows: list[Line], foot: list[Line], extra: list[Line], measure: int, size: Size) -> list[Line]:
    """Rows a little above the middle, and below them a foot that is never cut; the extra rows if there is room."""
    width, height = size
    if extra and len(rows) + len(foot) + len(extra) + 4 <= height:
        foot = [*foot, BLANK, *extra]
    if len(rows) + len(foot) > height:
        rows = [*rows[: max(0, height - len(foot) - 1)], line(Span("…", "quiet"))]
    drawn = [*rows, *foot]
    top = max(0, (height - len(drawn)) * 2 // 5)
    left = max(1, (width - measure) // 2)
    return [*[BLANK] * top, *indent(drawn, [Span(" " * left)])][:height]
