"""Where something stands in a story: a flat number inside the program, a scene and a beat outside it."""

from dataclasses import dataclass
from typing import NewType

Position = NewType("Position", int)
"""0 the opening page, 1…N the beats of the whole story, N+1 the end page."""

OPENING = Position(0)


@dataclass(frozen=True, slots=True)
class Anchor:
    """A position as it is kept outside the program; it survives edits of the story.

    Attributes:
        scene: The scene's id, which never changes.
        beat: The beat within it, counted from 1.
        quote: The first words of that beat, by which it is found again when beats were added or removed.
        end: The end page that follows this beat, which was the last of the story.
        after: The id of the scene before, by which the neighbourhood is found where the scene is gone; the first
            scene has none.
    """

    scene: str
    beat: int
    quote: str = ""
    end: bool = False
    after: str = ""

    def __str__(self) -> str:
        return f"{self.scene}:{self.beat}"


def read_anchors(text: str) -> tuple[Anchor, ...]:
    """What `SCENE[:BEAT]` may mean, best first: the whole as an id, then an id, the last colon and digits."""
    scene, colon, digits = text.rpartition(":")
    if colon and digits.isascii() and digits.isdigit():
        return (Anchor(text, 1), Anchor(scene, int(digits[:9])))
    return (Anchor(text, 1),)
