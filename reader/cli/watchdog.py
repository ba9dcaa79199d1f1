"""The watchdog: if the program is told to end, or fails, it sees to it that the program ends, whatever else hangs.

It needs neither the event loop nor the main thread: the number of a signal goes into a pipe, and a thread that waits
at the other end asks the program to leave in good order. If the program is still there after a while, the thread writes
what is to be kept, restores the terminal and ends the process.
"""

import os
import signal
import sys
import threading
import time
from collections.abc import Callable
from typing import Protocol

from reader.cli.terminal import TerminalState

ENDING = ("SIGTERM", "SIGHUP", "SIGINT")
HANG_UP = 1
"""The number of SIGHUP, also where there is no such signal."""
FAILED = 0
"""Written into the pipe in the place of a signal's number if the program failed."""
PATIENCE, FLUSH_PATIENCE, RESTORE_PATIENCE = 1.2, 1.0, 0.3
"""Seconds for leaving in good order, then for writing what is kept, then for restoring the terminal."""


class Program(Protocol):
    """What the watchdog asks of the program. All of it may be called on any thread."""

    def leave_by(self, signal_number: int) -> None:
        """Leave in good order, because of a signal or, if it is 0, of a failure."""

    def wake(self) -> None:
        """Heed a signal that came to another thread than the main one."""

    def flush(self, patience: float) -> str:
        """Write what is to be kept. Returns why that was not possible; empty if all is written."""


class Watchdog:
    """Ends the program if it is told to, or fails.

    Args:
        tell: Makes the words to print of an error, if there is one, and of the reason why something is not kept, if
            something is not; no words if there is nothing to say.
    """

    def __init__(self, tell: Callable[[BaseException | None, str], str]) -> None:
        self._tell = tell
        self._error: BaseException | None = None
        self._ending = {FAILED, HANG_UP}
        self._terminal = TerminalState()
        self._told, self._bell = os.pipe()
        if sys.platform != "win32":
            os.set_blocking(self._bell, False)

    @property
    def error(self) -> BaseException | None:
        """The first error of the program; nothing if it did not fail."""
        return self._error

    def watch(self, program: Program) -> None:
        """Watch from now on until the process ends. A signal that is ignored stays ignored, as `nohup` wants it."""
        threading.excepthook = self._thread_failed
        # Python runs a signal's handler on the main thread, once that thread wakes; the system may give the signal to
        # another one. So the number of each signal is written into the pipe at once.
        signal.set_wakeup_fd(self._bell, warn_on_full_buffer=False)
        for name in ENDING:
            number = getattr(signal, name, None)
            if number is not None and signal.getsignal(number) is not signal.SIG_IGN:
                signal.signal(number, self._heed)
                self._ending.add(number)
        threading.Thread(target=self._wait, args=(program,), name="watchdog", daemon=True).start()

    def hang_up(self) -> None:
        """The terminal is gone: the program ends as by SIGHUP, even if that signal is ignored."""
        self._ring(HANG_UP)

    def failed(self, error: BaseException) -> None:
        """The program failed: it ends, and says why."""
        self._error = self._error or error
        self._ring(FAILED)

    def _heed(self, _number: int, _frame: object) -> None:
        """Nothing: the number is in the pipe already. Without a handler, Python would end the program."""

    def _thread_failed(self, failure: threading.ExceptHookArgs) -> None:
        if failure.exc_value is not None:
            self.failed(failure.exc_value)

    def _ring(self, number: int) -> None:
        try:
            os.write(self._bell, bytes([number]))
        except BlockingIOError:
            return  # it was told often enough

    def _wait(self, program: Program) -> None:
        while (number := os.read(self._told, 1)[0]) not in self._ending:
            program.wake()
        program.leave_by(number)
        time.sleep(PATIENCE)
        self._end(program, number)

    def _end(self, program: Program, number: int) -> None:
        unsaved = program.flush(FLUSH_PATIENCE)
        words = self._tell(self._error, unsaved)
        restoring = threading.Thread(target=self._terminal.restore, args=(words and f"{words}\n",), daemon=True)
        restoring.start()
        restoring.join(RESTORE_PATIENCE)
        os._exit(128 + number if number else 1)
