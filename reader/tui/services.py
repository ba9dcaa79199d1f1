"""The services that the app needs, and the farewell it ends with."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Protocol

from reader.companion.reading import Reading
from reader.problems import Problems
from reader.session.commands import usual_keys
from reader.session.display import ColourDepth
from reader.session.keys import Keymap
from reader.shelf.choices import Choices
from reader.shelf.settings import Settings
from reader.shelf.shelf import Shelf
from reader.toml import Progress

OpenStory = Callable[[Progress], Reading | Problems]
"""The one door to a story: it returns the reading, or what stands in its way. It reports how far it is."""


def _utc_now() -> datetime:
    return datetime.now(UTC).replace(microsecond=0)


class Ending(Protocol):
    """Ends the program if it cannot go on. All of it may be called on any thread."""

    def hang_up(self) -> None:
        """The terminal is gone."""

    def failed(self, error: BaseException) -> None:
        """The program failed."""


class NoEnding:
    """Where nothing watches over the program."""

    def hang_up(self) -> None:
        """The terminal is gone."""

    def failed(self, error: BaseException) -> None:
        """The program failed."""
        raise error


@dataclass(frozen=True, slots=True)
class Services:
    """What the app is given to work with.

    Attributes:
        open_story: Opens the story.
        shelf_of: The shelf of a story, by its id.
        choices: What the reader chose in the app before.
        keep_choices: Keeps what the reader chooses; it may raise OSError.
        file: The story file, as a problem shall name it.
        at: The scene or beat at which the command line wants to begin; empty to begin where the reader left off.
        know: The command line says that the reader knows the story.
        settings: What the reader's settings ask for.
        keys: The keys of the commands.
        depth: How many colours the terminal shows.
        now: Tells the time, in UTC.
        ending: Ends the program if the terminal is gone, or something failed.
    """

    open_story: OpenStory
    shelf_of: Callable[[str], Shelf]
    choices: Choices
    keep_choices: Callable[[Choices], None]
    file: str = ""
    at: str = ""
    know: bool = False
    settings: Settings = field(default_factory=Settings)
    keys: Keymap = field(default_factory=usual_keys)
    depth: ColourDepth = ColourDepth.FULL
    now: Callable[[], datetime] = _utc_now
    ending: Ending = field(default_factory=NoEnding)


@dataclass(frozen=True, slots=True)
class Farewell:
    """What there is to say once the screen is gone.

    Attributes:
        kept: Where the reader's place is kept, in words.
        unsaved: Why it is not kept; empty if it is.
        notice: What opening the shelf had to say; a screen may have cut it.
        signal: The signal that ended the program; 0 if the reader left.
    """

    kept: str = ""
    unsaved: str = ""
    notice: str = ""
    signal: int = 0
