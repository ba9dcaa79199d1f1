"""Job control: the program stops so that a shell takes over, and the shell can bring it back."""

import os
import signal
import sys
import time

TAKES_EFFECT = 0.05
"""Seconds within which a process that is told to stop has stopped."""


def has_shell() -> bool:
    """Whether a shell started the program as a job. Without one, nobody could bring a stopped program back."""
    return sys.platform != "win32" and os.getsid(0) != os.getpgrp()


def ask_to_stop() -> None:
    """Ask the program to stop, as `kill -TSTP` does."""
    if sys.platform != "win32":
        os.kill(os.getpid(), signal.SIGTSTP)


def stop_job() -> None:
    """Stop all that was started together, such as a script and the program in it. Returns once it is continued.

    If nobody could continue it, the system stops nothing.
    """
    if sys.platform != "win32":
        heeded = signal.signal(signal.SIGTSTP, signal.SIG_DFL)
        os.killpg(os.getpgrp(), signal.SIGTSTP)
        time.sleep(TAKES_EFFECT)
        signal.signal(signal.SIGTSTP, heeded)
