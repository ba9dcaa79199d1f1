"""Positions as the command line names them: a scene by its number or its id, with a beat of it."""

from difflib import get_close_matches

from reader.companion.reading import Reading
from reader.companion.values import Finding
from reader.position import OPENING, Anchor, Position, read_anchors, read_numbers
from reader.problems import Problem
from reader.text import clean_line


def position_named(reading: Reading, name: str, frontier: Anchor | None = None) -> Position | Problem:
    """The position that `--at` names.

    Args:
        reading: The story, nothing of it read.
        name: A scene's id or its number, with or without `:beat`. If it can be both, it is an id.
        frontier: How far the reader has read; of the scenes up to there, the problem may name some.

    Returns:
        The position; or what is wrong with the name, and how scenes of this story are named.
    """
    name = name.strip()
    for anchor in read_anchors(name):
        found = reading.find(anchor) if reading.has_scene(anchor.scene) else None
        if found and found.how is Finding.UNMOVED:
            return found.position
    if (numbers := read_numbers(name)) and (position := reading.numbered(*numbers)) is not None:
        return position
    reached = reading.find(frontier) if frontier else None
    read = reading.reaching(reached.position if reached else OPENING)
    return Problem(f'--at: the story has no scene or beat "{clean_line(name)}"', _mend(read, name))


def _mend(read: Reading, name: str) -> str:
    """How to name a scene, by examples that the reader has read."""
    scenes = {scene.id: scene for scene in read.known.scenes}
    looked_for = next(anchor.scene for anchor in reversed(read_anchors(name)))
    if near := get_close_matches(looked_for, scenes, n=1):
        return f'Did you mean "{near[0]}", scene {scenes[near[0]].number}?'
    forms = ["1", "1:2"]
    if scenes:
        last = scenes[next(reversed(scenes))]
        forms = [f"{last.number}", f"{last.number}:2", f"{last.id}:2"]
    examples = " or ".join((", ".join(forms[:-1]), forms[-1]))
    return f"Name a scene by its number or its id, with a beat of it if you like: {examples}"
