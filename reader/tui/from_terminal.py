"""What a terminal sends, made into what Textual understands: bytes that mean nothing are passed over."""

import re
from codecs import getincrementaldecoder

from reader.tui.reports import Learn, understood

SEQUENCE_PATIENCE = 0.03
"""Seconds for which the rest of a sequence is waited for. After that, Escape was pressed, or the rest is lost."""
PASTE_PATIENCE = 3.0
"""Seconds of silence after which a paste counts as ended. If its end is lost, the keys must not be dead for ever."""
LONGEST_PASTE = 100_000
"""Characters of a paste; the rest of it is passed over. No line that can be typed in holds more."""
LONGEST_SEQUENCE = 4096

PASTE_BEGINS, PASTE_ENDS = "\x1b[200~", "\x1b[201~"

# Bytes that are no UTF-8 become lone surrogates here, so that they can be counted and told from characters.
_CSI = "(?:\x1b\\[|[\x9b\udc9b])"
_BYTE, _TWO, _THREE = "[ -\x7f\udc80-\udcff]", "[\x80-\u07ff]", "[\u0800-\ud7ff\ue000-\uffff]"
_THREE_BYTES = f"(?:{_BYTE}{{3}}|{_BYTE}{_TWO}|{_TWO}{_BYTE}|{_TWO}{_TWO}|{_THREE})"
_PARAMETERS = r"(?:<[-\d;]*|[0-?]*[ -/]*)"
_STRING = "\x1b[]P_^X][^\x1b\x07]*"

_PLAIN = re.compile("[^\x1b\x9b\udc9b]+")
_REPORT = re.compile(f"{_CSI}(?!M)({_PARAMETERS}[@-~])")
_PASSED = re.compile(r"\x1b(?=\x1b.)|\x1b\[\[[A-E]|\x1bO[A-DFHMP-Sa-dj-y]")
"""Escape before another sequence; the function keys of the Linux console; keys of old terminals."""
_PASSED_OVER = re.compile(rf"{_CSI}M{_THREE_BYTES}|\x1b\[\[.|\x1bO[ -~]|{_STRING}(?:\x07|\x1b\\)")
"""The mouse of old terminals, unknown keys, and answers that nobody asked for."""
_CUT = re.compile(rf"(?:\x1b|{_CSI}(?:M(?:{_BYTE}{{0,2}}|{_TWO})|\[|{_PARAMETERS})|\x1bO|{_STRING}\x1b?)\Z")
"""The beginning of a sequence, the rest of which may still come."""
_TYPED = re.compile(r"\x1b\[(?:23|24|[378])\$|\x1b[][OP_^X](?=\x1b|\Z)|\x1b(?:\Z|[^][OP_^X\x80-\x9f\ud800-\udfff])")
"""A key of rxvt that looks like a beginning; Alt with a key, which looks like one too; Escape."""
_LOST = re.compile(rf"{_CSI}(?:M(?:{_BYTE}{{0,2}}|{_TWO})\Z|M|\[|{_PARAMETERS})|{_STRING}|\x1b.?", re.DOTALL)
"""A beginning without its end."""
_END_OF_REPORT = re.compile("[@-~]|(?=[\x1b\x9b\udc9b])")
_END_OF_STRING = re.compile("\x07|\x1b\\\\|(?=\x1b)")
# Controls that no key sends, and half characters.
_MEANINGLESS = re.compile("[\x80-\x9f\ud800-\udfff]")
_NEVER_PASTED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")


def _nobody(_typed: str, _latin: str) -> None:
    """Nobody wants to know of letters."""


class FromTerminal:
    """Cleans what comes from a terminal, piece by piece, wherever the pieces are cut.

    Args:
        learn: Called with a letter that is not Latin and the Latin letter of the same key, if the terminal tells both.
    """

    def __init__(self, learn: Learn = _nobody) -> None:
        self._learn = learn
        self._decoder = getincrementaldecoder("utf-8")("surrogateescape")
        self._held = ""
        self._skip_to: re.Pattern[str] | None = None
        self._pasting = False
        self._pasted = 0

    @property
    def patience(self) -> float | None:
        """For how many seconds to wait before `silence` is asked for; nothing if there is no need to."""
        if self._held or self._skip_to or self._decoder.getstate()[0]:
            return SEQUENCE_PATIENCE
        return PASTE_PATIENCE if self._pasting else None

    def feed(self, data: bytes) -> bytes:
        """What Textual shall read for these bytes and for what was held back before."""
        text, self._held = self._held + self._decoder.decode(data), ""
        return self._cleaned(text, final=False)

    def silence(self) -> bytes:
        """What Textual shall read if nothing more came for a while."""
        paste_is_lost = self.patience == PASTE_PATIENCE
        text, self._held, self._skip_to = self._held + self._decoder.decode(b"", final=True), "", None
        cleaned = self._cleaned(text, final=True)
        if not paste_is_lost:
            return cleaned
        self._pasting = False
        return cleaned + PASTE_ENDS.encode()

    def _cleaned(self, text: str, *, final: bool) -> bytes:
        passed: list[str] = []
        at = 0
        while at < len(text):
            if self._skip_to:
                at = self._skip(text, at)
                continue
            words, end = (self._paste if self._pasting else self._next)(text, at, final)
            passed.append(words)
            if end == at:
                self._hold(text[at:])
                break
            at = end
        return "".join(passed).encode(errors="ignore")

    def _hold(self, text: str) -> None:
        """Hold back what is not whole yet. If it grows too long, it is passed over up to its end."""
        if len(text) <= LONGEST_SEQUENCE:
            self._held = text
        else:
            self._skip_to = _END_OF_STRING if re.match(_STRING, text) else _END_OF_REPORT

    def _skip(self, text: str, at: int) -> int:
        end = self._skip_to.search(text, at) if self._skip_to else None
        if end:
            self._skip_to = None
        return end.end() if end else len(text)

    def _paste(self, text: str, at: int, final: bool) -> tuple[str, int]:
        """What is pasted, up to its end, without anything that could act."""
        end = text.find(PASTE_ENDS, at)
        stop = end if end >= 0 else len(text)
        if end < 0 and not final:  # perhaps the end came in part
            stop -= next((size for size in range(5, 0, -1) if text.endswith(PASTE_ENDS[:size])), 0)
        words = _NEVER_PASTED.sub("", text[at:stop])[: LONGEST_PASTE - self._pasted]
        self._pasted += len(words)
        if end < 0:
            return words, stop
        self._pasting = False
        return words + PASTE_ENDS, end + len(PASTE_ENDS)

    def _next(self, text: str, at: int, final: bool) -> tuple[str, int]:
        """What is passed on of the next key or report, and where that ends: where it begins, if it is not whole yet."""
        if plain := _PLAIN.match(text, at):
            return _MEANINGLESS.sub("", plain[0]), plain.end()
        if whole := _PASSED.match(text, at):
            return whole[0], whole.end()
        if whole := _PASSED_OVER.match(text, at):
            return "", whole.end()
        if not final and _CUT.match(text, at):
            return "", at
        if whole := _REPORT.match(text, at):
            return self._report(whole[1]), whole.end()
        if whole := _TYPED.match(text, at):
            return whole[0], whole.end()
        lost = _LOST.match(text, at)
        return "", lost.end() if lost else at + 1

    def _report(self, report: str) -> str:
        if report == "200~":
            self._pasting, self._pasted = True, 0
            return PASTE_BEGINS
        return understood(report, self._learn)
