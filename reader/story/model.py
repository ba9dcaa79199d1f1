"""The story format, version 1, as frozen Pydantic models: what an author may write, key by key."""

from dataclasses import dataclass
from typing import Annotated, Any, Self, TypeVar

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Discriminator,
    Field,
    GetJsonSchemaHandler,
    StringConstraints,
    Tag,
    model_validator,
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError

from reader.text import clean, clean_line

LONGEST_BEAT = 20_000
LONGEST_NAME = 500
LARGEST_NUMBER = 1_000_000
FORMAT = 1

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class _OneOrManySchema:
    def __get_pydantic_json_schema__(self, core: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        many = handler(core)
        return {"anyOf": [many["items"], many]}


def _shape(value: Any) -> str:
    if isinstance(value, list | tuple):
        return "list"
    return "table" if isinstance(value, dict) else "single"


def _as_list(value: Any) -> Any:
    return value if isinstance(value, list | tuple) else [value]


def _filled(text: str) -> str:
    if not text.strip():
        raise PydanticCustomError("empty_text", "this is empty: write something")
    return text


Id = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_.:-]{1,64}$")]
StoryId = Annotated[str, StringConstraints(pattern=r"^[a-z0-9-]{1,64}$")]
Name = Annotated[str, Field(max_length=LONGEST_NAME), AfterValidator(clean_line), AfterValidator(_filled)]
Sentence = Annotated[str, Field(max_length=LONGEST_BEAT), AfterValidator(clean_line), AfterValidator(_filled)]
Ending = Annotated[str, Field(max_length=LONGEST_BEAT), AfterValidator(clean_line)]
"""A sentence, or "" to end what was said before."""
Text = Annotated[str, Field(max_length=LONGEST_BEAT), AfterValidator(clean), AfterValidator(_filled)]
List = Annotated[tuple[Item, ...], Field(strict=False)]
OneOrMany = Annotated[tuple[Item, ...], Field(strict=False), BeforeValidator(_as_list), _OneOrManySchema()]
Two = Annotated[tuple[Item, Item], Field(strict=False)]
Whole = Annotated[int, Field(ge=-LARGEST_NUMBER, le=LARGEST_NUMBER)]
Amount = Annotated[
    Annotated[Whole, Tag("single")] | Annotated[Two[Whole], Tag("list")],
    Discriminator(_shape, custom_error_type="number_type", custom_error_message="this wants a whole number, or two"),
]
Allow = dict[Name, Sentence]


class Table(BaseModel):
    """A TOML table. Values are not converted, unknown keys are errors, and a model cannot be changed."""

    model_config = ConfigDict(
        strict=True,
        extra="forbid",
        frozen=True,
        allow_inf_nan=False,
        hide_input_in_errors=True,
        defer_build=True,  # the models are built when the first story is loaded, not whenever the program starts
    )


class Header(Table):
    """The title page. It counts as read from the start."""

    id: StoryId
    """a-z 0-9 -. It names the file on the shelf, so a moved or renamed story keeps its bookmarks."""
    title: Name
    byline: Name | None = None
    language: Name = "en"
    content_notes: List[Name] = ()
    """What readers may want to be warned about, a few words each."""
    about: Text | None = None
    """What this is, credits, licence."""
    verse: bool = False
    """Whether newlines in the text of all beats are kept."""
    allow: Allow = Field(default_factory=dict)
    """Warnings to silence in the whole story: code = "reason"."""


class Scale(Table):
    """What a relationship is measured on."""

    id: Id
    name: Name
    means: Sentence
    range: Two[Whole]
    """The lowest and the highest value."""
    words: List[Name]
    """A word for each band, from low to high. The bands are equally wide."""
    start: Whole = 0
    """The value to which a direction's first shift is added if it is a `by`."""

    @property
    def low(self) -> int:
        return self.range[0]

    @property
    def high(self) -> int:
        return self.range[1]

    @model_validator(mode="after")
    def _sound(self) -> Self:
        if self.low >= self.high:
            raise PydanticCustomError("range_order", "'range' goes from the lower value to the higher")
        if not 1 <= len(self.words) <= self.high - self.low + 1:
            raise PydanticCustomError("words_count", "'words' needs one word or more, and no more words than values")
        if not self.low <= self.start <= self.high:
            raise PydanticCustomError("start_range", "'start' (0 if it is not given) must lie within 'range'")
        return self


class Character(Table):
    """A person, or a group that acts as one."""

    id: Id
    name: Name
    """The name that all screens show when the reader first meets the person."""
    full: Name | None = None
    """The full name, shown on the card."""
    aliases: List[Name] = ()
    """Other words in the text that mean this person."""
    allow: Allow = Field(default_factory=dict)


class Reveal(Table):
    """Names that the reader learns at a beat."""

    name: Name | None = None
    full: Name | None = None
    aliases: List[Name] = ()

    @model_validator(mode="after")
    def _something(self) -> Self:
        if self.name is None and self.full is None and not self.aliases:
            raise PydanticCustomError("empty_reveal", "a reveal gives a 'name', a 'full' name or 'aliases'")
        return self


class Bond(Table):
    """What two people are to each other, in words."""

    between: Two[Id]
    words: Ending = Field(alias="is")
    """A few words. "" ends the bond."""


