"""Story text made safe and readable: cleaning, emphasis and paragraphs, folding for search and comparison."""

import re
import unicodedata
from dataclasses import dataclass

MARKS_IN_A_ROW = 8
"""The most combining marks that may follow one another. Languages need three or four, an attack uses thousands."""

# C0 except newline, DEL, C1, bidi embeddings, overrides and isolates, line separators, lone surrogates.
_UNSAFE = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_BEYOND_LATIN = re.compile(f"[^\x00-\u02ff]{{{MARKS_IN_A_ROW + 1},}}")
_JOINERS = ("\u200c", "\u200d")
_BLANK_LINES = re.compile(r"\n{2,}")
_SPACES = re.compile(r"[ \t\n]+")  # no-break spaces stay: French puts them before ! and ?
# The words contain no *; otherwise a text of many opening marks would be searched again from each of them.
_EMPHASIS = re.compile(r"(?<![\w*])(\*\*?)(?=[^\s*])([^*]+)(?<=[^\s*])\1(?![\w*])")


def clean(text: str) -> str:
    """Make text from a file safe to draw: nothing in the result can act on a terminal.

    Args:
        text: Any string, from a story, a file name, or a message that quotes either.

    Returns:
        The text in NFC. Control characters become visible pictures (ESC becomes ␛); C1 controls, bidi overrides and
        isolates become U+FFFD; a tab becomes four spaces; at most MARKS_IN_A_ROW combining marks follow one another.
        Newlines stay.
    """
    if text.isascii() and text.replace("\n", "").isprintable():
        return text
    text = _BEYOND_LATIN.sub(_cap_marks, text)  # first, because NFC takes minutes for 100,000 marks in a row
    if not unicodedata.is_normalized("NFC", text):
        text = _BEYOND_LATIN.sub(_cap_marks, unicodedata.normalize("NFC", text))  # NFC divides some marks into two
    return _UNSAFE.sub(_picture, text)


def clean_line(text: str) -> str:
    """Clean text for a single line: as `clean`, and every run of white space, newlines included, becomes one space."""
    return " ".join(clean(text).split())


def _picture(match: re.Match[str]) -> str:
    code = ord(match[0])
    if code == 0x09:
        return "    "
    if code in (0x2028, 0x2029):
        return "\n"
    if code < 0x20:
        return chr(0x2400 + code)
    return "␡" if code == 0x7F else "\ufffd"


def _cap_marks(match: re.Match[str]) -> str:
    kept: list[str] = []
    run = 0
    for character in match[0]:
        if unicodedata.category(character) in ("Mn", "Me"):
            run += 1
        elif character not in _JOINERS:  # marks with a joiner between them are still in a row
            run = 0
        if run <= MARKS_IN_A_ROW:
            kept.append(character)
    return "".join(kept)


class Link:
    """What a run of text or a row can lead to. Each room that needs links makes its own subclasses."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Span:
    """A run of text in one style, from the story file to the screen.

    Attributes:
        text: The words.
        role: What the text is: "text", or another name to which a screen gives a colour.
        bold: Whether it is bold, as `**strong**` words are.
        italic: Whether it is italic, as `*emphasis*` is.
        link: What it leads to; None if nothing.
        lit: Whether the reader has moved the selection to it.
    """

    text: str
    role: str = "text"
    bold: bool = False
    italic: bool = False
    link: Link | None = None
    lit: bool = False


@dataclass(frozen=True, slots=True)
class StoryText:
    """Prose or verse as paragraphs of spans. In verse, spans contain newlines."""

    paragraphs: tuple[tuple[Span, ...], ...]

    @classmethod
    def parse(cls, text: str, *, verse: bool = False) -> "StoryText":
        """Read the only marks of the format: a blank line, `*emphasis*` and `**strong**`. Everything else is literal.

        Args:
            text: Cleaned text as it stands in the story file.
            verse: Whether to keep newlines and the indentation of lines. In prose, a newline becomes a space.
        """
        lines = "\n".join(line.rstrip(" \t") for line in text.split("\n"))
        blocks = [block for block in _BLANK_LINES.split(lines.strip("\n")) if block]
        joined = blocks if verse else [_SPACES.sub(" ", block).strip(" ") for block in blocks]
        return cls(tuple(tuple(_spans(block)) for block in joined))

    @property
    def plain(self) -> str:
        """The words without emphasis, with a blank line between paragraphs."""
        return "\n\n".join("".join(span.text for span in paragraph) for paragraph in self.paragraphs)


def _spans(block: str) -> list[Span]:
    spans: list[Span] = []
    end = 0
    for match in _EMPHASIS.finditer(block):
        if match.start() > end:
            spans.append(Span(block[end : match.start()]))
        spans.append(Span(match[2], bold=len(match[1]) == 2, italic=len(match[1]) == 1))
        end = match.end()
    if end < len(block):
        spans.append(Span(block[end:]))
    return spans


def fold(text: str) -> str:
    """Make text comparable: without case and accents, and with one space for each run of white space."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return " ".join("".join(c for c in decomposed if not unicodedata.combining(c)).split())


def first_words(text: str, most: int = 60) -> str:
    """The beginning of a text, for quoting it on one line.

    Args:
        text: Any text.
        most: The most characters, not counting the ….

    Returns:
        The whole text if it is short enough; otherwise whole words (a very long word is cut) and a ….
    """
    line = " ".join(text.split())
    if len(line) <= most:
        return line
    head = line[: most + 1]
    cut = head.rfind(" ")
    return (head[:cut] if cut > most // 2 else line[:most]).rstrip(" ,;:.-") + "…"


def count(number: int, noun: str) -> str:
    """A number with its noun: "1 scene", "2,000 scenes"."""
    return f"{number:,} {noun if number == 1 else noun + 's'}"
