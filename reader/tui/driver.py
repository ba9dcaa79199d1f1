"""The driver: what stands between Textual and the terminal, which may send anything, freeze, or be gone at any moment.

Textual's own driver ends the program at a byte it cannot decode, and waits for ever if a write fails. Ours puts a pipe
between the terminal and Textual's reading thread, and writes with a thread of its own. Of Textual it uses only what
has a public name.
"""

import os
import select
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Thread
from typing import Any, Protocol, runtime_checkable

from textual import constants
from textual.app import App
from textual.drivers.linux_driver import LinuxDriver

from reader.tui.from_terminal import FromTerminal
from reader.tui.hangup import is_gone
from reader.tui.jobs import stop_job
from reader.tui.to_terminal import ToTerminal

ASK_FOR_BASE_KEYS = "\x1b[>29u"
"""Asks a terminal that knows kitty's keyboard protocol for what Textual asks for (1 + 8 + 16), and which Latin key was
pressed (4)."""
ASK_NO_MORE = "\x1b[<u"


@runtime_checkable
class TerminalUser(Protocol):
    """The app, as the driver knows it. All of this is called on the driver's threads."""

    def terminal_gone(self) -> None:
        """The terminal hung up: nobody sees or types anything any more."""

    def failed(self, error: BaseException) -> None:
        """Reading from the terminal failed."""

    def learn_letter(self, typed: str, latin: str) -> None:
        """The key that types this letter is that of a Latin letter."""


class TerminalDriver(LinuxDriver):
    """Textual's driver for terminals, proof against whatever a terminal does."""

    def __init__(
        self, app: App[Any], *, debug: bool = False, mouse: bool = True, size: tuple[int, int] | None = None
    ) -> None:
        super().__init__(app, debug=debug, mouse=mouse, size=size)
        assert isinstance(app, TerminalUser)
        self._user: TerminalUser = app
        self._to_terminal: ToTerminal | None = None
        self._entered = False
        self._stopping = False
        # Textual's own handlers stop this process but not the script around it, and take the terminal over twice if the
        # program is continued without having been asked to stop.
        signal.signal(signal.SIGTSTP, self._asked_to_stop)
        signal.signal(signal.SIGCONT, self._continued)

    def _asked_to_stop(self, _number: int, _frame: object) -> None:
        if self._to_terminal is None:  # it has left the terminal already
            stop_job()
            return
        self._stopping = True
        self.suspend_application_mode()
        stop_job()
        self._stopping = False
        self.resume_application_mode()

    def _continued(self, _number: int, _frame: object) -> None:
        if self._to_terminal and not self._stopping:
            self.resume_application_mode()

    # To the terminal

    def start_application_mode(self) -> None:
        """Take the terminal over."""
        assert sys.__stderr__ is not None
        self._to_terminal = ToTerminal(sys.__stderr__.fileno(), sys.__stderr__.encoding, self._user.terminal_gone)
        self._entered = False
        super().start_application_mode()  # type: ignore[no-untyped-call]
        if not constants.DISABLE_KITTY_KEY:
            self.write(ASK_FOR_BASE_KEYS)
        if not self._entered and is_gone(self.fileno):  # Textual gives up without a word
            self._user.terminal_gone()

    def write(self, data: str) -> None:
        """Write to the terminal; what comes too late is dropped."""
        if self._to_terminal:
            self._entered = True
            self._to_terminal.write(data)

    def stop_application_mode(self) -> None:
        """Give the terminal back as it was."""
        if not constants.DISABLE_KITTY_KEY:
            self.write(ASK_NO_MORE)
        super().stop_application_mode()

    def close(self) -> None:
        """Write what is left."""
        super().close()
        if self._to_terminal:
            self._to_terminal.close()
            self._to_terminal = None

    def resume_application_mode(self) -> None:
        """Take the terminal over again. If the program was stopped without notice, it gives it back first."""
        if self._to_terminal:
            self.suspend_application_mode()
        super().resume_application_mode()

    # From the terminal

    def run_input_thread(self) -> None:
        """Let Textual read from a pipe, into which only what it understands is put."""
        terminal = self.fileno
        try:
            with _pipe() as (source, sink), _pipe() as (stopped, stop):
                pump = Thread(target=self._pump, args=(terminal, sink, stopped), name="from-terminal", daemon=True)
                pump.start()
                self.fileno = source
                try:
                    super().run_input_thread()
                finally:
                    self.fileno = terminal
                    os.write(stop, b".")
                    pump.join()
        except Exception as error:  # noqa: BLE001 - whatever it is, the reader must not sit before a screen that is deaf
            self._user.failed(error)

    def _pump(self, terminal: int, sink: int, stopped: int) -> None:
        """Pass on what the terminal sends, until the program leaves it or it is gone."""
        cleaned = FromTerminal(self._user.learn_letter)
        while True:
            ready, _, _ = select.select([terminal, stopped], [], [], cleaned.patience)
            if stopped in ready:
                return
            try:
                data = os.read(terminal, 4096) if ready else b""
            except BlockingIOError:
                continue
            except OSError:
                data = b""
            if ready and not data:
                self._user.terminal_gone()
                return
            passed = memoryview(cleaned.feed(data) if ready else cleaned.silence())
            while passed:
                _, writable, _ = select.select([stopped], [sink], [])
                if not writable:
                    return
                passed = passed[os.write(sink, passed[:PIPE_PIECE]) :]


PIPE_PIECE = select.PIPE_BUF
"""So much fits into a pipe that can be written to, so that the write does not wait."""


@contextmanager
def _pipe() -> Iterator[tuple[int, int]]:
    source, sink = os.pipe()
    try:
        yield source, sink
    finally:
        os.close(source)
        os.close(sink)
