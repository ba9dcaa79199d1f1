"""Tells whether a terminal is gone: its window was closed, or the connection to it dropped."""

import errno

try:
    import termios
except ImportError:  # a system without such terminals
    termios = None  # type: ignore[assignment]


def is_gone(terminal: int) -> bool:
    """Whether the terminal behind a file descriptor hung up. What never was a terminal did not."""
    if termios is None:
        return False
    try:
        termios.tcgetattr(terminal)
    except termios.error as error:
        return error.args[0] in (errno.EIO, errno.ENXIO, errno.EBADF)
    return False
