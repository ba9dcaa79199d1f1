"""The pages before and after the story."""

from textual.geometry import Size

from reader.companion.known import TitlePage
from reader.text import StoryText
from reader.tui.lines import BLANK, Line, Span, indent, line, styled, wrap

MEASURE = 60
AFTERWARDS = (
    ("f", "only the scenes of some people"),
    ("w", "why two of them stand as they do"),
    ("c", "everyone you have met"),
    ("r", "the story, scene by scene"),
    ("B", "your bookmarks"),
    ("g", "the first page"),
    ("q", "leaves"),
)
"""Keys that the end page names."""


def opening_lines(page: TitlePage, begun: bool, size: Size) -> list[Line]:
    """The first screen: what this is, what a reader may want to be warned of, and which key begins."""
    measure = _measure(size.width)
    rows = _title(page, measure)
    if page.content_notes:
        notes = ", ".join(page.content_notes)
        rows += [BLANK, *wrap([Span("For adults. ", "strong"), Span(f"In this story: {notes}.", "quiet")], measure)]
    rows += [BLANK, *wrap([Span("You will see only what you have reached.")], measure)]
    begins = " goes on   " if begun else " begins   "
    keys = [("Space", begins), ("?", " keys   "), ("q", " leaves and keeps your place")]
    spans = [span for key, does in keys for span in (Span(key, "accent", bold=True), Span(does, "quiet"))]
    return _centred(rows, [BLANK, *wrap(spans, measure)], _about(page.about, measure), measure, size)


def ending_lines(page: TitlePage, size: Size) -> list[Line]:
    """The last screen."""
    measure = _measure(size.width)
    rows = [line(Span("The end.", "strong", bold=True)), BLANK, line(Span("Everything is open now."))]
    foot = [line(Span(f"{key}  ", "accent", bold=True), Span(does, "quiet")) for key, does in AFTERWARDS]
    return _centred(rows, [BLANK, *foot], _about(page.about, measure), measure, size)


def opening_story(size: Size) -> list[Line]:
    """While a long story is opened; how far that is would tell how much there is to read."""
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
        rows += [BLANK, *wrap(styled(paragraph, "quiet"), measure)]
    return rows


def _centred(rows: list[Line], foot: list[Line], extra: list[Line], measure: int, size: Size) -> list[Line]:
    """Rows a little above the middle, and what stands at their foot, which is never cut; extra where it has room."""
    width, height = size
    if extra and len(rows) + len(foot) + len(extra) + 4 <= height:
        foot = [*foot, BLANK, *extra]
    if len(rows) + len(foot) > height:
        rows = [*rows[: max(0, height - len(foot) - 1)], line(Span("…", "quiet"))]
    drawn = [*rows, *foot]
    top = max(0, (height - len(drawn)) * 2 // 5)
    left = max(1, (width - measure) // 2)
    return [*[BLANK] * top, *indent(drawn, [Span(" " * left)])][:height]
