"""Finds the story that comes with the program."""

from pathlib import Path

import reader


def shipped_story() -> Path:
    """The path of Rust and Bone: in the installed package, or beside the package in a checkout."""
    package = Path(reader.__file__).parent
    inside = package / "story.toml"
    return inside if inside.is_file() else package.parent / "story.toml"
