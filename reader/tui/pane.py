"""A pane of lines: it asks for lines of its own size, and redraws only the rows that differ from those before."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Region, Size
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from reader.text import Link, Span
from reader.tui.lines import BLANK, Line, fit_line, width_of
from reader.tui.themes import Colours

LinesOf = Callable[[str, Size], Sequence[Line]]
"""Makes the lines of a pane, by its id, for a size."""


class LinePane(Widget):
    """Draws lines, top to bottom, cut to its width.

    Args:
        colours: The colours to draw in.
        lines_of: Makes the lines; asked at the latest when they are rendered, so that no frame has lines
            of another size.
        id: The pane's id.
    """

    DEFAULT_CSS = "LinePane { width: 1fr; height: 1fr; }"

    @dataclass
    class Clicked(Message):
        """A row or a span with a link was clicked."""

        pane: "LinePane"
        link: Link

        @property
        def control(self) -> "LinePane":
            """The pane, so that a handler can name it by a selector."""
            return self.pane

    @dataclass
    class Rolled(Message):
        """The wheel was turned over the pane, by 1 toward the reader or by -1 away from them."""

        pane: "LinePane"
        by: int

        @property
        def control(self) -> "LinePane":
            """The pane, so that a handler can name it by a selector."""
            return self.pane

    @dataclass
    class Resized(Message):
        """The pane has another size."""

        pane: "LinePane"

        @property
        def control(self) -> "LinePane":
            """The pane, so that a handler can name it by a selector."""
            return self.pane

    def __init__(self, colours: Colours, lines_of: LinesOf, *, id: str) -> None:
        super().__init__(id=id)
        self._colours = colours
        self._lines_of = lines_of
        self._lines: tuple[Line, ...] = ()
        self._made_for: Size | None = None
        self._styles: dict[tuple[str, bool, bool, bool, bool], Style] = {}

    @property
    def lines(self) -> tuple[Line, ...]:
        """What is drawn now."""
        return self._lines

    @property
    def fits(self) -> bool:
        """Whether its lines were made for its present size."""
        return self._made_for == self.size

    def renew(self) -> None:
        """Draw what there is to draw now, instead of what was before."""
        if not self.display or not self.size.area:
            self._made_for = None
            return
        old, fitted = self._lines, self.fits
        new = self._made()
        if not fitted:
            self.refresh()
            return
        width = self.size.width
        rows = [
            row for row in range(min(max(len(new), len(old)), self.size.height)) if _row(new, row) != _row(old, row)
        ]
        if rows:
            self.refresh(*(Region(0, row, width, 1) for row in rows))

    def _made(self) -> tuple[Line, ...]:
        """Lines made anew, for the size the pane has."""
        self._lines, self._made_for = tuple(self._lines_of(self.id or "", self.size)), self.size
        return self._lines

    def recolour(self, colours: Colours) -> None:
        """Draw in other colours."""
        self._colours = colours
        self._styles.clear()
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """One row as Textual wants it."""
        width = self.size.width
        row = fit_line(_row(self._lines if self.fits else self._made(), y), width)
        segments = [Segment(span.text, self._style(span, lit=row.lit)) for span in row.spans]
        if (left := width - row.cells) > 0:
            segments.append(Segment(" " * left, self._style(Span(""), lit=row.lit)))
        return Strip(segments, width)

    def _style(self, span: Span, *, lit: bool) -> Style:
        key = (span.role, span.bold, span.italic, span.lit, lit)
        if key not in self._styles:
            colours, ground = self._colours, self.background_colors[1].rich_color.name
            self._styles[key] = Style(
                color=colours.colour(span.role),
                bgcolor=(colours.lit if lit else None) or ground,
                bold=span.bold or colours.is_bold(span.role),
                italic=span.italic,
                reverse=span.lit or (lit and colours.lit is None),
            )
        return self._styles[key]

    def on_resize(self) -> None:
        self._styles.clear()
        self.post_message(self.Resized(self))

    def on_click(self, event: events.Click) -> None:
        row = _row(self._lines, event.y)
        link, left = row.link, event.x
        for span in row.spans:
            cells = width_of([span])
            if 0 <= left < cells and span.link:
                link = span.link
            left -= cells
        if link:
            event.stop()
            self.post_message(self.Clicked(self, link))

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        event.stop()
        self.post_message(self.Rolled(self, 1))

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        event.stop()
        self.post_message(self.Rolled(self, -1))


def _row(lines: Sequence[Line], number: int) -> Line:
    return lines[number] if 0 <= number < len(lines) else BLANK
