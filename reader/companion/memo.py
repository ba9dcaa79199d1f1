"""A small memory of answers that return with every step."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

Key = TypeVar("Key", bound=Hashable)
Answer = TypeVar("Answer")


class Memo(Generic[Key, Answer]):
    """Keeps the answers asked for last.

    Args:
        most: So many are kept.
    """

    def __init__(self, most: int) -> None:
        self._most = most
        self._answers: OrderedDict[Key, Answer] = OrderedDict()

    def of(self, key: Key, make: Callable[[], Answer]) -> Answer:
        """The answer for a key, made where it is not remembered."""
        if key in self._answers:
            self._answers.move_to_end(key)
            return self._answers[key]
        answer = self._answers[key] = make()
        if len(self._answers) > self._most:
            self._answers.popitem(last=False)
        return answer
