"""Turns positions into anchors, and finds anchors again in a story that may have been edited since."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from reader.companion.index import Index, opening
from reader.companion.values import Finding, Found
from reader.position import Anchor, Position
from reader.text import StoryText, first_words, fold, may_lack_spaces

QUOTE_LENGTH = 80
"""The most characters that an anchor quotes of its beat."""
TELLING_WORDS = 4
"""A beat is known by its quoted words alone only if there are at least this many of them."""
TELLING_LETTERS = 6
"""The same for scripts without spaces, in which nobody can count words."""


def quote_at(index: Index, position: Position) -> str:
    """The first words of a beat, or of its cue if it has no text; at most QUOTE_LENGTH characters and a …."""
    return first_words(_words_at(index, position), QUOTE_LENGTH)


def _words_at(index: Index, position: Position) -> str:
    beat = index.beat(position)
    return StoryText.parse(beat.text).plain if beat.text else beat.cue or ""


def anchor_at(index: Index, position: Position) -> Anchor | None:
    """The anchor of a position: None for the opening page; for the end page, that of the last beat with `end` set."""
    if position <= 0:
        return None
    on_page = Position(min(position, index.last))
    scene = index.scene_at(on_page)
    beat = on_page - index.starts[scene] + 1
    before = index.scenes[scene - 1].id if scene else ""
    return Anchor(index.scenes[scene].id, beat, quote_at(index, on_page), position > index.last, before)


def find_read(index: Index, anchor: Anchor, horizon: Position) -> Found | None:
    """Find an anchor among the beats that were read. Beats beyond the horizon have no influence on the answer.

    Args:
        index: The story.
        anchor: What to find.
        horizon: The last position that counts as read.

    Returns:
        The position, as from `find_anchor`, but only beats up to the horizon count. If the scene is gone or was not
        begun, the first beat that was read and begins with the anchor's words; None if there is no such beat.
    """
    number = index.numbers.get(anchor.scene)
    if number is None or index.starts[number] > horizon:
        near = index.openings.get(opening(anchor.quote), ())
        same = _saying(index, anchor.quote, near[: bisect_right(near, horizon)])
        return Found(same[0], Finding.MOVED) if same else None
    on_a_beat = replace(anchor, end=False)  # the end page cannot be bookmarked, and it may lie beyond the horizon
    return _find_in_scene(index, on_a_beat, number, Position(min(horizon + 1, index.after_scene(number))))


def find_anchor(index: Index, anchor: Anchor) -> Found | None:
    """Find an anchor in the story as it is now.

    Args:
        index: The story.
        anchor: What to find.

    Returns:
        The anchor's scene and beat if that beat still begins with the quoted words; otherwise the beat of the scene
        that begins with them now; otherwise the nearest beat of the scene. If the scene is gone, the only beat of the
        story that begins with the words, provided that there are enough of them; otherwise the last beat of the scene
        that stood before it. None if that scene is gone too.
    """
    number = index.numbers.get(anchor.scene)
    if number is None:
        return _find_elsewhere(index, anchor)
    return _find_in_scene(index, anchor, number, index.after_scene(number))


def _find_in_scene(index: Index, anchor: Anchor, number: int, after: Position) -> Found:
    start = index.starts[number]
    named = Position(min(max(start + anchor.beat - 1, start), after - 1))
    if named == start + anchor.beat - 1 and (not anchor.quote or _says(index, named, _Words.of(anchor.quote))):
        return Found(index.end if anchor.end and named == index.last else named)
    same = _saying(index, anchor.quote, range(start, after))
    # A place moves forward only if no other beat has these words, because all beats in between then count as read.
    near = [at for at in same if at <= named] or (same if _tells(anchor.quote, same) else [])
    if not near:
        return Found(named, Finding.NEAREST)
    return Found(min(near, key=lambda at: abs(at - named)), Finding.MOVED)


def _find_elsewhere(index: Index, anchor: Anchor) -> Found | None:
    same = _saying(index, anchor.quote, index.openings.get(opening(anchor.quote), ()))
    if _tells(anchor.quote, same):
        return Found(same[0], Finding.MOVED)
    before = index.numbers.get(anchor.after)
    if before is None:
        return None
    return Found(Position(index.after_scene(before) - 1), Finding.SCENE_GONE)


@dataclass(frozen=True, slots=True)
class _Words:
    """Quoted words, in the form in which they are compared; `whole` if the beat has no more."""

    folded: str
    whole: bool

    @classmethod
    def of(cls, quote: str) -> "_Words":
        cut = quote.endswith("…") and len(quote) > QUOTE_LENGTH // 2
        return cls(fold(quote.removesuffix("…") if cut else quote), not cut)

    def begin(self, text: str) -> bool:
        beginning = fold(" ".join(text.split())[: 2 * QUOTE_LENGTH])
        return beginning == self.folded if self.whole else beginning.startswith(self.folded)


def _says(index: Index, position: Position, words: _Words) -> bool:
    return words.begin(_words_at(index, position))


def _saying(index: Index, quote: str, beats: Iterable[int]) -> list[Position]:
    """The beats that begin with the quoted words, out of the given ones."""
    words = _Words.of(quote)
    return [Position(at) for at in beats if words.folded and _says(index, Position(at), words)]


def _tells(quote: str, same: Sequence[Position]) -> bool:
    """Whether the quoted words are enough to recognize a beat: there are several, and only one beat has them."""
    return len(same) == 1 and (len(fold(quote).split()) >= TELLING_WORDS or _letters(quote) >= TELLING_LETTERS)


def _letters(quote: str) -> int:
    if not may_lack_spaces(quote):
        return 0
    from reader.scripts import letters  # noqa: PLC0415 - its data takes time, which most stories save

    return letters(quote)
