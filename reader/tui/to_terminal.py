"""What the program draws, written by a thread of its own that outlives a terminal which is gone."""

import os
import select
from collections import deque
from collections.abc import Callable
from threading import Condition, Thread

LIMIT = 30
"""How many pieces may wait. A terminal that is slower than the program slows it down, instead of seeing old frames."""


class ToTerminal:
    """Writes to a terminal in order. If the terminal is gone, it says so once, and what is written later is dropped.

    Args:
        terminal: The file descriptor of the terminal.
        encoding: The terminal's encoding; what it cannot show becomes a question mark.
        gone: Called once, on the writing thread, if nothing can be written any more.
    """

    def __init__(self, terminal: int, encoding: str, gone: Callable[[], None]) -> None:
        self._terminal = terminal
        self._encoding = encoding
        self._gone = gone
        self._waiting: deque[str] = deque()
        # Its lock can be taken twice by one thread: a signal's handler may write while the main thread writes.
        self._changed = Condition()
        self._closing = False
        self._dead = False
        self._thread = Thread(target=self._run, name="to-terminal", daemon=True)
        self._thread.start()

    def write(self, text: str) -> None:
        """Write text after all that was given before it. Waits while too much is waiting already."""
        with self._changed:
            self._changed.wait_for(lambda: len(self._waiting) < LIMIT or self._dead)
            if not self._dead:
                self._waiting.append(text)
                self._changed.notify_all()

    def close(self) -> None:
        """Wait until all is written or the terminal is gone. A signal is heeded meanwhile."""
        with self._changed:
            self._closing = True
            self._changed.notify_all()
        self._thread.join()

    def _run(self) -> None:
        while text := self._take():
            try:
                self._write(text.encode(self._encoding, errors="replace"))
            except OSError:
                with self._changed:
                    self._dead = True
                    self._changed.notify_all()
                self._gone()
                return

    def _take(self) -> str:
        """All that waits; "" once all is written and no more will come."""
        with self._changed:
            self._changed.wait_for(lambda: self._waiting or self._closing)
            text = "".join(self._waiting)
            self._waiting.clear()
            self._changed.notify_all()
            return text

    def _write(self, data: bytes) -> None:
        left = memoryview(data)
        while left:
            try:
                left = left[os.write(self._terminal, left) :]
            except BlockingIOError:  # another program made the terminal one that does not wait
                select.select([], [self._terminal], [], 1.0)
