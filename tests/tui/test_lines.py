"""Text is wrapped and fitted by what it takes on the screen, not by counting characters."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from rich.cells import cell_len

from reader.text import Span
from reader.tui.lines import Line, both_ends, fit, line, wrap

TEXTS = st.text(alphabet="abc é日本👍🏽 \n", max_size=80)


@pytest.mark.parametrize(
    ("text", "width", "rows"),
    [
        ("hello world this", 10, ["hello", "world this"]),
        ("", 10, [""]),
        ("one\n\n  two three", 7, ["one", "", "  two", "three"]),
        ("a" * 12, 5, ["aaaaa", "aaaaa", "aa"]),
        ("日本語 日本", 6, ["日本語", "日本"]),
        ("x " + "y" * 7, 5, ["x", "yyyyy", "yy"]),
    ],
)
def test_a_text_is_wrapped_at_spaces(text: str, width: int, rows: list[str]) -> None:
    assert [row.text for row in wrap([Span(text)], width)] == rows


@pytest.mark.parametrize(
    ("text", "width", "rows"),
    [
        ("一二三四五六七", 6, ["一二三", "四五六", "七"]),
        ("他打开 MacBook 电脑，写信", 16, ["他打开 MacBook", "电脑，写信"]),
        ("他打开了MacBook电脑", 12, ["他打开了", "MacBook电脑"]),
        ("一二三。四五", 6, ["一二", "三。四", "五"]),
        ("一二「三」四", 6, ["一二", "「三」", "四"]),
        ("一二（三），四", 8, ["一二", "（三），", "四"]),
        ("一二“三”四", 5, ["一二", "“三”", "四"]),
        ("一二……三——四", 6, ["一二……", "三——四"]),
        ("コーヒーちょっと", 8, ["コーヒー", "ちょっと"]),
        ("あいうっえ", 6, ["あい", "うっえ"]),
        ("人々々は", 4, ["人々", "々は"]),
        ("价￥30元、50％了", 8, ["价￥30", "元、50％", "了"]),
        ("สมศักดิ์เดินเข้ามา", 6, ["สมศักดิ์", "เดินเข้า", "มา"]),
        ("เดินเข้ามา", 4, ["เดิน", "เข้า", "มา"]),
        ("abc\u200bdef", 4, ["abc\u200b", "def"]),
        ("한국어 단어를", 8, ["한국어", "단어를"]),
        ("「「「「「「", 4, ["「「", "「「", "「「"]),
        ("he said 好的 again", 9, ["he said", "好的", "again"]),
    ],
)
def test_a_script_without_spaces_is_wrapped_between_its_letters(text: str, width: int, rows: list[str]) -> None:
    assert [row.text for row in wrap([Span(text)], width)] == rows


@pytest.mark.parametrize(
    ("text", "width", "rows"),
    [
        ("Shall I compare thee to a summer's day", 20, ["Shall I compare thee", "    to a summer's", "    day"]),
        ("  Thou art more lovely and\nmore", 16, ["  Thou art more", "      lovely and", "more"]),
        ("short\n    stands in", 20, ["short", "    stands in"]),
        ("x" * 12, 8, ["x" * 8, "   xxxx"]),
        ("          far in it stands, so far", 12, ["far in it", "    stands,", "    so far"]),
        ("", 12, [""]),
        ("床前明月光，疑是地上霜", 14, ["床前明月光，疑", "    是地上霜"]),
    ],
)
def test_a_line_of_verse_hangs_where_it_takes_more_than_one_row(text: str, width: int, rows: list[str]) -> None:
    assert [row.text for row in wrap([Span(text)], width, hang=4)] == rows


@given(st.text(alphabet="ab 日本、。「」ーっกเ้า\n", max_size=60), st.integers(2, 24), st.sampled_from([0, 4]))
def test_no_row_of_any_script_is_wider_than_the_width_and_no_letter_is_lost(text: str, width: int, hang: int) -> None:
    rows = wrap([Span(text[:7]), Span(text[7:], italic=True)], width, hang=hang)
    assert all(row.cells <= width for row in rows)
    assert "".join("".join(row.text.split()) for row in rows) == "".join(text.split())


def test_a_style_may_change_within_a_word() -> None:
    rows = wrap([Span("un"), Span("believ", italic=True), Span("able tale")], 12)
    assert [[(span.text, span.italic) for span in row.spans] for row in rows] == [
        [("un", False), ("believ", True), ("able", False)],
        [("tale", False)],
    ]


@example("aa \U0001f3fd", "  a", 2)
@given(TEXTS, TEXTS, st.integers(2, 30))
def test_no_row_is_wider_than_the_width_and_no_word_is_lost(one: str, other: str, width: int) -> None:
    rows = wrap([Span(one), Span(other, bold=True)], width)
    assert all(row.cells <= width for row in rows)
    assert "".join("".join(row.text.split()) for row in rows) == "".join((one + other).split())


@given(st.text(max_size=30), st.integers(0, 20))
def test_a_fitted_text_is_never_too_wide(text: str, width: int) -> None:
    assert cell_len(fit(text, width)) <= width


def test_what_does_not_fit_ends_with_an_ellipsis() -> None:
    assert fit("An ordinary night", 10) == "An ordina…"


def test_two_ends_of_a_row_stand_apart_and_the_left_one_yields() -> None:
    assert both_ends(line("left"), line("right"), 12).text == "left   right"
    assert both_ends(line("a long left end"), line("right"), 12).text == "a lo…  right"


def test_a_line_knows_its_words_and_its_width() -> None:
    assert Line((Span("日"), Span("x"))).cells == 3
