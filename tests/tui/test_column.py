"""The text column: beats append under the eye, and a page turns only when one does not fit."""

import re

from hypothesis import example, given
from hypothesis import strategies as st
from textual.geometry import Size

from reader.companion.moment import Moment
from reader.companion.reading import Reading
from reader.position import Position
from reader.session.display import DisplayOptions
from reader.tui.views.text import Column, Manner, TextPage
from tests.stories import beat, reading, scene, tables


def _story(*words: int) -> Reading:
    """A scene whose beats have so many words each."""
    beats = (beat(" ".join(f"b{number}w{n}" for n in range(count))) for number, count in enumerate(words, start=1))
    read = reading(tables(scene("one", *beats)))
    return read.reaching(read.end)


def _moment(read: Reading, place: int) -> Moment:
    return read.moment(Position(place))


def _page(read: Reading, place: int, size: Size, into: int = 0) -> TextPage:
    return Column().page(_moment(read, place), size, into, Manner(DisplayOptions()))


def _rows(page: TextPage) -> list[str]:
    return [row.text for row in page.lines]


def test_the_beat_being_read_is_marked_and_clear_and_earlier_ones_are_quieter() -> None:
    page = _page(_story(3, 3), 2, Size(80, 20))
    marked = [row for row in page.lines if "▌" in row.text]
    assert [row.text.strip() for row in marked] == ["▌ b2w0 b2w1 b2w2"]
    earlier = next(row for row in page.lines if "b1w0" in row.text)
    assert earlier.spans[-1].role == "quiet"
    assert marked[0].spans[-1].role == "text"


@example([1, 1, 1, 1, 1, 1, 1, 1, 9, 38, 1], 49, 11)
@given(st.lists(st.integers(1, 60), min_size=2, max_size=12), st.integers(30, 90), st.integers(6, 30))
def test_text_never_moves_under_the_eye(words: list[int], width: int, height: int) -> None:
    read, size = _story(*words), Size(width, height)
    before = _rows(_page(read, 1, size))
    for place in range(2, len(words) + 1):
        page = _page(read, place, size)
        beat = len(page.lines) - page.current
        # The page turns only for a beat that does not fit below the one before it.
        if page.pages.count == 1 and len(before) + 1 + beat <= height:
            assert _rows(page)[: len(before)] == [row.replace("▌", " ") for row in before]
        before = _rows(page) if page.pages.count == 1 else ["too tall"] * height


@given(st.lists(st.integers(1, 80), min_size=1, max_size=40), st.integers(20, 100), st.integers(5, 40), st.data())
def test_the_beat_being_read_is_always_on_the_page(
    words: list[int], width: int, height: int, data: st.DataObject
) -> None:
    read, size = _story(*words), Size(width, height)
    place = data.draw(st.integers(1, len(words)))
    shown: list[str] = []
    into: int | None = 0
    number = 0
    while into is not None:
        number += 1
        page = _page(read, place, size, into)
        assert page.pages.number == number
        assert len(page.lines) <= max(height, 5)
        rows = [row.text.strip()[1:] for row in page.lines[page.current :]]
        again = max(number for number in range(len(rows) + 1) if shown[len(shown) - number :] == rows[:number])
        assert again or number == 1, "a page begins with what the one before it ended with"
        shown += rows[again:]
        into = page.pages.after
    assert page.pages.count == number
    assert " ".join(" ".join(shown).split()) == " ".join(f"b{place}w{n}" for n in range(words[place - 1]))


def test_a_page_turns_with_the_last_beat_quiet_on_top() -> None:
    read, size = _story(30, 30, 30), Size(70, 14)
    assert "b1w0" in "\n".join(_rows(_page(read, 2, size)))
    turned = _rows(_page(read, 3, size))
    assert not any("b1w" in row for row in turned)
    assert any("b2w29" in row for row in turned)


def test_an_over_tall_beat_is_paged_before_the_next() -> None:
    page = _page(_story(200), 1, Size(60, 12))
    assert page.pages.count > 1
    last = _page(_story(200), 1, Size(60, 12), page.pages.last)
    assert last.pages.number == page.pages.count
    assert "b1w199" in "\n".join(_rows(last))


