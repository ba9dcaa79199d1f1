"""Letters of other scripts: the commands stand on Latin letters, and the keyboard may be switched to another script."""

import unicodedata

from reader.session.notices import Notice
from reader.session.state import Move, State, Step


def beyond_latin(character: str) -> bool:
    """Whether a character is a letter of another script than Latin."""
    return character.isalpha() and not unicodedata.name(character, "").startswith("LATIN ")


def not_a_command(letter: str) -> Move:
    """A move that says what to do if a letter of another script was pressed."""

    def move(state: State) -> Step:
        words = f"{letter} is not a command. The commands are Latin letters: switch the keyboard"
        short = f"{letter} is no command: switch to Latin letters."
        return Step(state.saying(Notice(f"{words}, or set keys in settings.toml.", short=short)))

    return move
