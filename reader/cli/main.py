"""The entry point: from the command line to a command, and from its result to an exit code."""

import os
import sys
from collections.abc import Sequence

from reader.cli.arguments import CheckArguments, ReadArguments, parse_arguments
from reader.cli.collector import hold_collector
from reader.cli.terminal import no_terminal


def main(words: Sequence[str]) -> int:
    """Do what the words after `reader` ask for.

    Returns:
        The exit code: 0 fine, 1 the program failed, 2 the input or the usage is wrong.
    """
    arguments = parse_arguments(words)
    # Each command brings its own imports: a check needs no screens, and a start waits for no schema.
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
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")  # looking for plugins costs as much as our own models
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