def test_verse_keeps_its_lines_and_their_indents() -> None:
    read = reading(tables(scene("one", beat("One line\n  and another\n\nNext stanza"), verse=True)))
    rows = [row.partition("▌ ")[2] for row in _rows(_page(read.reaching(Position(1)), 1, Size(80, 20))) if "▌" in row]
    assert rows == ["One line", "  and another", "", "Next stanza"]


def test_a_cue_says_where_to_read_and_a_speaker_is_named_above() -> None:
    read = reading(tables(scene("one", {"cue": "p. 43"}, beat("Well.", speaker="bea"))))
    rows = [row.strip() for row in _rows(_page(read.reaching(Position(2)), 2, Size(80, 20)))]
    assert "→ p. 43" in rows
    assert rows[rows.index("▌ Well.") - 1] == "▌ Bea"


@given(st.integers(150, 400), st.integers(20, 100), st.integers(20, 100), st.integers(8, 40), st.data())
def test_the_words_a_page_begins_with_stay_on_it_at_any_size(
    words: int, width: int, other_width: int, height: int, data: st.DataObject
) -> None:
    read = _story(words)
    page = _page(read, 1, Size(width, 8))
    into = 0
    for _ in range(data.draw(st.integers(0, page.pages.count - 1))):
        assert page.pages.after is not None
        into = page.pages.after
        page = _page(read, 1, Size(width, 8), into)
    first = page.lines[page.current].text.replace("▌", " ").replace("…", " ").split()[0]
    resized = _page(read, 1, Size(other_width, height), into)
    assert first in " ".join(_rows(resized)).split()
    assert _page(read, 1, Size(width, 8), into) == page, "back at the first size, it is the same page"
    if page.pages.before is not None:
        assert _page(read, 1, Size(width, 8), page.pages.before).pages.number == page.pages.number - 1


def _starred(moment: Moment, size: Size, kept: set[int], *, inline: bool, into: int = 0) -> list[str]:
    manner = Manner(DisplayOptions(), inline=inline, kept=frozenset(kept))
    return _rows(Column().page(moment, size, into, manner))


@given(
    st.lists(st.integers(1, 60), min_size=2, max_size=8),
    st.sets(st.integers(1, 8)),
    st.integers(16, 120),
    st.integers(6, 40),
    st.booleans(),
)
def test_each_kept_beat_on_the_page_has_one_star_in_the_margin_and_nothing_moves_for_it(
    words: list[int], kept: set[int], width: int, height: int, inline: bool
) -> None:
    read, size, place = _story(*words), Size(width, height), len(words)
    rows = _starred(_moment(read, place), size, kept, inline=inline)
    plain = _starred(_moment(read, place), size, set(), inline=inline)
    assert [row.replace("★", " ") for row in rows] == plain
    on_page = {int(number) for row in rows for number in re.findall(r"b(\d+)w", row)}
    stars = [number for number, row in enumerate(rows) if "★" in row]
    assert len(stars) == len(on_page & kept)
    beat_at = [next((int(number) for number in re.findall(r"b(\d+)w", row)), 0) for row in rows]
    for star in stars:
        own = next(number for number in beat_at[star:] if number)
        assert own in kept
        assert own not in beat_at[:star], "it stands beside the first row of its beat on the page"


def test_a_star_follows_the_beat_through_its_pages() -> None:
    read = _story(3, 200)
    for inline in (True, False):
        for into in (0, 300, 700):
            rows = _starred(_moment(read, 2), Size(50, 12), {2}, inline=inline, into=into)
            assert sum("★" in row for row in rows) == 1


def test_a_star_has_a_cell_of_its_own_on_the_narrowest_page() -> None:
    assert _starred(_moment(_story(2, 2), 2), Size(20, 12), {1, 2}, inline=True) == [
        *("", "★  b1w0 b1w1", "", "★▌ b2w0 b2w1"),
    ]
