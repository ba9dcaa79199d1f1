"""What Unicode says of scripts that put no spaces between words: Chinese, Japanese, Thai, Lao, Khmer, Burmese.

Only a text in which such a script may stand (`may_lack_spaces` in `reader.text`) needs this module, so it is imported
late: the data of `regex` takes some milliseconds, which no other story has to wait for.
"""

import regex

_LETTER = r"[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\p{Script=Yi}\p{Line_Break=SA}ーｰ]"
_WIDE = rf"[[\p{{East_Asian_Width=W}}\p{{East_Asian_Width=F}}{_LETTER}]--[\p{{Script=Hangul}}\p{{Emoji_Presentation}}]]"
_SIGN = r"[[\p{M}\p{Indic_Syllabic_Category=Vowel_Dependent}]--\p{Logical_Order_Exception}]"
_STAYS_WITH_NEXT = (  # opening marks, vowels that are written before their consonant, signs that stack the next letter
    r"[\p{Line_Break=OP}\p{Line_Break=PR}\p{Line_Break=GL}\p{Line_Break=WJ}\p{Line_Break=ZWJ}\p{Pi}\u0022"
    r"\p{Logical_Order_Exception}\p{Indic_Syllabic_Category=Invisible_Stacker}]"
)
_STAYS_WITH_LAST = (  # closing marks, small kana, marks of length and repetition, vowel signs
    r"[\p{Line_Break=CL}\p{Line_Break=CP}\p{Line_Break=EX}\p{Line_Break=IS}\p{Line_Break=SY}\p{Line_Break=NS}"
    r"\p{Line_Break=CJ}\p{Line_Break=IN}\p{Line_Break=BA}\p{Line_Break=HY}\p{Line_Break=PO}\p{Line_Break=GL}"
    r"\p{Line_Break=WJ}\p{Line_Break=ZW}\p{Line_Break=ZWJ}\p{Pf}\u0022\p{Lm}ฯ" + _SIGN + "]"
)
_BESIDE_WIDE = rf"[{_WIDE}\p{{Pi}}\p{{Pf}}…—·]"  # marks that Chinese and Western texts share
_ROW_BREAK = regex.compile(
    rf"(?:(?<={_WIDE})|(?={_WIDE}))(?<![\s{_STAYS_WITH_NEXT}])(?![\s{_STAYS_WITH_LAST}])|(?<=\u200b)", regex.V1
)
_LINE_END = regex.compile(
    rf"(?:(?<={_WIDE}\**)[ \t]*\n[ \t]*(?=\**{_BESIDE_WIDE})|(?<={_BESIDE_WIDE}\**)[ \t]*\n[ \t]*(?=\**{_WIDE}))",
    regex.V1,
)
_ONE_LETTER = regex.compile(_LETTER, regex.V1)
_KATAKANA = regex.compile(r"[\p{Script=Katakana}ーｰ]", regex.V1)
_BOUND_TO_LAST = regex.compile(_SIGN, regex.V1)
_BOUND_TO_NEXT = regex.compile(r"[\p{Logical_Order_Exception}\p{Indic_Syllabic_Category=Invisible_Stacker}]", regex.V1)
_PIECES = regex.compile(rf"{_LETTER}|(?:(?!{_LETTER}).)+", regex.V1 | regex.DOTALL)

SPACED_WORD = rf"\w--{_LETTER}"
"""For a set in a pattern: what stands in words that have spaces around them."""


def compiled(pattern: str) -> "regex.Pattern[str]":
    """A pattern in which sets may be subtracted from each other."""
    return regex.compile(pattern, regex.V1)


def row_breaks(text: str) -> list[int]:
    """Where a row may end within a text, apart from its spaces: as the index of the next row's first character."""
    return [at for match in _ROW_BREAK.finditer(text) if 0 < (at := match.start()) < len(text)]


def join_lines(text: str) -> str:
    """A text without the newlines that stand between two characters of such scripts, for there they are nothing."""
    return _LINE_END.sub("", text)


def letters(text: str) -> int:
    """How many letters of such scripts a text has; vowel signs do not count."""
    return sum(one.isalnum() for one in _ONE_LETTER.findall(text))


def pieces(word: str) -> list[tuple[int, int]]:
    """Where a name may begin in a run of letters and digits: each letter of such a script, each run of others."""
    return [match.span() for match in _PIECES.finditer(word)]


def parts_words(before: str, after: str) -> bool:
    """Whether two neighbouring letters may belong to two words: one of them is of such a script.

    Two katakana belong to one word, and so do vowels and other signs with the letter that they stand on or beside.
    """
    if (_KATAKANA.match(before) and _KATAKANA.match(after)) or _BOUND_TO_NEXT.match(before):
        return False
    if _BOUND_TO_LAST.match(after):
        return False
    return bool(_ONE_LETTER.match(before) or _ONE_LETTER.match(after))
