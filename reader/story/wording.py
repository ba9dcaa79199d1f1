"""Words for what is wrong with a story: in which scene, beat and key, and how the author can mend it."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from reader.problems import SHOWN_PROBLEMS, Problem
from reader.story.model import (
    FORMAT,
    LARGEST_NUMBER,
    Beat,
    Bond,
    Character,
    Header,
    Reveal,
    Scale,
    Scene,
    Shift,
    Story,
    Table,
)

MANY_CHOICES = 200
"""The most words with which a mistyped one is compared; comparing thousands takes minutes."""

Loc = tuple[str | int, ...]
"""The keys and indices that lead to a value: ("scene", 7, "beat", 3, "shift", 0, "because")."""

_TABLES: Mapping[str, type[Table]] = {
    "story": Header,
    "scale": Scale,
    "character": Character,
    "scene": Scene,
    "beat": Beat,
    "bond": Bond,
    "shift": Shift,
    "reveal": Reveal,
}
_TITLE_PAGE = {"story": "[story]"}
_SHORTER = {"text": "Divide it into two beats."}
_NOT_IN_THE_FILE = frozenset({"single", "list", "table", "[key]"})
_TYPES = {
    "string_type": "this wants a text in quotes",
    "int_type": "this wants a whole number",
    "bool_type": "this wants true or false",
    "tuple_type": "this wants a list: [ … ]",
    "dict_type": "this wants a table: { key = … }",
    "model_type": "this wants a table: { key = … }",
    "model_attributes_type": "this wants a table: { key = … }",
}


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that is wrong in the story's tables.

    Attributes:
        loc: Where it is.
        message: What is wrong, a sentence without its full stop.
        mend: What to do about it; "" if the message makes that plain.
        wanted: A word that may be mistyped; the most similar of `choices` is suggested instead of `mend`.
        choices: The words that would be right.
    """

    loc: Loc
    message: str
    mend: str = ""
    wanted: str = ""
    choices: Collection[str] = ()


@dataclass(frozen=True, slots=True)
class Scenes:
    """The id of each scene and the line of its `[[scene]]` header, counted from 1; None for those not known."""

    ids: Sequence[str | None]
    lines: Sequence[int | None]


def faults_of(error: ValidationError, prefix: Loc = ()) -> list[Fault]:
    """Turn Pydantic's errors into faults, without quoting the author's values.

    Args:
        error: Raised by one of the models.
        prefix: Where in the file the table stands that was validated.
    """
    details = error.errors(include_url=False, include_context=True, include_input=False)
    return [_fault(detail, prefix) for detail in details]


def problems_of(faults: Iterable[Fault], scenes: Scenes) -> tuple[Problem, ...]:
    """Turn faults into problems. Those that will be printed suggest the right word for a mistyped one."""
    return tuple(_problem(fault, scenes, suggest=n < SHOWN_PROBLEMS) for n, fault in enumerate(faults))


def _problem(fault: Fault, scenes: Scenes, *, suggest: bool) -> Problem:
    mend = fault.mend
    if suggest and fault.wanted:
        near = get_close_matches(fault.wanted, _likely(fault), n=1, cutoff=0.6)
        mend = f'Did you mean "{near[0]}"?' if near else mend
    return Problem(fault.message, mend, line=_line(fault.loc, scenes), where=_where(fault.loc, scenes))


def _likely(fault: Fault) -> Collection[str]:
    """The choices to compare: all, or if there are too many, some that begin with the same two letters."""
    if len(fault.choices) <= MANY_CHOICES:
        return fault.choices
    return [choice for choice in fault.choices if choice[:2] == fault.wanted[:2]][:MANY_CHOICES]


def _line(loc: Loc, scenes: Scenes) -> int | None:
    number = loc[1] if len(loc) > 1 and loc[0] == "scene" else None
    return scenes.lines[number] if isinstance(number, int) and number < len(scenes.lines) else None


