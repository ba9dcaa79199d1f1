"""Checks what Pydantic cannot: ids must exist and differ from each other, and values must stay on their scale."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol

from reader.story.model import Beat, Scale, Shift, Story
from reader.story.wording import Fault, Loc

_BEAT_KEYS = frozenset(Beat.model_fields)


def find_faults(story: Story) -> Iterator[Fault]:
    """Find every fault that shows only when the tables of a story are compared with each other.

    Args:
        story: A story in which each table is valid by itself.

    Returns:
        The faults, in the order of the file; none if the story is sound.
    """
    yield from _twice(story.scales, "scale")
    yield from _twice(story.characters, "character")
    yield from _twice(story.scenes, "scene")
    if not story.scenes:
        yield Fault((), "there is no scene", "A story needs at least one [[scene]] with one [[scene.beat]].")
    people = {character.id: None for character in story.characters}
    values = _Values(story.scales)
    for number, scene in enumerate(story.scenes):
        at: Loc = ("scene", number)
        yield from _unknown(scene.present, people, (*at, "present"))
        if not scene.beats:
            yield Fault(at, "there is no beat", "A scene needs at least one [[scene.beat]].")
        for row, beat in enumerate(scene.beats):
            yield from _beat_faults(beat, people, values, (*at, "beat", row))


class _WithId(Protocol):
    """A scale, a character or a scene."""

    @property
    def id(self) -> str: ...


def _twice(items: Sequence[_WithId], table: str) -> Iterator[Fault]:
    first: dict[str, int] = {}
    for number, item in enumerate(items):
        if item.id in first:
            mend = "Give one of the two another id."
            yield Fault((table, number, "id"), f'the id "{item.id}" is taken by {table} {first[item.id] + 1}', mend)
        first.setdefault(item.id, number)


def _unknown(ids: Iterable[str], known: dict[str, None], loc: Loc, what: str = "character") -> Iterator[Fault]:
    for used in ids:
        if used not in known:
            message = f'no {what} has the id "{used}"'
            if loc[-1] in ("learn", "reveal") and used in _BEAT_KEYS:
                header = f"[scene.beat.{loc[-1]}]"
                yield Fault(loc, message, f"What follows {header} belongs to it: move '{used}' above that line.")
            else:
                mend = f"Add a [[{what}]] with this id, or correct it."
                yield Fault(loc, message, mend, wanted=used, choices=known)


def _beat_faults(beat: Beat, people: dict[str, None], values: "_Values", at: Loc) -> Iterator[Fault]:
    if beat.speaker is not None:
        yield from _unknown([beat.speaker], people, (*at, "speaker"))
    yield from _unknown(beat.enter, people, (*at, "enter"))
    yield from _unknown(beat.leave, people, (*at, "leave"))
    yield from _unknown(beat.learn, people, (*at, "learn"))
    yield from _unknown(beat.reveal, people, (*at, "reveal"))
    for number, bond in enumerate(beat.bond):
        yield from _pair_faults(bond.between, people, (*at, "bond", number))
    for number, shift in enumerate(beat.shift):
        loc = (*at, "shift", number)
        faults = list(_pair_faults([person for move in shift.moves()[:1] for person in move[:2]], people, loc))
        yield from faults or values.apply(shift, loc)


def _pair_faults(pair: Sequence[str], people: dict[str, None], loc: Loc) -> Iterator[Fault]:
    yield from _unknown(pair, people, loc)
    if pair[0] == pair[1]:
        yield Fault(loc, f'"{pair[0]}" is named twice', "Name two people.")


class _Values:
    """The value of every direction so far; finds shifts that leave the range of their scale."""

    def __init__(self, scales: Sequence[Scale]) -> None:
        self._scales = {scale.id: scale for scale in scales}
        self._values: dict[tuple[str, str, str], int] = {}

    def apply(self, shift: Shift, loc: Loc) -> Iterator[Fault]:
        scale = self._scale(shift)
        if isinstance(scale, Fault):
            yield Fault((*loc, *scale.loc), scale.message, scale.mend, scale.wanted, scale.choices)
            return
        for source, target, number in shift.moves():
            direction = (source, target, scale.id)
            value = number if shift.by is None else self._values.get(direction, scale.start) + number
            if not scale.low <= value <= scale.high:
                yield Fault(
                    (*loc, "set" if shift.by is None else "by"),
                    f"{source} toward {target} would be {value}, outside {scale.low} to {scale.high}",
                )
            self._values[direction] = min(scale.high, max(scale.low, value))

    def _scale(self, shift: Shift) -> Scale | Fault:
        if shift.scale is not None:
            found = self._scales.get(shift.scale)
            message = f'no scale has the id "{shift.scale}"'
            mend = f"The scales are {', '.join(self._scales)}." if self._scales else "Add a [[scale]] with this id."
            return found or Fault(("scale",), message, mend, wanted=shift.scale, choices=self._scales)
        if len(self._scales) == 1:
            return next(iter(self._scales.values()))
        if self._scales:
            known = ", ".join(f'"{scale}"' for scale in self._scales)
            return Fault((), "'scale' is missing", f"The story has more than one: {known}.")
        return Fault((), "the story has no scale", "Add a [[scale]] above the characters.")
