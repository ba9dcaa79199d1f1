"""The author's commands: `reader check` and `reader schema`."""

import json
import sys

from reader.cli.arguments import CheckArguments
from reader.cli.collector import release_collector
from reader.problems import Problems
from reader.story.load import LARGEST_FILE, check_story
from reader.story.schema import json_schema
from reader.text import clean_line, count


def check(arguments: CheckArguments) -> int:
    """Say what is wrong with story files, and what may be; returns the exit code, 2 if any is wrong."""
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
    """Print the JSON Schema of the story format."""
    print(json.dumps(json_schema(), indent=2, ensure_ascii=False))
    return 0
