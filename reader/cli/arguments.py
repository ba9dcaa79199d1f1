"""The arguments of the program: what may follow `reader` on the command line."""

import argparse
from collections.abc import Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path
from typing import NoReturn

from reader import __version__
from reader.text import clean_line


@dataclass
class ReadArguments:
    """The arguments of `reader [STORY] [--at SCENE[:BEAT]] [--know]`.

    Attributes:
        story: The story file; None for the story that comes with the program.
        at: Where to begin, as it was typed; None to begin where the reader stopped.
        know: Whether the reader says "I know this story".
        any_size: Whether to read files of more than 128 MB too.
    """

    story: Path | None = None
    at: str | None = None
    know: bool = False
    any_size: bool = False


@dataclass
class CheckArguments:
    """The arguments of `reader check [--strict] STORY...`.

    Attributes:
        strict: Whether warnings count as problems.
        stories: The story files.
        any_size: Whether to read files of more than 128 MB too.
    """

    strict: bool = False
    stories: list[Path] = field(default_factory=list)
    any_size: bool = False


@dataclass
class SchemaArguments:
    """The arguments of `reader schema`: there are none."""


COMMANDS = ("check", "schema")
"""The commands besides reading."""

Arguments = ReadArguments | CheckArguments | SchemaArguments


def parse_arguments(words: Sequence[str]) -> Arguments:
    """Read the arguments.

    Args:
        words: What follows `reader` on the command line.

    Returns:
        The arguments of the command that was named; without a command, those for reading.

    Raises:
        SystemExit: With code 0 after --help or --version; with code 2 if the usage is wrong.
    """
    if words and words[0] == "check":
        return _check().parse_args(words[1:], namespace=CheckArguments())
    if words:
        _ask_about_slip(words[0])
    if words and words[0] == "schema":
        _parser("reader schema", "Print the JSON Schema of the story format.").parse_args(words[1:])
        return SchemaArguments()
    arguments = _read().parse_args(words, namespace=ReadArguments())
    _ask_about_slip(str(arguments.story or ""))
    return arguments


def _ask_about_slip(word: str) -> None:
    if command := _meant(word):
        _read().error(f"there is no file {word}; did you mean `reader {command}`?")


def _meant(word: str) -> str | None:
    """The command that a word is a slip of, if no file has that name."""
    near = get_close_matches(word, COMMANDS, n=1, cutoff=0.7)
    return near[0] if near and word not in COMMANDS and not Path(word).exists() else None


class _Parser(argparse.ArgumentParser):
    """A parser whose messages contain no control character that someone typed."""

    def error(self, message: str) -> NoReturn:
        super().error(clean_line(message))


def _parser(name: str, about: str, epilog: str = "") -> argparse.ArgumentParser:
    return _Parser(name, description=about, epilog=epilog, formatter_class=argparse.RawDescriptionHelpFormatter)


def _any_size(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--any-size", action="store_true", help="also read files of more than 128 MB")


def _check() -> argparse.ArgumentParser:
    parser = _parser("reader check", "Say what is wrong with story files: in which scene and key, and how to mend it.")
    parser.add_argument("stories", metavar="STORY", nargs="+", type=Path, help="a story file")
    parser.add_argument("--strict", action="store_true", help="exit with code 2 also if there are only warnings")
    _any_size(parser)
    return parser


def _read() -> argparse.ArgumentParser:
    parser = _parser(
        "reader",
        "Read a story a beat at a time. Beside the text stands what you know so far, and nothing more.",
        "other commands:\n"
        "  reader check STORY...   what is wrong with story files\n"
        "  reader schema           the JSON Schema of the story format\n\n"
        "If a story file has the name of a command, write it with its folder: reader ./check",
    )
    parser.add_argument("story", metavar="STORY", nargs="?", type=Path, help="a story file; without one, Rust and Bone")
    parser.add_argument(
        "--at", metavar="SCENE[:BEAT]", help="begin there, by number or id; what is before counts as read"
    )
    parser.add_argument("--know", action="store_true", help="I know this story: open everything")
    _any_size(parser)
    parser.add_argument("--version", action="version", version=f"reader {__version__}")
    return parser
