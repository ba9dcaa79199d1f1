"""A thread that writes to the shelf, so that no key waits for a disk: bookmarks at once, the place within a second."""

from collections.abc import Callable
from dataclasses import dataclass
from threading import Condition, Thread

from reader.shelf.kept import Kept
from reader.shelf.operations import MovePlace, Operation
from reader.shelf.shelf import Shelf, ShelfError

PLACE_DELAY = 0.4
"""Seconds for which a new place waits for a newer one. Of several quick steps only the last is written."""
RETRY_DELAY = 3.0
"""Seconds until the writer tries again to write what could not be written."""

Done = Callable[[Kept | ShelfError], None]
"""Called on the writer's thread with what is kept now, or with the reason why it could not be written."""


@dataclass(frozen=True, slots=True)
class _Order:
    operation: Operation
    done: Done
    at_once: bool


class Writer:
    """Applies operations to a shelf, in order, on its own thread.

    If an operation cannot be written, the writer tries it again, and the operations after it wait.

    Args:
        shelf: The shelf to write to.
        retry: Seconds until the writer tries again.
    """

    def __init__(self, shelf: Shelf, retry: float = RETRY_DELAY) -> None:
        self._shelf = shelf
        self._retry = retry
        self._wake = Condition()
        self._orders: list[_Order] = []
        self._closing = False
        self._unsaved = ""
        self._thread = Thread(target=self._run, name="shelf-writer", daemon=True)
        self._thread.start()

    def keep(self, operation: Operation, done: Done) -> None:
        """Write an operation at once, after all those given before it.

        A place that still waits is written first: when the reader learns that a bookmark is kept, the place where it
        was made is kept too.
        """
        with self._wake:
            self._orders.append(_Order(operation, done, at_once=True))
            self._wake.notify_all()

    def keep_place(self, operation: MovePlace, done: Done) -> None:
        """Write a new place within a second.

        If another place still waits, the new one replaces it, and the `done` of the old one is never called.
        """
        with self._wake:
            if self._orders and not self._orders[-1].at_once:
                self._orders.pop()
            self._orders.append(_Order(operation, done, at_once=False))
            self._wake.notify_all()

    def close(self, patience: float = 5.0) -> bool:
        """Write what is left and end the thread; False if that takes longer than `patience` seconds."""
        with self._wake:
            self._closing = True
            self._wake.notify_all()
        self._thread.join(patience)
        return not self._thread.is_alive()

    @property
    def unsaved(self) -> str:
        """Why something could not be written; empty if everything that was tried is on disk."""
        return self._unsaved

    def _run(self) -> None:
        left: list[_Order] = []
        closing = False
        while not closing:
            orders, closing = self._wait(self._retry if left else None)
            left = self._write(_newest_place_only([*left, *orders]))

    def _write(self, orders: list[_Order]) -> list[_Order]:
        """Write orders one by one. If one cannot be written, return it and those after it."""
        for number, order in enumerate(orders):
            try:
                kept = self._shelf.change(order.operation)
            except ShelfError as error:
                self._unsaved = str(error)
                order.done(error)
                return orders[number:]
            if number == len(orders) - 1:
                self._unsaved = ""
            order.done(kept)
        return []

    def _wait(self, patience: float | None) -> tuple[list[_Order], bool]:
        """Wait until there is something to do. Returns the new orders, and whether the writer closes after them."""
        with self._wake:
            self._wake.wait_for(lambda: self._orders or self._closing, patience)
            if self._orders:
                self._wake.wait_for(lambda: self._closing or any(order.at_once for order in self._orders), PLACE_DELAY)
            orders, self._orders = self._orders, []
            return orders, self._closing


def _newest_place_only(orders: list[_Order]) -> list[_Order]:
    """The orders without the places that a newer place replaces."""
    places = [number for number, order in enumerate(orders) if not order.at_once]
    return [order for number, order in enumerate(orders) if order.at_once or number == places[-1]]
