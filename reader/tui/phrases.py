"""The small phrases all drawings share: a name, a value in words, a change, a place."""

from dataclasses import replace

from reader.companion.meters import BondChange, Change, Meter, ShiftChange
from reader.companion.values import Person, Scale
from reader.session.display import DisplayOptions
from reader.session.links import OpenCard
from reader.text import Span
from reader.tui.lines import Line, line, width_of
from reader.tui.shapes import ShapedPerson
from reader.tui.themes import person_role, shape

UP, DOWN, STAR, CURRENT, BEFORE, NOW = "▲", "▼", "★", "▌", "○", "●"
NOBODY = "Nobody is here."
NO_BREAK = "\u00a0"


def name(person: Person, *, bold: bool = False, within: bool = False) -> Span:
    """A person's name in their colour; a click on it opens the card.

    Args:
        person: Whose.
        bold: In bold.
        within: The name stands within a sentence, as the author wrote it; otherwise its first letter is a capital.
    """
    words = person.name if within else person.name_alone
    return Span(f"{_shape_of(person)}{words}", person_role(person.rank), bold=bold, link=OpenCard(person.id))


def badge(person: Person) -> Span:
    """A person's shape in their colour, never parted from the name that follows it."""
    return Span(shape(person.rank) + NO_BREAK, person_role(person.rank), link=OpenCard(person.id))


def coloured(span: Span) -> Span:
    """A span of a beat's text; a name in it has the person's colour and leads to their card."""
    person = span.link
    if not isinstance(person, Person):
        return span
    text = f"{_shape_of(person)}{span.text}"
    return replace(span, text=text, role=person_role(person.rank), link=OpenCard(person.id))


def _shape_of(person: Person) -> str:
    """What stands before a person's name: their shape if colour does not tell them from another on the page."""
    return shape(person.rank) + NO_BREAK if isinstance(person, ShapedPerson) else ""


def trend(before: int | None, after: int) -> str:
    """▲ or ▼, or nothing if a value was stated or stayed the same."""
    if before is None or before == after:
        return ""
    return UP if after > before else DOWN


def toward(source: Person, target: Person, scale: Scale, arrow: str = "→") -> tuple[Span, ...]:
    """Who toward whom: `Ali → Anna`; the scale too if the story has several."""
    return (name(source), Span(f" {arrow} ", "quiet"), name(target, within=True), *scale_spans(scale))


def change_words(scale: Scale, before: int | None, after: int, display: DisplayOptions) -> str:
    """A change in words: `new: warm`, `▲ warm → close`, and within a band `▼ still warm`."""
    word = scale.word(after)
    if before is None:
        return f"new: {word}" + (f" ({after})" if display.numbers else "")
    numbers = f" ({before} → {after})" if display.numbers else ""
    arrow, earlier = trend(before, after), scale.word(before)
    words = f"still {word}" if earlier == word else f"{earlier} → {word}"
    return _with_arrow(arrow, f"{words}{numbers}")


def _with_arrow(arrow: str, words: str) -> str:
    """An arrow and its words, on one row if they are wrapped."""
    return f"{arrow}{NO_BREAK}{words}" if arrow else words


def direction_spans(change: ShiftChange) -> tuple[Span, ...]:
    """Who toward whom in a change: `Ali → Anna`, or both ways `Ali ⇄ Anna`."""
    return toward(change.source, change.target, change.scale, "⇄" if change.both else "→")


def scale_spans(scale: Scale) -> tuple[Span, ...]:
    """The scale's name, if the story has several."""
    return () if scale.alone else (Span(f" · {scale.name}", "quiet"),)


def change_line(change: Change, names_width: int, display: DisplayOptions) -> Line:
    """One change as it stands under its beat."""
    if isinstance(change, BondChange):
        words = change.words or f"no longer {change.ended}"
        second = name(change.second, within=True)
        return line(name(change.first), Span(" and ", "quiet"), second, Span(f": {words}", "quiet"))
    spans = direction_spans(change)
    gap = max(2, names_width + 2 - width_of(spans))
    return line(*spans, Span(" " * gap + change_words(change.scale, change.before, change.after, display), "quiet"))


def names_width(changes: tuple[Change, ...]) -> int:
    """The width of the widest `Ali → Anna` among some changes, so that their words stand in one column."""
    widths = (width_of(direction_spans(row)) for row in changes if isinstance(row, ShiftChange))
    return max(widths, default=0)


def where(meter: Meter) -> str:
    """Where a meter last moved: here, an earlier beat of the scene, or a scene."""
    if meter.here:
        return "here"
    return f"beat {meter.at.beat}" if meter.in_scene else f"scene {meter.at.scene}"


def meter_word(meter: Meter, display: DisplayOptions) -> str:
    """A meter's word: `▲ close` if it moved in this scene, `new: warm` at the beat that stated it first."""
    word = f"{meter.word} ({meter.value})" if display.numbers else meter.word
    if meter.before is None:
        return f"new: {word}" if meter.here else word
    arrow = trend(meter.before, meter.value) if meter.in_scene else ""
    return _with_arrow(arrow, word)


def bond_spans(other: Person, words: str, role: str = "text") -> tuple[Span, ...]:
    """What somebody is to another, as their card tells it: `with Anna: brother and sister`."""
    return (Span("with ", "quiet"), name(other, within=True), Span(f": {words}", role))


def people_words(people: tuple[Person, ...], joint: str = "and") -> str:
    """Names in a row: `Ali, Sam and Anna`."""
    names = [person.name for person in people]
    return f" {joint} ".join(part for part in (", ".join(names[:-1]), names[-1]) if part) if names else ""
