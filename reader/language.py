"""What the language of a story decides about words that the reader writes: capitals and quotation marks."""

import re
import unicodedata
from collections.abc import Callable

_LETTER = re.compile(r"[^\W\d_]")
_DOTTED = ("tr", "az", "crh", "gag", "tt")
"""In these languages the capital of i is İ and that of ı is I."""
_QUOTATION_MARKS = {  # as in the Unicode Common Locale Data Repository, `delimiters`; French without its inner spaces
    **dict.fromkeys(("de", "cs", "sk", "sl", "da", "bg", "et", "lt", "is", "ka", "sr", "mk", "hsb"), "„“"),
    **dict.fromkeys(("pl", "hu", "ro", "hr", "bs", "af"), "„”"),
    **dict.fromkeys(("fr", "es", "it", "ca", "gl", "eu", "pt-pt", "ru", "uk", "be", "nb", "nn", "no", "el"), "«»"),
    **dict.fromkeys(("fa", "hy", "sq", "kk", "de-ch", "it-ch", "fr-ch"), "«»"),
    **dict.fromkeys(("ja", "zh-tw", "zh-hk", "zh-hant"), "「」"),
    **dict.fromkeys(("sv", "fi", "he"), "””"),
    "nl": "‘’",
    "ar": "”“",
}


def quoted(words: str, language: str) -> str:
    """Words in the quotation marks of a language; English ones if it is not known.

    Args:
        words: What is quoted.
        language: As in the header of a story: "de", "pt-BR", "zh_Hant".
    """
    tag = _tag(language)
    marks = _QUOTATION_MARKS.get(tag) or _QUOTATION_MARKS.get(_main(language)) or "“”"
    space = "\u202f" if _main(language) == "fr" and tag != "fr-ch" else ""  # a narrow one that does not break
    return f"{marks[0]}{space}{words}{space}{marks[1]}"


def upper(words: str, language: str) -> str:
    """Words in capitals, as a language writes them."""
    return capitals_of(language)(words)


def capitals_of(language: str) -> Callable[[str], str]:
    """The function that writes words in a language's capitals, for those who need it often."""
    main = _main(language)
    return _turkish_capitals if main in _DOTTED else _greek_capitals if main == "el" else _usual_capitals


def _usual_capitals(words: str) -> str:
    large = words.upper()
    return large if large.isascii() else unicodedata.normalize("NFC", large)


def _turkish_capitals(words: str) -> str:
    return _usual_capitals(words.replace("i", "İ"))


def _greek_capitals(words: str) -> str:
    """Greek capitals have no accents."""
    return _usual_capitals(unicodedata.normalize("NFD", words).replace("\u0301", ""))


def capital(words: str, language: str) -> str:
    """Words with a capital for the first letter, marks before it left alone: as they stand where a sentence begins."""
    first = _LETTER.search(words)
    if not first or not first[0].islower() or words[: first.start()].endswith(("'", "’")):
        return words  # in "'t Hooft" the first word stays small
    start, end = first.span()
    if _main(language) == "nl" and words.startswith("ij", start):
        end += 1  # Dutch writes both of them large
    letters = words[start:end]
    # A capital before small letters is not always that among capitals: ǅ and Ǆ, Ά and Α.
    large = letters.title() if len(letters) == 1 and _main(language) not in _DOTTED else upper(letters, language)
    return words[:start] + large + words[end:]


def _tag(language: str) -> str:
    return language.lower().replace("_", "-")


def _main(language: str) -> str:
    return _tag(language).partition("-")[0]
