"""Positions to anchors and back: a story may have been edited between the two."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace

from reader.companion.index import Index, opening
from reader.companion.values import Found
from reader.position import Anchor, Position
from reader.text import StoryText, first_words, fold

QUOTE_LENGTH = 80
TELLING_WORDS = 4
"""Fewer words than this do not tell one beat of a story from another."""


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


def find_read(index: Index, anchor: Anchor, horizon: Position) -> Found | None:
    """Where an anchor stands among what was read; what lies beyond the horizon has no part in the answer.

    Returns:
        As `find_anchor`, with `moved` and the nearest beat of a scene that was begun; nothing where neither its scene
        nor its words were read.
    """
    number = index.numbers.get(anchor.scene)
    if number is None or index.starts[number] > horizon:
        near = index.openings.get(opening(anchor.quote), ())
        same = _saying(index, anchor.quote, near[: bisect_right(near, horizon)])
        return Found(same[0], moved=True) if same else None
    on_a_beat = replace(anchor, end=False)  # the end page is never kept, and may lie beyond
    return _find_in_scene(index, on_a_beat, number, Position(min(horizon + 1, index.after_scene(number))))


def find_anchor(index: Index, anchor: Anchor) -> Found | None:
    """Where an anchor stands in the story as it is now.

    Returns:
        Its scene and beat where the quoted words are still there; else where these words went in that scene; else
        the nearest beat of that scene. Where the scene is gone, the one beat of the story that has these words, if
        they are enough to tell it by; else where the scene before it ends; nothing where that is gone too.
    """
    number = index.numbers.get(anchor.scene)
    if number is None:
        return _find_elsewhere(index, anchor)
    return _find_in_scene(index, anchor, number, index.after_scene(number))


def _find_in_scene(index: Index, anchor: Anchor, number: int, after: Position) -> Found:
    start = index.starts[number]
    named = Position(min(max(start + anchor.beat - 1, start), after - 1))
    if named == start + anchor.beat - 1 and (not anchor.quote or _says(index, named, fold(anchor.quote))):
        return Found(index.end if anchor.end and named == index.last else named)
    same = _saying(index, anchor.quote, range(start, after))
    # Forward only to words that cannot be another beat's: what lies between counts as read.
    near = [at for at in same if at <= named] or (same if _tells(anchor.quote, same) else [])
    if not near:
        return Found(named, moved=True, guessed=True)
    return Found(min(near, key=lambda at: abs(at - named)), moved=True)


def _find_elsewhere(index: Index, anchor: Anchor) -> Found | None:
    same = _saying(index, anchor.quote, index.openings.get(opening(anchor.quote), ()))
    if _tells(anchor.quote, same):
        return Found(same[0], moved=True)
    before = index.numbers.get(anchor.after)
    if before is None:
        return None
    return Found(Position(index.after_scene(before) - 1), moved=True, guessed=True, gone=True)


def _says(index: Index, position: Position, folded: str) -> bool:
    return fold(quote_at(index, position)) == folded


def _saying(index: Index, quote: str, beats: Iterable[int]) -> list[Position]:
    """Those of some beats that begin with the quoted words."""
    folded = fold(quote)
    return [Position(at) for at in beats if folded and _says(index, Position(at), folded)]


def _tells(quote: str, same: Sequence[Position]) -> bool:
    """Whether quoted words tell the one beat that has them from all others."""
    return len(same) == 1 and len(fold(quote).split()) >= TELLING_WORDS