class Shift(Table):
    """A change of one person's feeling toward another, or of both people's, on a scale, with its reason."""

    between: Two[Id] | None = None
    source: Id | None = Field(default=None, alias="from")
    target: Id | None = Field(default=None, alias="to")
    scale: Id | None = None
    """Which scale. It may be left out if the story has only one."""
    to_value: Amount | None = Field(default=None, alias="set")
    """The value from here on. With `between` there may be two: first toward second, second toward first."""
    by: Amount | None = None
    """How much the value rises or falls. There may be two, as with `set`."""
    because: Sentence

    @model_validator(mode="after")
    def _one_way(self) -> Self:
        if (self.to_value is None) == (self.by is None):
            raise PydanticCustomError("set_or_by", "a shift has either 'set' or 'by'")
        if (self.between is None) == (self.source is None and self.target is None):
            raise PydanticCustomError("between_or_from", "a shift has either 'between', or 'from' and 'to'")
        if self.between is None and (self.source is None or self.target is None):
            raise PydanticCustomError("from_and_to", "'from' and 'to' go together")
        if self.between is None and isinstance(self.amount, tuple):
            raise PydanticCustomError("two_values", "two values need 'between'; 'from' and 'to' take one")
        return self

    @property
    def amount(self) -> int | tuple[int, int]:
        """The number or numbers of `set` or `by`."""
        amount = self.by if self.to_value is None else self.to_value
        assert amount is not None  # _one_way made sure
        return amount

    def moves(self) -> tuple[tuple[str, str, int], ...]:
        """The directions that this shift changes, each as (from, to, its number in `set` or `by`)."""
        if self.between is None:
            assert self.source is not None
            assert self.target is not None
            assert isinstance(self.amount, int)
            return ((self.source, self.target, self.amount),)
        first, second = self.between
        there, back = self.amount if isinstance(self.amount, tuple) else (self.amount, self.amount)
        return ((first, second, there), (second, first, back))


Learned = Annotated[
    Annotated[Sentence, Tag("single")]
    | Annotated[List[Sentence], Tag("list")]
    | Annotated[dict[Name, Ending], Tag("table")],
    Discriminator(_shape),
]
"""A sentence, a list of them, or a table of keys and sentences. A key used again replaces its sentence; "" ends it."""


class Beat(Table):
    """The smallest step: a paragraph or a speech, and what it changes."""

    text: Text | None = None
    """A newline is a space, and a blank line begins a new paragraph. *emphasis* and **strong** are the only marks."""
    cue: Name | None = None
    """Where to read in a book that the reader has at hand: "p. 43". A beat may have a cue instead of a text."""
    speaker: Id | None = None
    """Who says it. The program shows the name known by then. A speaker need not be present."""
    verse: bool | None = None
    enter: OneOrMany[Id] = ()
    """Who comes on stage at this beat and stays to the scene's end. A voice on the telephone enters too."""
    leave: OneOrMany[Id] = ()
    """Who is off stage from the next beat on."""
    learn: dict[Id, Learned] = Field(default_factory=dict)
    """What the reader learns here of each character."""
    reveal: dict[Id, Reveal] = Field(default_factory=dict)
    bond: OneOrMany[Bond] = ()
    shift: OneOrMany[Shift] = ()
    allow: Allow = Field(default_factory=dict)

    @model_validator(mode="after")
    def _something(self) -> Self:
        if self.text is None and self.cue is None:
            raise PydanticCustomError("no_text", "a beat needs a 'text', or a 'cue' that says where to read")
        return self

    def facts(self) -> tuple[tuple[str, str | None, str], ...]:
        """What the reader learns here, as (character, key or None, sentence); the sentence "" ends a keyed fact."""
        rows: list[tuple[str, str | None, str]] = []
        for character, learned in self.learn.items():
            if isinstance(learned, str):
                rows.append((character, None, learned))
            elif isinstance(learned, dict):
                rows += [(character, key, sentence) for key, sentence in learned.items()]
            else:
                rows += [(character, None, sentence) for sentence in learned]
        return tuple(rows)


class Scene(Table):
    """One place and time, with the people there."""

    id: Id
    """Bookmarks and links use it, so it must never change."""
    part: Name | None = None
    """The name of the part that begins with this scene."""
    title: Name
    """The title is seen before the scene is read, so it should give nothing away."""
    place: Name | None = None
    when: Name | None = None
    present: List[Id] = ()
    """Who is there when the scene begins."""
    summary: Sentence | None = None
    """What happens, in a sentence. It is shown after the scene."""
    verse: bool | None = None
    allow: Allow = Field(default_factory=dict)
    beats: List[Beat] = Field(default=(), alias="beat")


class Head(Table):
    """Everything above the first `[[scene]]`."""

    format: Annotated[int, Field(ge=FORMAT, le=FORMAT)]  # a Literal would accept 1.0 and true
    story: Header
    scales: List[Scale] = Field(default=(), alias="scale")
    characters: List[Character] = Field(default=(), alias="character")


class Story(Head):
    """A whole story file."""

    scenes: List[Scene] = Field(default=(), alias="scene")