def _where(loc: Loc, scenes: Scenes) -> str:
    words: list[str] = []
    for after, step in enumerate(loc, start=1):
        if step in _NOT_IN_THE_FILE:
            continue
        if isinstance(step, str):
            counted = after < len(loc) and isinstance(loc[after], int)
            if words and words[-1].endswith("'"):
                words[-1] = f"{words[-1][:-1]}.{step}'"
            else:
                words.append(step if step in _TABLES and counted else _TITLE_PAGE.get(step, f"'{step}'"))
        elif words == ["scene"] and step < len(scenes.ids) and scenes.ids[step] is not None:
            words[-1] = f'scene "{scenes.ids[step]}"'
        elif words and not words[-1].startswith("'"):
            words[-1] = f"{words[-1]} {step + 1}"
        elif words:
            words.append(f"item {step + 1}")
    return ", ".join(words)


def _fault(detail: ErrorDetails, prefix: Loc) -> Fault:
    loc = prefix + detail["loc"]
    kind, context = detail["type"], detail.get("ctx", {})
    key = next((step for step in reversed(loc) if isinstance(step, str) and step not in _NOT_IN_THE_FILE), "")
    if kind == "missing":
        return Fault(loc[:-1], f"'{key}' is missing") if loc[-1] == key else Fault(loc[:-1], "this wants two items")
    if kind == "extra_forbidden":
        return _unknown_key(loc, key)
    if kind == "string_pattern_mismatch":
        return Fault(loc, *_id_words(loc))
    if kind == "string_too_long":
        shorter = _SHORTER.get(key, "Make it shorter.")
        return Fault(loc, f"this is longer than {context.get('max_length', 0):,} characters", shorter)
    if kind == "too_long":
        return Fault(loc, f"this wants {context.get('max_length')} items, not more")
    if kind in ("model_type", "dict_type", "tuple_type") and key in ("scene", "beat", "character", "scale"):
        return Fault(loc, f"[{_header(key)}] is one table", f"Write [[{_header(key)}]], once for each.")
    if kind == "model_type" and key == "story":
        return Fault(loc, "this wants one table", "Write [story], once.")
    if key == "format":
        return Fault(loc, f"this program reads format {FORMAT}", f"Write format = {FORMAT}.")
    if kind in ("less_than_equal", "greater_than_equal"):
        return Fault(loc, f"a number here is at least -{LARGEST_NUMBER:,} and at most {LARGEST_NUMBER:,}")
    return Fault(loc, _TYPES.get(kind, detail["msg"]))


def _header(key: str) -> str:
    return "scene.beat" if key == "beat" else key


def _id_words(loc: Loc) -> tuple[str, str]:
    if "learn" in loc or "reveal" in loc:
        return "this is no id", "Write the id of the [[character]], not the name: learn.stephanie = …"
    if "story" in loc:
        return "the story's id may have only a to z, 0 to 9 and -, at most 64", ""
    return "an id may have only letters A to Z and a to z, digits and _ . : -, at most 64", ""


def _unknown_key(loc: Loc, key: str) -> Fault:
    container = next((step for step in reversed(loc[:-1]) if isinstance(step, str) and step in _TABLES), "")
    known = _keys(_TABLES.get(container, Story))
    message = f"unknown key '{key}'"
    if container in ("shift", "bond") and key in _keys(Beat):
        place = f"[[scene.beat.{container}]]"
        return Fault(loc[:-1], message, f"What follows {place} belongs to it: move '{key}' above that line.")
    if container == "story" and key in _keys(Story):
        return Fault(loc[:-1], message, f"What follows [story] belongs to it: move '{key}' above that line.")
    if not container and key == "scene":
        return Fault(loc[:-1], "[scene] is one table", "Write [[scene]], once for each.")
    if container == "beat" and key in _keys(Scene):
        return Fault(loc[:-1], message, f"'{key}' belongs to the scene: move it above the first [[scene.beat]].")
    if container in ("bond", "shift", "reveal") and key in _keys(Scene):
        return Fault(loc[:-1], message, f"'{key}' belongs to the scene: move it above the first [[scene.beat]].")
    if container in ("scale", "character", "") and key in _keys(Header):
        return Fault(loc[:-1], message, f"'{key}' belongs to [story]: move it below that line.")
    mend = f"Known here: {', '.join(sorted(known))}."
    return Fault(loc[:-1], message, mend, wanted=key, choices=known)


def _keys(table: type[Table]) -> list[str]:
    return [field.alias or name for name, field in table.model_fields.items()]
