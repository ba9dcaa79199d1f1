"""The small phrases all drawings share: a name, a value in words, a change, a place."""

from reader.companion.meters import BondTold, Meter, ShiftTold, Told
from reader.companion.values import Person, Scale
from reader.tui.lines import Line, Open, Span, line
from reader.tui.looks import person_role, shape
from reader.tui.manner import Manner

UP, DOWN, STAR, CURRENT, BEFORE, NOW = "▲", "▼", "★", "▌", "○", "●"


NO_BREAK = "\u00a0"


def name(person: Person, *, bold: bool = False, within: bool = False) -> Span:
    """A person's name in their colour; a click on it opens the card.

    Args:
        person: Whose.
        bold: In bold.
        within: It stands within a sentence, as the author wrote it; elsewhere its first letter is a large one.
    """
    words = person.name if within else person.name[:1].upper() + person.name[1:]
    return Span(words, person_role(person.rank), bold=bold, target=Open(person.id))


def badge(person: Person) -> Span:
    """A person's shape in their colour, never parted from the name that follows it."""
    return Span(shape(person.rank) + NO_BREAK, person_role(person.rank), target=Open(person.id))


def trend(before: int | None, after: int) -> str:
    """▲ or ▼, or nothing where a value was stated or stayed."""
    if before is None or before == after:
        return ""
    return UP if after > before else DOWN


def change_words(scale: Scale, before: int | None, after: int, manner: Manner) -> str:
    """A change in words: `new: warm`, `▲ warm → close`, and within a band `▼ still warm`; numbers if wanted."""
    word = scale.word(after)
    if before is None:
        return f"new: {word}" + (f" ({after})" if manner.numbers else "")
    numbers = f" ({before} → {after})" if manner.numbers else ""
    arrow, earlier = trend(before, after), scale.word(before)
    said = f"still {word}" if earlier == word else f"{earlier} → {word}"
    return f"{arrow} {said}{numbers}".strip()


def direction_spans(told: ShiftTold) -> tuple[Span, ...]:
    """Who toward whom: `Ali → Anna`, or both ways `Ali ⇄ Anna`; the scale where the story has several."""
    arrow = "⇄" if told.both else "→"
    target = name(told.target, within=True)
    return (name(told.source), Span(f" {arrow} ", "quiet"), target, *scale_spans(told.scale))


def scale_spans(scale: Scale) -> tuple[Span, ...]:
    """The scale's name, where the story has several."""
    return () if scale.alone else (Span(f" · {scale.name}", "quiet"),)


def is_told(told: Told, manner: Manner) -> bool:
    """Whether a change stands under its beat."""
    if manner.told == "none":
        return False
    if manner.told == "all" or isinstance(told, BondTold) or told.before is None:
        return True
    return told.scale.word(told.before) != told.scale.word(told.after)


def told_line(told: Told, names_width: int, manner: Manner) -> Line:
    """One change as it stands under its beat."""
    if isinstance(told, BondTold):
        words = told.words or f"no longer {told.ended}"
        second = name(told.second, within=True)
        return line(name(told.first), Span(" and ", "quiet"), second, Span(f": {words}", "quiet"))
    spans = direction_spans(told)
    gap = max(2, names_width + 2 - sum(span.cells for span in spans))
    return line(*spans, Span(" " * gap + change_words(told.scale, told.before, told.after, manner), "quiet"))


def names_width(told: tuple[Told, ...]) -> int:
    """The width of the widest `Ali → Anna` among some changes, so that their words stand in one column."""
    widths = (sum(span.cells for span in direction_spans(row)) for row in told if isinstance(row, ShiftTold))
    return max(widths, default=0)


def where(meter: Meter) -> str:
    """Where a meter last moved: here, an earlier beat of the scene, or a scene."""
    if meter.here:
        return "here"
    return f"beat {meter.spot.beat}" if meter.in_scene else f"scene {meter.spot.scene}"


def meter_word(meter: Meter, manner: Manner) -> str:
    """A meter's word with its trend: `▲ close`, or `new: warm` at the beat that stated it first."""
    word = f"{meter.word} ({meter.value})" if manner.numbers else meter.word
    if meter.before is None:
        return f"new: {word}" if meter.here else word
    return f"{trend(meter.before, meter.value)} {word}".strip()


def people_words(people: tuple[Person, ...], joint: str = "and") -> str:
    """Names in a row: `Ali, Sam and Anna`."""
    names = [person.name for person in people]
    return f" {joint} ".join(part for part in (", ".join(names[:-1]), names[-1]) if part) if names else ""
