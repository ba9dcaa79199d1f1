"""What is known at the frontier whatever the place: the list of scenes, and the page before and after the story."""

from dataclasses import dataclass

from reader.companion.index import Index
from reader.companion.values import SceneRow
from reader.position import Position
from reader.text import StoryText


@dataclass(frozen=True, slots=True)
class Known:
    """What lists and completions may show.

    Attributes:
        scenes: The scenes that the reader has begun.
    """

    scenes: tuple[SceneRow, ...]


@dataclass(frozen=True, slots=True)
class TitlePage:
    """What stands on the opening page and on the end page."""

    title: str
    byline: str | None
    content_notes: tuple[str, ...]
    about: StoryText | None


def known_at(index: Index, frontier: Position) -> Known:
    """What is known if the reader has read up to a position."""
    begun = index.scene_at(Position(min(frontier, index.last))) + 1 if frontier else 0
    return Known(index.rows[:begun])


def title_page(index: Index) -> TitlePage:
    """The story's title page. It counts as read from the start."""
    header = index.header
    about = StoryText.parse(header.about) if header.about else None
    return TitlePage(header.title, header.byline, header.content_notes, about)
