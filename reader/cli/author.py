"""The commands for authors: `reader check` and `reader schema`."""

import json
import sys

from reader.cli.arguments import CheckArguments
from reader.cli.collector import release_collector
from reader.problems import Problems
from reader.story.load import LARGEST_FILE, check_story
from reader.story.schema import json_schema
from reader.text import clean_line, count


def check(arguments: CheckArguments) -> int:
    """Print the problems and warnings of story files.

    Returns:
        The exit code: 0 if all files are fine, 2 if one has a problem or, with --strict, a warning.
    """
    wrong = False
    largest = sys.maxsize if arguments.any_size else LARGEST_FILE
    for path in arguments.stories:
        checked = check_story(path, largest)
        release_collector()
        if isinstance(checked, Problems):
            print(checked, file=sys.stderr)
            wrong = True
            continue
        story = checked.story
        if checked.warnings:
            print(checked.warnings, file=sys.stderr)
            wrong = wrong or arguments.strict
        beats = sum(len(scene.beats) for scene in story.scenes)
        people = len(story.characters)
        counts = (count(len(story.scenes), "scene"), count(beats, "beat"), count(people, "character"))
        print(f"{clean_line(str(path))}: fine: {', '.join(counts)}")
    return 2 if wrong else 0


def schema() -> int:
    """Print the JSON Schema of the story format. Returns the exit code, 0."""
    print(json.dumps(json_schema(), indent=2, ensure_ascii=False))
    return 0
