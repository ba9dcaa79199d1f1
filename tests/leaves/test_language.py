"""The language of a story decides the capitals and the quotation marks of what the reader writes around its words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.language import capital, quoted, upper

TAGS = st.sampled_from(["en", "de", "fr", "tr", "nl", "el", "zh-Hant", "", "x"])


@pytest.mark.parametrize(
    ("language", "written"),
    [
        ("en", "“Ja”"),
        ("en-GB", "“Ja”"),
        ("de", "„Ja“"),
        ("de_AT", "„Ja“"),
        ("de-CH", "«Ja»"),
        ("fr", "«\u202fJa\u202f»"),
        ("fr-CA", "«\u202fJa\u202f»"),
        ("fr-CH", "«Ja»"),
        ("es", "«Ja»"),
        ("pt-BR", "“Ja”"),
        ("pt-PT", "«Ja»"),
        ("pl", "„Ja”"),
        ("sv", "”Ja”"),
        ("nl", "‘Ja’"),
        ("ru", "«Ja»"),
        ("ja", "「Ja」"),
        ("zh", "“Ja”"),
        ("zh-Hant", "「Ja」"),
        ("nobody knows", "“Ja”"),
    ],
)
def test_words_of_a_story_stand_in_the_quotation_marks_of_its_language(language: str, written: str) -> None:
    assert quoted("Ja", language) == written


@pytest.mark.parametrize(
    ("words", "language", "capitals"),
    [
        ("istanbul ışık", "tr", "İSTANBUL IŞIK"),
        ("istanbul", "az-Latn", "İSTANBUL"),
        ("istanbul", "en", "ISTANBUL"),
        ("Straße", "de", "STRASSE"),
        ("Μέρος πρώτο", "el", "ΜΕΡΟΣ ΠΡΩΤΟ"),
        ("Μαΐου", "el", "ΜΑΪΟΥ"),
        ("Première partie", "fr", "PREMIÈRE PARTIE"),
        ("第一部", "zh", "第一部"),
    ],
)
def test_the_language_decides_the_capitals(words: str, language: str, capitals: str) -> None:
    assert upper(words, language) == capitals


@pytest.mark.parametrize(
    ("name", "language", "alone"),
    [
        ("the man", "en", "The man"),
        ("imam", "tr", "İmam"),
        ("imam", "en", "Imam"),
        ("ijsverkoper", "nl", "IJsverkoper"),
        ("“the boss”", "en", "“The boss”"),
        ("'t Hooft", "nl", "'t Hooft"),
        ("d'Artagnan", "fr", "D'Artagnan"),
        ("ǆoko", "hr", "ǅoko"),
        ("李雷", "zh", "李雷"),
        ("άγνωστος", "el", "Άγνωστος"),
        ("Ali", "en", "Ali"),
        ("47", "en", "47"),
    ],
)
def test_a_name_that_stands_alone_begins_with_a_capital_of_its_language(name: str, language: str, alone: str) -> None:
    assert capital(name, language) == alone


@given(st.text(max_size=20), TAGS)
def test_capitals_of_capitals_are_the_same(words: str, language: str) -> None:
    assert upper(upper(words, language), language) == upper(words, language)
    assert capital(capital(words, language), language) == capital(words, language)
    assert words in quoted(words, language)
