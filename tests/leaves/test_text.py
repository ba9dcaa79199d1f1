"""What becomes of the text of a story before anyone sees it."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.text import MARKS_IN_A_ROW, Span, StoryText, clean, clean_line, first_words, fold, same_signs

ACUTE, GRAVE_BELOW = "\u0301", "\u0316"
ANY_TEXT = st.text(
    st.characters() | st.sampled_from("\x1b\x9b\x00\n\t\u202e\u200d" + ACUTE + "\u0344\u0345\u09c7\u09be")
)


@pytest.mark.parametrize(
    ("written", "drawn"),
    [
        ("\x1b]52;c;aGk=\x07", "␛]52;c;aGk=␇"),
        ("\x1b[2J", "␛[2J"),
        ("a\x00b", "a␀b"),
        ("a\x7fb", "a␡b"),
        ("a\rb\x08\x0b\x0c", "a␍b␈␋␌"),
        ("\x9b2J\x90\x85", "\ufffd2J\ufffd\ufffd"),
    ],
)
def test_control_characters_become_visible_pictures(written: str, drawn: str) -> None:
    assert clean(written) == drawn


@pytest.mark.parametrize("code", [*range(0x202A, 0x202F), *range(0x2066, 0x206A)])
def test_bidi_overrides_and_isolates_are_replaced(code: int) -> None:
    assert clean(f"evil{chr(code)}txt") == "evil\ufffdtxt"


@pytest.mark.parametrize("kept", ["مرحبا بالعالم", "שלום", "\u200fא\u200e", "mixed עברית text"])
def test_right_to_left_text_stays(kept: str) -> None:
    assert clean(kept) == kept


@pytest.mark.parametrize("kept", ["👨\u200d👩\u200d👧", "❤\ufe0f", "می\u200cخواهم", "क्\u200dष"])
def test_joiners_and_variation_selectors_stay(kept: str) -> None:
    assert clean(kept) == kept


@pytest.mark.parametrize("literal", ["[sighs] Hello", "[/i]", "[@click=app.quit]x", "\\[b]", "[link=https://a.b]c"])
def test_what_looks_like_markup_stays_as_written(literal: str) -> None:
    assert clean(literal) == literal


@pytest.mark.parametrize("unseen", ["\u00ad", "\u2060", "\ufeff"])
def test_what_only_tells_where_a_row_may_end_is_left_out(unseen: str) -> None:
    assert clean(f"An{unseen}na e{unseen}\u0301") == "Anna \u00e9"


def test_half_of_a_surrogate_pair_is_replaced() -> None:
    assert clean("a\ud83d.toml") == "a\ufffd.toml"


def test_a_tab_is_four_spaces_and_line_separators_are_newlines() -> None:
    assert clean("a\tb\u2028c\u2029d\n") == "a    b\nc\nd\n"


def test_equal_looking_names_become_equal() -> None:
    assert clean("Ste\u0301phanie") == "St\u00e9phanie"


@pytest.mark.parametrize("marks", [ACUTE, ACUTE + GRAVE_BELOW, ACUTE + "\u200d", "\u0344", "\u0488", "\ufe0f"])
def test_combining_marks_are_capped_and_take_no_time(marks: str) -> None:
    drawn = clean("e" + marks * 100_000 + "nd")
    alone = [c for c in unicodedata.normalize("NFD", drawn) if unicodedata.category(c) in ("Mn", "Me")]
    assert len(alone) <= MARKS_IN_A_ROW + 1  # one may have become one with its letter
    assert drawn.endswith("nd")


def test_as_many_marks_as_languages_need_stay() -> None:
    kept = "x" + GRAVE_BELOW * MARKS_IN_A_ROW + "y" + GRAVE_BELOW * MARKS_IN_A_ROW
    assert clean(kept) == kept


@given(ANY_TEXT)
def test_no_control_character_but_newline_survives(text: str) -> None:
    assert all(c == "\n" or unicodedata.category(c) not in ("Cc", "Cs", "Zl", "Zp") for c in clean(text))


@given(ANY_TEXT)
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    assert clean(clean(text)) == clean(text)
    assert clean_line(clean_line(text)) == clean_line(text)


@given(ANY_TEXT)
def test_a_line_has_no_newline_and_single_spaces(text: str) -> None:
    line = clean_line(text)
    assert "\n" not in line
    assert "  " not in line
    assert line == line.strip()


def paragraphs(text: str, *, verse: bool = False) -> list[str]:
    return ["".join(span.text for span in paragraph) for paragraph in StoryText.parse(text, verse=verse).paragraphs]


def test_a_newline_is_a_space_and_a_blank_line_parts_paragraphs() -> None:
    text = "\n  Wrapped as\n  you like.\n\n \t \n\nSecond   one.\n"
    assert paragraphs(text) == ["Wrapped as you like.", "Second one."]


def test_spaces_that_hold_words_together_stay() -> None:
    assert paragraphs("Tu viens\u00a0?\nOui\u202f!") == ["Tu viens\u00a0? Oui\u202f!"]


def test_verse_keeps_its_newlines_and_the_indentation_of_its_lines() -> None:
    text = "\n  Shall I compare  \nthee\n    to a day\n \n  Thou art\n\n\n"
    assert paragraphs(text, verse=True) == ["  Shall I compare\nthee\n    to a day", "  Thou art"]


@pytest.mark.parametrize("text", ["", "\n\n", "  \n \n"])
@pytest.mark.parametrize("verse", [False, True])
def test_a_text_of_nothing_has_no_paragraph(text: str, verse: bool) -> None:
    assert paragraphs(text, verse=verse) == []


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("*now*", [Span("now", italic=True)]),
        ("**now**", [Span("now", bold=True)]),
        ("a *b c* d", [Span("a "), Span("b c", italic=True), Span(" d")]),
        ("(*b*)", [Span("("), Span("b", italic=True), Span(")")]),
        ("*b*, **c**!", [Span("b", italic=True), Span(", "), Span("c", bold=True), Span("!")]),
        ("*over\na line*", [Span("over a line", italic=True)]),
        ("*[b]*", [Span("[b]", italic=True)]),
    ],
)  # fmt: skip
def test_emphasis_and_strong(text: str, spans: list[Span]) -> None:
    assert StoryText.parse(text).paragraphs == (tuple(spans),)


@pytest.mark.parametrize(
    "literal",
    [
        "2*3*4", "* a *", "[b]bold[/b]", "*unclosed", "**unclosed*", "unopened*", "*a", "a* b*", "***", "****",
        "_a_", "`a`", "<b>a</b>", "\\*a", "# a", "- a", "[a](http://b)", "snake*case*name", "** a**",
    ],
)  # fmt: skip
def test_everything_else_is_literal(literal: str) -> None:
    assert StoryText.parse(literal).paragraphs == ((Span(literal),),)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("她把湿透的\n外套搭在椅背上。", "她把湿透的外套搭在椅背上。"),
        ("她走了。\n“好，”\n他说", "她走了。“好，”他说"),
        ("他*很*\n**好**", "他很好"),
        ("彼は「来た」\nと言った", "彼は「来た」と言った"),
        ("เขาเดิน\n  เข้ามา", "เขาเดินเข้ามา"),
        ("他用\nMacBook\n写信", "他用 MacBook 写信"),
        ("好 好", "好 好"),
        ("한국어\n단어", "한국어 단어"),
        ("ok 👍\n👍 ok", "ok 👍 👍 ok"),
    ],
)
def test_a_newline_between_letters_without_spaces_is_nothing(text: str, words: str) -> None:
    assert paragraphs(text) == [words]


def test_verse_keeps_its_newlines_in_any_script() -> None:
    assert paragraphs("床前\n明月光", verse=True) == ["床前\n明月光"]


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("我*很*好", [Span("我"), Span("很", italic=True), Span("好")]),
        ("这是**粗体**。", [Span("这是"), Span("粗体", bold=True), Span("。")]),
        ("彼は*Anna*です", [Span("彼は"), Span("Anna", italic=True), Span("です")]),
        ("เขา*เดิน*มา", [Span("เขา"), Span("เดิน", italic=True), Span("มา")]),
        ("2*3*4好", [Span("2*3*4好")]),
        ("好* 好 *好", [Span("好* 好 *好")]),
        ("한*국*어", [Span("한*국*어")]),
    ],
)
def test_emphasis_within_a_run_of_letters_without_spaces(text: str, spans: list[Span]) -> None:
    assert StoryText.parse(text).paragraphs == (tuple(spans),)


@pytest.mark.parametrize("text", ["好*a ", "好\n", "*好* ", "好*", "\u200b", "ก"])
def test_no_text_of_such_letters_takes_long_to_part(text: str) -> None:
    StoryText.parse(text * 20_000)
    StoryText.parse(text * 20_000, verse=True)


def test_emphasis_ends_with_its_paragraph() -> None:
    assert paragraphs("*one\n\ntwo*") == ["*one", "two*"]


@pytest.mark.parametrize("text", ["*a ", "**a ", "*", "*a* ", "a*", " \n", "\t"])
def test_no_text_takes_long_to_part(text: str) -> None:
    StoryText.parse(text * 60_000)
    StoryText.parse(text * 60_000, verse=True)


def test_plain_is_the_words_alone() -> None:
    assert StoryText.parse("One *two*\nthree.\n\n**Four.**").plain == "One two three.\n\nFour."


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Stéphanie", "stephanie"),
        ("STRASSE", "straße"),
        ("a\n  b", "A b"),
        ("ﬁn", "fin"),
        ("Ste\u0301", "sté"),
        ("Ⅳ", "iv"),
        ("Łukasz Søren Đorđe", "lukasz soren dorde"),
        ("ışık İstanbul", "isik istanbul"),
        ("Æsop, œuvre, Þór", "aesop, oeuvre, thor"),
        ("O’Brien OʼBrien O‘Brien", "O'Brien O'Brien O'Brien"),
        ("Anna\u2011Marie Jean\u2010Paul", "Anna-Marie Jean-Paul"),
        ("Mr.\u00a0Smith à\u202fla\u3000fois", "mr. smith a la fois"),
        ("“So” «ja» „nein“", '"So" "ja" "nein"'),
        ("An\u00adna", "Anna"),
        ("می\u200cخواهم", "میخواهم"),
        ("wait… no — yes", "wait... no -- yes"),
        ("ｱﾝﾅ", "アンナ"),
    ],
)
def test_case_accents_and_white_space_do_not_count(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(("one", "other"), [("かき", "かぎ"), ("क", "क्"), ("Anna", "Anne"), ("राम", "रामा")])
def test_marks_that_make_another_letter_do_count(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@given(st.text(max_size=40))
def test_signs_are_made_one_where_they_stand(text: str) -> None:
    assert len(same_signs(text)) == len(text)
    assert fold(same_signs(text)) == fold(text)
    assert fold(fold(text)) == fold(text)


def test_letters_do_count() -> None:
    assert fold("Ali") != fold("All")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Short.", "Short."),
        ("Two\n lines ", "Two lines"),
        ("One two three four", "One two three…"),
        ("One two, three four", "One two…"),
        ("x" * 30, "x" * 13 + "…"),
        ("一二三四五六七八九十一二三四", "一二三四五六七八九十一二三…"),
        ("一二三四五六七八九十一二，四五", "一二三四五六七八九十一二…"),
        ("One 一二三四五六七八九十一二三", "One 一二三四五六七八九…"),
        ("เขาเดินเข้ามาช้าๆ", "เขาเดินเข้ามา…"),
        ("", ""),
    ],
)
def test_first_words_are_whole_words(text: str, words: str) -> None:
    assert first_words(text, 13) == words


@given(st.text(), st.integers(1, 80))
def test_first_words_are_never_longer_than_asked_but_for_the_ellipsis(text: str, most: int) -> None:
    assert len(first_words(text, most)) <= most + 1
