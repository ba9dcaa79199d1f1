"""A thread that writes to the shelf: bookmarks at once, the place within a second, so that no key waits for a disk."""

from collections.abc import Callable
from dataclasses import dataclass
from threading import Condition, Thread

from reader.shelf.kept import Change, Kept
from reader.shelf.shelf import Shelf, ShelfError

PLACE_DELAY = 0.4
"""Seconds a change of place may wait for the next one; of a run of steps only the last is written."""

Done = Callable[[Kept | ShelfError], None]
"""Told, on the writer's thread, what is kept now, or why it could not be kept."""


@dataclass(frozen=True, slots=True)
class _Order:
    change: Change
    done: Done
    at_once: bool


class Writer:
    """Applies changes to a shelf, in order, on a thread of its own.

    Args:
        shelf: Where to.
    """

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf
        self._wake = Condition()
        self._orders: list[_Order] = []
        self._closing = False
        self._unsaved = ""
        self._thread = Thread(target=self._run, name="shelf-writer", daemon=True)
        self._thread.start()

    def keep(self, change: Change, done: Done) -> None:
        """Write a change at once, after all that was ordered before it: who is told that a bookmark is kept will be
        found where it was made."""
        with self._wake:
            self._orders.append(_Order(change, done, at_once=True))
            self._wake.notify_all()

    def keep_place(self, change: Change, done: Done) -> None:
        """Write a change of place within a second; a later one takes its turn."""
        with self._wake:
            if self._orders and not self._orders[-1].at_once:
                self._orders.pop()
            self._orders.append(_Order(change, done, at_once=False))
            self._wake.notify_all()

    def close(self, patience: float = 5.0) -> bool:
        """Write what is left and end the thread; False where that took longer than `patience` seconds."""
        with self._wake:
            self._closing = True
            self._wake.notify_all()
        self._thread.join(patience)
        return not self._thread.is_alive()

    @property
    def unsaved(self) -> str:
        """Why the last change is not on disk; nothing where it is."""
        return self._unsaved

    def _run(self) -> None:
        while orders := self._wait():
            for order in orders:
                try:
                    kept = self._shelf.change(order.change)
                except ShelfError as error:
                    self._unsaved = str(error)
                    order.done(error)
                else:
                    self._unsaved = ""
                    order.done(kept)

    def _wait(self) -> list[_Order]:
        with self._wake:
            self._wake.wait_for(lambda: self._orders or self._closing)
            self._wake.wait_for(lambda: self._closing or any(order.at_once for order in self._orders), PLACE_DELAY)
            orders, self._orders = self._orders, []
            return orders
