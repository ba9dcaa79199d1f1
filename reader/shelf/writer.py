"""A thread that writes to the shelf: bookmarks at once, the place within a second, so that no key waits for a disk."""

from collections.abc import Callable
from dataclasses import dataclass
from threading import Condition, Thread

from reader.shelf.kept import Change, Kept
from reader.shelf.shelf import Shelf, ShelfError

PLACE_DELAY = 0.4
"""Seconds a change of place may wait for the next one; of a run of steps only the last is written."""
RETRY_DELAY = 3.0
"""Seconds until what could not be written is tried again."""

Done = Callable[[Kept | ShelfError], None]
"""Told, on the writer's thread, what is kept now, or why it could not be kept."""


@dataclass(frozen=True, slots=True)
class _Order:
    change: Change
    done: Done
    at_once: bool


class Writer:
    """Applies changes to a shelf, in order, on a thread of its own.

    What cannot be written is kept and tried again, before anything that was ordered after it.

    Args:
        shelf: Where to.
        retry: Seconds until what could not be written is tried again.
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
        """Why something that was ordered is not on disk; nothing where all of it is."""
        return self._unsaved

    def _run(self) -> None:
        left: list[_Order] = []
        closing = False
        while not closing:
            orders, closing = self._wait(self._retry if left else None)
            left = self._write(_newest_place_only([*left, *orders]))

    def _write(self, orders: list[_Order]) -> list[_Order]:
        """Write orders one by one; returns those that are left from the first that could not be written."""
        for number, order in enumerate(orders):
            try:
                kept = self._shelf.change(order.change)
            except ShelfError as error:
                self._unsaved = str(error)
                order.done(error)
                return orders[number:]
            if number == len(orders) - 1:
                self._unsaved = ""
            order.done(kept)
        return []

    def _wait(self, patience: float | None) -> tuple[list[_Order], bool]:
        """What was ordered, once there is something to do, and whether it is the last."""
        with self._wake:
            self._wake.wait_for(lambda: self._orders or self._closing, patience)
            if self._orders:
                self._wake.wait_for(lambda: self._closing or any(order.at_once for order in self._orders), PLACE_DELAY)
            orders, self._orders = self._orders, []
            return orders, self._closing


def _newest_place_only(orders: list[_Order]) -> list[_Order]:
    """Without the changes of place that a later one replaces."""
    places = [number for number, order in enumerate(orders) if not order.at_once]
    return [order for number, order in enumerate(orders) if order.at_once or number == places[-1]]
