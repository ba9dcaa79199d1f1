"""The entry point: chooses the command from the command line, and ends with its exit code."""

import os
import sys
from collections.abc import Sequence

from reader.cli.arguments import CheckArguments, ReadArguments, parse_arguments
from reader.cli.collector import hold_collector
from reader.cli.terminal import no_terminal


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
        if reason := no_terminal():
            print(f"reader: {reason}", file=sys.stderr)
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
    try:
        sys.exit(main(sys.argv[1:]))
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(0)
    except KeyboardInterrupt:
        sys.exit(130)
