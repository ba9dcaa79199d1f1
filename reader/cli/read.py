"""`reader [STORY]`: opens a story in the app."""

import sys
from pathlib import Path

from reader.cli.arguments import ReadArguments
from reader.cli.collector import release_collector
from reader.cli.failure import failure_block
from reader.cli.shipped import shipped_story
from reader.cli.terminal import tell
from reader.cli.watchdog import FLUSH_PATIENCE, Watchdog
from reader.companion.reading import Reading
from reader.problems import Problems
from reader.session.keymap import changeable, keymap_with
from reader.shelf.choices import keep_choices, read_choices
from reader.shelf.settings import read_settings
from reader.shelf.shelf import Shelf, shelf_folder
from reader.story.load import LARGEST_FILE, load_story
from reader.text import clean_line
from reader.toml import Progress
from reader.tui.app import ReaderApp
from reader.tui.depth import terminal_depth
from reader.tui.services import Ending, Farewell, OpenStory, Services


def read(arguments: ReadArguments) -> int:
    """Open a story in the app, and wait until the reader leaves. Returns the exit code."""
    watchdog = Watchdog(_of_the_end)
    services = _services(arguments, watchdog)
    if isinstance(services, Problems):
        tell(str(services))
        return 2
    app = ReaderApp(services)
    watchdog.watch(app)
    ended = app.run()
    if watchdog.error:
        tell(_of_the_end(watchdog.error, app.flush(FLUSH_PATIENCE)))
        return 1
    if isinstance(ended, Problems):
        tell(str(ended))
        return 2
    return _say(ended) if isinstance(ended, Farewell) else app.return_code or 0


def _of_the_end(error: BaseException | None, unsaved: str) -> str:
    """What to say of an end that the reader did not ask for; nothing if all is as it should be."""
    if error:
        return failure_block(error, shelf_folder(), unsaved)
    return _not_saved(unsaved) if unsaved else ""


def _not_saved(reason: str) -> str:
    return f"reader: not saved: {clean_line(reason)}"


def _services(arguments: ReadArguments, ending: Ending) -> Services | Problems:
    """What the app needs, or what is wrong with the settings."""
    folder = shelf_folder()
    settings = read_settings(folder, [command.id for command in changeable()])
    if isinstance(settings, Problems):
        return settings
    keys = keymap_with(settings.keys, str(folder / "settings.toml"))
    if isinstance(keys, Problems):
        return keys
    path = arguments.story or shipped_story()
    return Services(
        open_story=open_story(path, hide_length=settings.hide_length, any_size=arguments.any_size),
        shelf_of=lambda story: Shelf(folder, story),
        choices=read_choices(folder),
        keep_choices=lambda choices: keep_choices(folder, choices),
        file=str(path),
        at=arguments.at or "",
        know=arguments.know,
        settings=settings,
        keys=keys,
        depth=terminal_depth(),
        ending=ending,
    )


def _say(farewell: Farewell) -> int:
    """Print the last words after the screen is gone. Returns the exit code."""
    if farewell.notice:
        tell(f"reader: {farewell.notice}")
    if farewell.kept:
        tell(farewell.kept, sys.stdout)
    if farewell.unsaved:
        tell(_not_saved(farewell.unsaved))
        return 1
    return 128 + farewell.signal if farewell.signal else 0


def open_story(path: Path, *, hide_length: bool = False, any_size: bool = False) -> OpenStory:
    """Make the function with which the app opens the story.

    Args:
        path: The story file.
        hide_length: Whether the reading hides how long the story is.
        any_size: Whether to read files of more than LARGEST_FILE bytes.

    Returns:
        A function that loads the story, reports its progress, and returns a reading or all problems of the file.
    """

    def opened(progress: Progress) -> Reading | Problems:
        story = load_story(path, progress, sys.maxsize if any_size else LARGEST_FILE)
        if isinstance(story, Problems):
            return story
        reading = Reading.of(story).hiding_length(hide_length)
        release_collector()
        return reading

    return opened
