"""Positions to anchors and back: a story may have been edited between the two."""

from collections.abc import Iterable

from reader.companion.index import Index, opening
from reader.companion.values import Found
from reader.position import OPENING, Anchor, Position
from reader.text import StoryText, first_words, fold

QUOTE_LENGTH = 80


def quote_at(index: Index, position: Position) -> str:
    """The first words of a beat."""
    beat = index.beat(position)
    return first_words(StoryText.parse(beat.text).plain if beat.text else beat.cue or "", QUOTE_LENGTH)


def anchor_at(index: Index, position: Position) -> Anchor | None:
    """The anchor of a position; the opening page has none."""
    if position <= 0:
        return None
    on_page = Position(min(position, index.last))
    scene = index.scene_at(on_page)
    beat = on_page - index.starts[scene] + 1
    before = index.scenes[scene - 1].id if scene else ""
    return Anchor(index.scenes[scene].id, beat, quote_at(index, on_page), position > index.last, before)


def find_anchor(index: Index, anchor: Anchor) -> Found | None:
    """Where an anchor stands in the story as it is now.

    Returns:
        Its scene and beat where the quoted words are still there; else where these words went in that scene; else
        the nearest beat of that scene. Where the scene is gone, where these words went in the story; else where the
        scene before it ends; nothing where that is gone too.
    """
    return index.found.of(anchor, lambda: _find(index, anchor))


def _find(index: Index, anchor: Anchor) -> Found | None:
    number = index.numbers.get(anchor.scene)
    if number is None:
        return _find_elsewhere(index, anchor)
    start, after = index.starts[number], index.after_scene(number)
    named = Position(min(max(start + anchor.beat - 1, start), after - 1))
    if named == start + anchor.beat - 1 and (not anchor.quote or _says(index, named, fold(anchor.quote))):
        return Found(index.end if anchor.end and named == index.last else named)
    position = _quoted(index, anchor.quote, range(start, after), near=named)
    return Found(named if position is None else position, moved=True)


def _find_elsewhere(index: Index, anchor: Anchor) -> Found | None:
    position = _quoted(index, anchor.quote, index.openings.get(opening(anchor.quote), ()), near=OPENING)
    if position is not None:
        return Found(position, moved=True)
    before = index.numbers.get(anchor.after)
    return None if before is None else Found(Position(index.after_scene(before) - 1), moved=True, gone=True)


def _says(index: Index, position: Position, folded: str) -> bool:
    return fold(quote_at(index, position)) == folded


def _quoted(index: Index, quote: str, beats: Iterable[int], near: int) -> Position | None:
    folded = fold(quote)
    matches = [Position(position) for position in beats if folded and _says(index, Position(position), folded)]
    return min(matches, key=lambda position: abs(position - near), default=None)
