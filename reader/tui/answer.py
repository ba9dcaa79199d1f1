"""The line at the foot in which the reader types what a prompt asks for."""

from dataclasses import dataclass

from textual import on
from textual.message import Message
from textual.widgets import Input

from reader.text import clean


class AnswerLine(Input):
    """Stands in the place of the footer while something is typed."""

    @dataclass
    class Answered(Message):
        """The reader typed these words and pressed Enter."""

        answer_line: "AnswerLine"
        words: str

        @property
        def control(self) -> "AnswerLine":
            """The line."""
            return self.answer_line

    def __init__(self) -> None:
        super().__init__(id="answer", compact=True)

    def validate_value(self, value: str) -> str:
        """What is typed or pasted, made safe to draw."""
        return clean(value).replace("\n", " ")

    def ask(self, placeholder: str, value: str) -> None:
        """Wait for words.

        Args:
            placeholder: What stands in the line while it is empty.
            value: What it holds at first.
        """
        self.placeholder = placeholder
        self.value = value
        self.screen.add_class("-answering")
        self.focus()

    def leave(self) -> None:
        """Wait no more."""
        self.screen.remove_class("-answering")
        self.screen.set_focus(None)

    @on(Input.Submitted)
    def _answer(self, event: Input.Submitted) -> None:
        event.stop()
        self.post_message(self.Answered(self, event.value))
