"""The field at the foot in which the reader types what a prompt asks for."""

from collections.abc import Callable

from textual import events
from textual.strip import Strip
from textual.widgets import TextArea

from reader.text import clean

MOST_ROWS = 6
"""The field grows with its lines up to so many rows, and scrolls then."""


class AnswerField(TextArea):
    """Stands in the place of the footer while something is typed.

    Args:
        placeholder: What stands in the field while it is empty.
        value: What it holds at first.
        many_lines: Whether what is typed may have lines.
        answered: Called with the words once the reader presses Enter.
    """

    def __init__(self, placeholder: str, value: str, *, many_lines: bool, answered: Callable[[str], None]) -> None:
        super().__init__(clean(value), compact=True, placeholder=placeholder, highlight_cursor_line=False)
        self._many_lines = many_lines
        self._answered = answered
        self._typed_ahead = ""

    def render_line(self, y: int) -> Strip:
        """One row; Textual cannot draw the hint where there is no cell for it."""
        return super().render_line(y) if self.content_size.width else Strip.blank(self.size.width)

    def on_mount(self) -> None:
        self.screen.set_focus(self)
        self.move_cursor(self.document.end)
        self.insert(self._typed_ahead)
        self._grow()

    def type_ahead(self, text: str) -> None:
        """Take what was typed before the field had the focus."""
        if self.is_mounted:
            self.insert(text)
        else:
            self._typed_ahead += text

    def on_key(self, event: events.Key) -> None:
        """Enter answers; Ctrl+J and Shift+Enter begin a line if there may be lines."""
        if event.key in ("enter", "ctrl+j", "shift+enter"):
            event.stop()
            event.prevent_default()
            if event.key == "enter":
                self._answered(self.text)
            elif self._many_lines:
                self.insert("\n")

    def on_paste(self, event: events.Paste) -> None:
        """Take a pasted text whole, made safe to draw; without lines if there may be none."""
        event.stop()
        event.prevent_default()
        text = clean("\n".join(event.text.splitlines()))
        self.insert(text if self._many_lines else " ".join(text.split("\n")))

    def on_text_area_changed(self) -> None:
        self._grow()

    def on_resize(self) -> None:
        self._grow()

    def _grow(self) -> None:
        self.styles.height = max(1, min(MOST_ROWS, self.wrapped_document.height))
