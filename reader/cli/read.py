"""`reader [STORY]`: opens the app on a story."""

import gc
import sys
from pathlib import Path

from reader.cli.arguments import ReadArguments
from reader.cli.shipped import shipped_story
from reader.companion.reading import Reading
from reader.position import read_anchors
from reader.shelf.choices import keep_choices, read_choices
from reader.shelf.settings import read_settings
from reader.shelf.shelf import Shelf, shelf_folder
from reader.story.load import LARGEST_FILE, load_story
from reader.text import clean_line
from reader.toml import Problems, Progress
from reader.tui.app import Left, OpenStory, Outside, ReaderApp
from reader.tui.keymap import commands_with
from reader.tui.resume import Start, named_place


def read(arguments: ReadArguments) -> int:
    """Read a story; returns the exit code."""
    folder = shelf_folder()
    settings = read_settings(folder)
    if isinstance(settings, Problems):
        print(settings, file=sys.stderr)
        return 2
    commands = commands_with(settings.keys, str(folder / "settings.toml"))
    if isinstance(commands, Problems):
        print(commands, file=sys.stderr)
        return 2
    outside = Outside(
        open_story=open_story(arguments, hide_length=settings.hide_length),
        shelf_of=lambda story: Shelf(folder, story),
        choices=read_choices(folder),
        keep_choices=lambda choices: keep_choices(folder, choices),
        settings=settings,
        commands=commands,
        start=Start(read_anchors(arguments.at) if arguments.at else (), arguments.know),
    )
    app = ReaderApp(outside)
    result = app.run()
    if isinstance(result, Problems):
        print(result, file=sys.stderr)
        return 2
    if isinstance(result, Left):
        if result.told:
            print(f"reader: {result.told}", file=sys.stderr)
        if result.kept:
            print(result.kept)
        if result.unsaved:
            print(f"reader: not saved: {clean_line(result.unsaved)}", file=sys.stderr)
            return 1
        if result.signal:
            return 128 + result.signal
    return app.return_code or 0


def open_story(arguments: ReadArguments, *, hide_length: bool = False) -> OpenStory:
    """The door the app opens: the story as a reading, or what stands in its way."""
    path: Path = arguments.story or shipped_story()

    def opened(progress: Progress) -> Reading | Problems:
        story = load_story(path, progress, sys.maxsize if arguments.any_size else LARGEST_FILE)
        if isinstance(story, Problems):
            return story
        reading = Reading.of(story).hiding_length(hide_length)
        gc.freeze()  # the story stays as it is: the collector need not look through it at every turn
        gc.enable()
        if arguments.at and named_place(reading, read_anchors(arguments.at)) is None:
            return Problems.one(
                f'--at: the story has no scene or beat "{clean_line(arguments.at)}"',
                "Name a scene by its id, with a beat of it if you like: the-beach:3",
                str(path),
            )
        return reading

    return opened
