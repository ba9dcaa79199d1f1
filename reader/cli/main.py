"""The entry point: chooses the command from the command line, and ends with its exit code."""

import os
import sys
from collections.abc import Sequence

from reader.cli.arguments import CheckArguments, ReadArguments, parse_arguments
from reader.cli.collector import hold_collector
from reader.cli.failure import failure_block
from reader.cli.terminal import hung_up, no_terminal, tell
from reader.cli.watchdog import HANG_UP
from reader.shelf.shelf import shelf_folder


def main(words: Sequence[str]) -> int:
    """Do what the command line asks for.

    Args:
        words: What follows `reader` on the command line.

    Returns:
        The exit code: 0 fine, 1 the program failed, 2 the input or the usage is wrong.
    """
    arguments = parse_arguments(words)
    # Each command imports only what it needs: a check needs no screens, and reading needs no schema.
    if isinstance(arguments, ReadArguments):
        if hung_up():
            return 128 + HANG_UP
        if reason := no_terminal():
            tell(f"reader: {reason}")
            return 2
        from reader.cli.read import read  # noqa: PLC0415

        return read(arguments)
    from reader.cli.author import check, schema  # noqa: PLC0415

    return check(arguments) if isinstance(arguments, CheckArguments) else schema()


def run() -> None:
    """Run as a program."""
    hold_collector()
    os.environ.setdefault(
        "PYDANTIC_DISABLE_PLUGINS", "__all__"
    )  # looking for plugins takes as long as building our models
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    sys.excepthook = _tell_of_failure
    try:
        code = main(sys.argv[1:])
    except BrokenPipeError:
        sys.stderr.close()
        code = 0
    except KeyboardInterrupt:
        code = 130
    _end(code)


def _tell_of_failure(_kind: type[BaseException], error: BaseException, _where: object) -> None:
    """Python would print everything that led to the error."""
    tell(failure_block(error, shelf_folder()))


def _end(code: int) -> None:
    """End with an exit code, also if the terminal is gone and what is still to be printed cannot be."""
    try:
        if sys.stdout:  # nothing, if it was closed before the program began
            sys.stdout.flush()
    except (OSError, ValueError):
        os._exit(code)
    sys.exit(code)
