"""An app in a terminal: what any app of ours does about the clipboard, signals, and a terminal that may be gone."""

import asyncio
import sys
from collections.abc import Callable
from contextlib import suppress
from typing import ClassVar

from textual.app import App
from textual.binding import Binding, BindingType

from reader.problems import Problems
from reader.tui import jobs
from reader.tui.letters import Letters
from reader.tui.services import Ending, Farewell

if sys.platform == "win32":
    DRIVER = None  # Textual's own
else:
    from reader.tui.driver import TerminalDriver

    DRIVER = TerminalDriver


class TerminalApp(App[Farewell | Problems]):
    """An app on our driver.

    Args:
        ending: Ends the program if the terminal is gone, or something failed.
    """

    ALLOW_SELECT = False  # what is drawn are cells, not text that could be marked
    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+z", "suspend_process", show=False, priority=True)]

    def __init__(self, ending: Ending) -> None:
        super().__init__(driver_class=DRIVER)
        self._ending = ending
        self._letters = Letters()
        self._loop_of_app: asyncio.AbstractEventLoop | None = None

    def say_no_shell(self) -> None:
        """Say that Ctrl+Z cannot be done here."""
        raise NotImplementedError

    def action_suspend_process(self) -> None:
        """Stop, if a shell can bring the program back."""
        if self.is_headless or not jobs.has_shell():
            self.say_no_shell()
        else:
            jobs.ask_to_stop()

    def copy_to_clipboard(self, text: str) -> None:
        """Copy what is marked; if nothing is, the clipboard stays as it is."""
        if text:
            super().copy_to_clipboard(text)

    # What the driver and the watchdog tell, on threads of their own

    def learn_letter(self, typed: str, latin: str) -> None:
        """The terminal tells which Latin letter stands on the key of another letter."""
        self._letters.learn(typed, latin)

    def terminal_gone(self) -> None:
        """The terminal hung up."""
        self._ending.hang_up()

    def failed(self, error: BaseException) -> None:
        """Something failed. The app is asked to leave, and what is kept is written."""
        self._ending.failed(error)

    def wake(self) -> None:
        """Let handlers of signals run."""
        self.call_soon(lambda: None)

    def call_soon(self, call: Callable[[], None]) -> None:
        """Call something on the app's own thread."""
        with suppress(RuntimeError):  # the app is over already
            if self._loop_of_app:
                self._loop_of_app.call_soon_threadsafe(call)
