"""The line at the foot where an answer is typed: a name, a note, a part of a name."""

from collections.abc import Callable
from dataclasses import dataclass

from textual import on
from textual.widgets import Input

from reader.text import clean


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked for.

    Attributes:
        prompt: What stands in the line while it is empty.
        value: What it holds at first.
        answered: What the answer does.
    """

    prompt: str
    value: str
    answered: Callable[[str], None]


class AnswerLine(Input):
    """Stands in the place of the footer while something is asked."""

    def __init__(self) -> None:
        super().__init__(id="answer", compact=True)
        self._question: Question | None = None

    def validate_value(self, value: str) -> str:
        """What is typed or pasted, made safe to draw."""
        return clean(value).replace("\n", " ")

    @property
    def asking(self) -> bool:
        """Whether an answer is waited for."""
        return self._question is not None

    def ask(self, question: Question) -> None:
        """Ask; Enter answers."""
        self._question = question
        self.placeholder = question.prompt
        self.value = question.value
        self.screen.add_class("-answering")
        self.focus()

    def leave(self) -> None:
        """Ask no more; nothing is answered."""
        self._question = None
        self.screen.remove_class("-answering")
        self.screen.set_focus(None)

    @on(Input.Submitted)
    def _answer(self, event: Input.Submitted) -> None:
        event.stop()
        question = self._question
        self.leave()
        if question:
            question.answered(event.value)
