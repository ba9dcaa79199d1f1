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

from reader.tui.lines import BLANK, Line, Span, Target, fit_line
from reader.tui.looks import Looks

Make = Callable[[str, Size], Sequence[Line]]
"""The lines of a pane, by its id, for a size."""


class LinePane(Widget):
    """Draws lines, top to bottom, cut to its width.

    Args:
        looks: The colours to draw in.
        make: Makes the lines; asked at the latest when they are rendered, so that no frame has lines of another size.
        id: The pane's id.
    """

    DEFAULT_CSS = "LinePane { width: 1fr; height: 1fr; }"

    @dataclass
    class Clicked(Message):
        """A row or a span with a target was clicked."""

        pane: "LinePane"
        target: Target

    @dataclass
    class Rolled(Message):
        """The wheel was turned over the pane; `down` is toward the reader."""

        pane: "LinePane"
        down: bool

    def __init__(self, looks: Looks, make: Make, *, id: str) -> None:
        super().__init__(id=id)
        self._looks = looks
        self._make = make
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
        self._lines, self._made_for = tuple(self._make(self.id or "", self.size)), self.size
        return self._lines

    def recolour(self, looks: Looks) -> None:
        """Draw in other colours."""
        self._looks = looks
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
            background = self._looks.lit if lit else self.background_colors[1].rich_color.name
            colour = self._looks.colour(span.role)
            # Where colours are off, the lit row must still be told from the others.
            reverse = span.lit or (lit and self.app.no_color)
            self._styles[key] = Style(
                color=colour, bgcolor=background, bold=span.bold, italic=span.italic, reverse=reverse
            )
        return self._styles[key]

    def on_resize(self) -> None:
        self._styles.clear()

    def on_click(self, event: events.Click) -> None:
        row = _row(self._lines, event.y)
        target, left = row.target, event.x
        for span in row.spans:
            if 0 <= left < span.cells and span.target:
                target = span.target
            left -= span.cells
        if target:
            event.stop()
            self.post_message(self.Clicked(self, target))

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        event.stop()
        self.post_message(self.Rolled(self, down=True))

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        event.stop()
        self.post_message(self.Rolled(self, down=False))


def _row(lines: Sequence[Line], number: int) -> Line:
    return lines[number] if 0 <= number < len(lines) else BLANK
