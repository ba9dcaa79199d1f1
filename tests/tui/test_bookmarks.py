"""The list of bookmarks: a name, a line of the beat itself, where that stands, and the note."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from textual.geometry import Size

from reader.position import Position
from reader.session.state import State
from reader.session.views.bookmarks import BookmarksView
from reader.shelf.kept import Bookmark, Kept
from reader.text import Span
from reader.tui.lines import Line
from reader.tui.views.bookmarks import bookmarks_listing
from reader.tui.window import inner_width, window
from tests.session.states import at


def _state(**kept: str) -> State:
    """A reader who keeps the third beat, whose words are made long."""
    state = at(3)
    anchor = state.reading.anchor(Position(3))
    assert anchor is not None
    quote = "3. Here he says a great deal more than anybody wanted to hear that day"
    bookmark = Bookmark.new(replace(anchor, quote=quote), 1).model_copy(update=kept)
    return state.holding(state.reading, Kept(story="test", bookmark=(bookmark,)))


def _lines(state: State, columns: int = 80) -> list[Line]:
    listing = bookmarks_listing(BookmarksView(), state, inner_width(columns))
    return [Line(row.spans[1:]) for row in window(listing, 0, 0, Size(columns, 40)).lines[3:] if row.text.strip()]


def _rows(state: State, columns: int = 80) -> list[str]:
    return [row.text for row in _lines(state, columns)]


def _span(state: State, words: str) -> Span:
    return next(span for row in _lines(state) for span in row.spans if words in span.text)


def test_a_named_bookmark_keeps_a_line_of_its_beat_below_its_name() -> None:
    state = _state(label="The promise")
    assert _rows(state)[:2] == [
        "★ The promise",
        "  “3. Here he says a great deal more than anybody wanted to hear that day”",
    ]
    name, quote = _span(state, "The promise"), _span(state, "Here he says")
    assert (name.role, name.bold) == ("strong", True)
    assert (quote.role, quote.bold) == ("quiet", False)


def test_a_long_line_of_the_beat_ends_in_dots_and_enter_shows_the_rest() -> None:
    assert _rows(_state(label="The promise"), 40)[1] == "  “3. Here he says a great deal…”"


def test_a_bookmark_without_a_name_is_called_by_its_words_once() -> None:
    rows = " ".join(_rows(_state()))
    assert rows.count("Here he says") == 1


def test_each_line_of_a_note_is_a_line() -> None:
    rows = _rows(_state(label="The promise", note="He lied.\n\n  Look at the letter,\nagain.\n"))
    assert rows[3:] == ["  He lied.", "    Look at the letter,", "  again."]


@given(st.text(max_size=80), st.text(max_size=80), st.text(max_size=80), st.integers(12, 120))
def test_whatever_stands_in_the_file_fits_and_is_harmless(label: str, quote: str, note: str, columns: int) -> None:
    state = _state(label=label, note=note)
    kept = state.kept.bookmarks[0]
    anchor = replace(kept.anchor, quote=quote)
    held = Kept(story="test", bookmark=(kept.model_copy(update={"anchor": anchor}),))
    for row in _lines(state.holding(state.reading, held), columns):
        assert row.cells <= columns
        assert row.text.isprintable() or not any(ord(one) < 32 or 0x7F <= ord(one) < 0xA0 for one in row.text)
