"""The story the reader ships with."""

from pathlib import Path

import reader


def shipped_story() -> Path:
    """Where Rust and Bone lies: inside an installed package, or above it in a checkout."""
    package = Path(reader.__file__).parent
    inside = package / "story.toml"
    return inside if inside.is_file() else package.parent / "story.toml"
