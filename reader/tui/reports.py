"""One report of a terminal, such as a key, the mouse or a size: passed on as Textual understands it, or not at all."""

import re
from collections.abc import Callable
from dataclasses import dataclass

Learn = Callable[[str, str], None]
"""Called with a letter that is not Latin, and the Latin letter of the same key."""

LARGEST_SCREEN = 2000
"""Columns or rows. A report of a larger screen is not true, and drawing it would take all memory."""

_KNOWN = tuple(
    re.compile(pattern)
    for pattern in (
        r"<\d{1,4};\d{1,6};\d{1,6}[Mm]",  # the mouse
        r"[IO]",  # the window has the focus, or lost it
        r"\?\d{1,5};\d\$y",  # what the terminal can do
        r"\d{1,4};\d{1,4}R",  # where the cursor is; F3 looks the same
        r"(?:1?|1;\d{1,3})[A-FHP-S]",  # arrows, Home, End, F1 to F4
        r"[GZa-d]",  # Begin, Shift+Tab, rxvt's arrows
        # Insert, Delete, pages, F1 to F12. Textual takes higher numbers for characters: F18 would be Space.
        r"(?:[1-8]|1[1-57-9]|2[0134])(?:~|\^|;\d{1,3}~)",
        r"2[34]@",
    )
)
_KEY = re.compile(r"(\d*)(?::(\d*)(?::(\d*))?)?(?:;(\d*)(?::(\d*))?)?(?:;([\d:]*))?([u~A-FHP-S])")
_OTHER_KEY = re.compile(r"27;(\d{1,3});(\d{1,7})~")
_SIZE = re.compile(r"48;(\d{1,5})(?::\d*)?;(\d{1,5})(?::\d*)?;(\d{1,6})(?::\d*)?;(\d{1,6})(?::\d*)?t")
_SHIFT, _NO_TEXT = 0b1, 0b00111110
_RELEASED = 3


def understood(report: str, learn: Learn) -> str:
    """What Textual shall read for a report.

    Args:
        report: What stands after `ESC [`, up to and with the letter that ends it.
        learn: Told of letters that are not Latin.

    Returns:
        A sequence that Textual understands; "" if the report means nothing to the reader.
    """
    if any(known.fullmatch(report) for known in _KNOWN):
        return f"\x1b[{report}"
    if size := _SIZE.fullmatch(report):
        return _screen_size(*(int(number) for number in size.groups()))
    if other := _OTHER_KEY.fullmatch(report):
        return _Key(code=int(other[2]), modifiers=int(other[1])).written("u")
    if (key := _KEY.fullmatch(report)) and len(report) < 60:
        return _key(key, learn)
    return ""


def _screen_size(rows: int, columns: int, high: int, wide: int) -> str:
    """The size of the screen, in cells and pixels. Textual divides by all four."""
    if not (0 < rows <= LARGEST_SCREEN and 0 < columns <= LARGEST_SCREEN):
        return ""
    return f"\x1b[48;{rows};{columns};{high or rows};{wide or columns}t"


@dataclass(frozen=True, slots=True)
class _Key:
    """A key of kitty's keyboard protocol, with what Textual does not know left out."""

    code: int
    modifiers: int = 0
    text: str = ""

    def written(self, end: str) -> str:
        """The key as a terminal reports it; "" if there is no such key."""
        if self.modifiers > 256 or not (_is_character(self.code) or (self.text and not self.code)):
            return ""
        words = ":".join(str(ord(one)) for one in self.text)
        fields = [str(self.code), str(self.modifiers or 1), words]
        while len(fields) > 1 and fields[-1] in ("", "1"):
            fields.pop()
        return f"\x1b[{';'.join(fields)}{end}"


def _key(match: re.Match[str], learn: Learn) -> str:
    code, shifted, base, modifiers, event, text, end = match.groups(default="")
    if event and int(event) == _RELEASED:
        return ""
    if end != "u":
        # Only the modifiers are ever sent beside such a key.
        report = f"{code or 1};{modifiers or 1}{end}" if modifiers else f"{code}{end}"
        return f"\x1b[{report}" if any(known.fullmatch(report) for known in _KNOWN) else ""
    held = int(modifiers or 0)
    bits = max(0, held - 1)
    typed = "".join(chr(int(one)) for one in text.split(":") if one and _is_character(int(one)) and _types(int(one)))
    key = _Key(int(code or 0), held, typed)
    if base and _is_character(int(base)):
        latin = chr(int(base))
        if not typed and bits & _NO_TEXT:  # Ctrl with a letter means the key, whatever it would type
            return _Key(int(base), held).written(end)
        letter = typed or chr(int(shifted or code or 0) if bits & _SHIFT else int(code or 0))
        if len(letter) == 1 and not letter.isascii():
            learn(letter, latin.upper() if bits & _SHIFT else latin)
    return key.written(end)


def _is_character(code: int) -> bool:
    return 0 < code <= 0x10FFFF and not 0xD800 <= code <= 0xDFFF


def _types(code: int) -> bool:
    return chr(code).isprintable()
