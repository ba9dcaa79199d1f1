"""How a place in a story is named: inside the program by a position, outside it by a scene's id and a beat."""

from dataclasses import dataclass
from typing import NewType

Position = NewType("Position", int)
"""0 the opening page, 1…N the beats of the whole story, N+1 the end page."""

OPENING = Position(0)


@dataclass(frozen=True, slots=True)
class Anchor:
    """A position as files and the command line name it. It can be found again after edits of the story.

    Attributes:
        scene: The scene's id, which never changes.
        beat: The beat's number in the scene, counted from 1.
        quote: The beat's first words; they find it again after the author has added or removed beats.
        end: Whether the end page is meant. Then the beat was the last of the story.
        after: The id of the scene that stood before this one; it is used if this scene is gone. "" for the first scene.
    """

    scene: str
    beat: int
    quote: str = ""
    end: bool = False
    after: str = ""

    def __str__(self) -> str:
        return f"{self.scene}:{self.beat}"


def read_numbers(text: str) -> tuple[int, int] | None:
    """The numbers of a scene and a beat in it, as `8` or `8:3` names them; None if the text is something else."""
    scene, _, beat = text.partition(":")
    if not all(number.isascii() and number.isdigit() and len(number) < 10 for number in (scene, beat or "1")):
        return None
    return int(scene), int(beat or 1)


def read_anchors(text: str) -> tuple[Anchor, ...]:
    """What `SCENE[:BEAT]` may mean.

    Args:
        text: As someone typed it. Since ids may contain colons, the beat is what follows the last one.

    Returns:
        One or two anchors, to be tried in order: the whole text as a scene's id, with beat 1; then, if the text ends
        in a colon and digits, the scene's id before the colon with that beat.
    """
    scene, colon, digits = text.rpartition(":")
    if colon and digits.isascii() and digits.isdigit():
        return (Anchor(text, 1), Anchor(scene, int(digits[:9])))
    return (Anchor(text, 1),)
