"""Story text made safe and readable: cleaning, emphasis and paragraphs, folding for search and comparison."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

MARKS_IN_A_ROW = 8
"""The most combining marks that may follow one another. Languages need three or four, an attack uses thousands."""

# C0 except newline, DEL, C1, bidi embeddings, overrides and isolates, line separators, lone surrogates.
_UNSAFE = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_BEYOND_LATIN = re.compile(f"[^\x00-\u02ff]{{{MARKS_IN_A_ROW + 1},}}")
_JOINERS = ("\u200c", "\u200d")
_UNSEEN = dict.fromkeys(map(ord, "\u00ad\u2060\ufeff"))
"""Soft hyphens, word joiners and byte order marks only tell a program where a row may end, and programs drop them."""
_BLANK_LINES = re.compile(r"\n{2,}")
_SPACES = re.compile(r"[ \t\n]+")  # no-break spaces stay: French puts them before ! and ?
# The words contain no *; otherwise a text of many opening marks would be searched again from each of them.
_MARKED = r"(?<![{word}*])(\*\*?)(?=[^\s*])([^*]+)(?<=[^\s*])\1(?![{word}*])"
_EMPHASIS = re.compile(_MARKED.format(word=r"\w"))
_MAY_LACK_SPACES = re.compile(  # from Thai to the last kana and Han, without what lies between of other scripts
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u1950-\u19ff\u1a20-\u1aaf\u200b\u2e80-\ua4cf\ua9e0-\ua9ff\uaa60-\uaadf"
    "\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\U00011700-\U0001174f\U00016fe0-\U00016fff\U0001aff0-\U0001b2ff"
    "\U0001f200-\U0001f2ff\U00020000-\U0003ffff]"
)


_APOSTROPHES = "’‘‛ʼʻ′＇՚"
_DASHES = "‐‑‒–—―−﹣－"
_SAME_SIGNS = str.maketrans(
    {
        **dict.fromkeys(_APOSTROPHES, "'"),
        **dict.fromkeys("‐‑﹣－", "-"),
        **dict.fromkeys(
            "\n\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000", " "
        ),
    }
)
_PLAIN = str.maketrans(  # also the letters with strokes and the double ones that Unicode does not take apart
    {
        **dict.fromkeys(_APOSTROPHES, "'"),
        **dict.fromkeys(_DASHES, "-"),
        **dict.fromkeys("“”„‟«»″", '"'),
        **dict(zip("łøđðħıŧƶɨʉƀɍɖ", "loddhitziubrd", strict=True)),
        **{"æ": "ae", "œ": "oe", "þ": "th", "ĸ": "k", "ŋ": "ng"},
    }
)
_HYPHENS = re.compile("--+")


def clean(text: str) -> str:
    """Make text from a file safe to draw: nothing in the result can act on a terminal.

    Args:
        text: Any string, from a story, a file name, or a message that quotes either.

    Returns:
        The text in NFC. Control characters become visible pictures (ESC becomes ␛); C1 controls, bidi overrides and
        isolates become U+FFFD; a tab becomes four spaces; soft hyphens are left out; at most MARKS_IN_A_ROW combining
        marks follow one another. Newlines stay.
    """
    if text.isascii() and text.replace("\n", "").isprintable():
        return text
    text = text.translate(_UNSEEN)
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
            verse: Whether to keep newlines and the indentation of lines. In prose, a newline becomes a space, or
                nothing between two characters of a script that has no spaces.
        """
        lines = "\n".join(line.rstrip(" \t") for line in text.split("\n"))
        if not verse and may_lack_spaces(lines):
            from reader.scripts import join_lines  # noqa: PLC0415 - its data takes time, which most stories save

            lines = join_lines(lines)
        blocks = [block for block in _BLANK_LINES.split(lines.strip("\n")) if block]
        joined = blocks if verse else [_SPACES.sub(" ", block).strip(" ") for block in blocks]
        return cls(tuple(tuple(_spans(block)) for block in joined))

    @property
    def plain(self) -> str:
        """The words without emphasis, with a blank line between paragraphs."""
        return "\n\n".join("".join(span.text for span in paragraph) for paragraph in self.paragraphs)


def may_lack_spaces(text: str) -> bool:
    """Whether a text may contain a script without spaces between words: then `reader.scripts` knows more of it."""
    return not text.isascii() and _MAY_LACK_SPACES.search(text) is not None


def _spans(block: str) -> list[Span]:
    spans: list[Span] = []
    end = 0
    for start, marks, words, after in _emphasized(block):
        if start > end:
            spans.append(Span(block[end:start]))
        spans.append(Span(words, bold=marks == 2, italic=marks == 1))
        end = after
    if end < len(block):
        spans.append(Span(block[end:]))
    return spans


def _emphasized(block: str) -> Iterator[tuple[int, int, str, int]]:
    """What is emphasized: where its marks begin, how many there are, the words, and where the marks end."""
    if not may_lack_spaces(block):
        for match in _EMPHASIS.finditer(block):
            yield match.start(), len(match[1]), match[2], match.end()
        return
    from reader import scripts  # noqa: PLC0415 - as in `StoryText.parse`

    for found in scripts.compiled(_MARKED.format(word=scripts.SPACED_WORD)).finditer(block):
        yield found.start(), len(found[1]), found[2], found.end()


def same_signs(text: str) -> str:
    """Text in which signs that people and programs exchange freely are one: apostrophes, hyphens, kinds of spaces.

    Every character stays where it is, so that what is found in the result is found in the text.
    """
    return text.translate(_SAME_SIGNS)


def fold(text: str) -> str:
    """Make text comparable: without case and accents, with one form of each sign, and single spaces."""
    if text.isascii():
        return " ".join(_HYPHENS.sub("-", text.lower()).split())
    small = unicodedata.normalize("NFKD", text).casefold()  # letters for mathematics have no small ones until then
    letters = unicodedata.normalize("NFKD", small).translate(_PLAIN)
    plain = "".join(c for c in letters if not _is_accent(c) and unicodedata.category(c) != "Cf")
    return " ".join(_HYPHENS.sub("-", plain).split())


def _is_accent(character: str) -> bool:
    """Whether a character is a mark upon a letter; marks that make another letter of it are none.

    Those are, by their combining class, the sounds of kana (8) and what ends an Indian syllable (9).
    """
    return unicodedata.combining(character) not in (0, 8, 9)


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
    cut = max(line.rfind(" ", 0, most + 1), _last_row_break(line[: most + 1]))
    return (line[:cut] if cut > most // 2 else line[:most]).rstrip(" ,;:.-，、；：。") + "…"


def _last_row_break(text: str) -> int:
    """The last place between two characters of a script without spaces at which a row may end; 0 if there is none."""
    if not may_lack_spaces(text):
        return 0
    from reader.scripts import row_breaks  # noqa: PLC0415 - as in `StoryText.parse`

    return max(row_breaks(text), default=0)


def count(number: int, noun: str) -> str:
    """A number with its noun: "1 scene", "2,000 scenes"."""
    return f"{number:,} {noun if number == 1 else noun + 's'}"
