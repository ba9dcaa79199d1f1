"""What is known at the frontier: the lists of the reading screen, and the pages before and after the story."""

from dataclasses import dataclass

from reader.companion.index import Index
from reader.companion.values import SceneRow
from reader.position import Position
from reader.text import StoryText


@dataclass(frozen=True, slots=True)
class Known:
    """What lists and completions may draw on.

    Attributes:
        frontier: How far the reader may see.
        scenes: The scenes that were begun.
    """

    frontier: Position
    scenes: tuple[SceneRow, ...]


@dataclass(frozen=True, slots=True)
class TitlePage:
    """What stands on the opening page, and again on the end page."""

    title: str
    byline: str | None
    content_notes: tuple[str, ...]
    about: StoryText | None


def known_at(index: Index, frontier: Position) -> Known:
    """What is known at a frontier."""
    begun = index.scene_at(Position(min(frontier, index.last))) + 1 if frontier else 0
    return Known(frontier, index.rows[:begun])


def title_page(index: Index) -> TitlePage:
    """The story's header, which counts as read."""
    header = index.header
    about = StoryText.parse(header.about) if header.about else None
    return TitlePage(header.title, header.byline, header.content_notes, about)
