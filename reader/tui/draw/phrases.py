"""The small phrases all drawings share: a name, a value in words, a change, a place."""

from reader.companion.meters import BondTold, Meter, ShiftTold, Told
from reader.companion.values import Person
from reader.tui.lines import Line, Span, line
from reader.tui.looks import person_role, shape

UP, DOWN, STAR, CURRENT, BEFORE, NOW = "▲", "▼", "★", "▌", "○", "●"


def name(person: Person, *, bold: bool = False) -> Span:
    """A person's name in their colour."""
    return Span(person.name, person_role(person.rank), bold=bold)


def badge(person: Person) -> Span:
    """A person's shape in their colour."""
    return Span(f"{shape(person.rank)} ", person_role(person.rank))


def trend(before: int | None, after: int) -> str:
    """▲ or ▼, or nothing where a value was stated or stayed."""
    if before is None or before == after:
        return ""
    return UP if after > before else DOWN


def value_words(told: ShiftTold) -> str:
    """A change in words: `new: warm`, `▲ warm → close`, and within a band `▼ still warm`."""
    after = told.scale.word(told.after)
    if told.before is None:
        return f"new: {after}"
    before = told.scale.word(told.before)
    arrow = trend(told.before, told.after)
    if before == after:
        return f"{arrow} still {after}".strip()
    return f"{arrow} {before} → {after}"


def direction_spans(told: ShiftTold) -> tuple[Span, ...]:
    """Who toward whom: `Ali → Anna`, or both ways `Ali ⇄ Anna`."""
    arrow = "⇄" if told.both else "→"
    return (name(told.source), Span(f" {arrow} ", "quiet"), name(told.target))


def told_line(told: Told, names_width: int) -> Line:
    """One change as it stands under its beat."""
    if isinstance(told, BondTold):
        words = told.words or f"no longer {told.ended}"
        return line(name(told.first), Span(" and ", "quiet"), name(told.second), Span(f": {words}", "quiet"))
    spans = direction_spans(told)
    gap = max(2, names_width + 2 - sum(span.cells for span in spans))
    return line(*spans, Span(" " * gap + value_words(told), "quiet"))


def names_width(told: tuple[Told, ...]) -> int:
    """The width of the widest `Ali → Anna` among some changes, so that their words stand in one column."""
    widths = (sum(span.cells for span in direction_spans(row)) for row in told if isinstance(row, ShiftTold))
    return max(widths, default=0)


def where(meter: Meter) -> str:
    """Where a meter last moved: here, an earlier beat of the scene, or a scene."""
    if meter.here:
        return "here"
    return f"beat {meter.spot.beat}" if meter.in_scene else f"scene {meter.spot.scene}"


def meter_word(meter: Meter) -> str:
    """A meter's word with its trend: `▲ close`, or `new: warm` at the beat that stated it first."""
    if meter.before is None:
        return f"new: {meter.word}" if meter.here else meter.word
    return f"{trend(meter.before, meter.value)} {meter.word}".strip()


def count(number: int, one: str, many: str = "") -> str:
    """A number with its noun."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def people_words(people: tuple[Person, ...], joint: str = "and") -> str:
    """Names in a row: `Ali, Sam and Anna`."""
    names = [person.name for person in people]
    return f" {joint} ".join(part for part in (", ".join(names[:-1]), names[-1]) if part) if names else ""
