"""The frame: the footer names the keys that lead out, however narrow the screen is."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.session.commands import usual_keys
from reader.session.keys import Keymap
from reader.session.state import State, TextView, View
from reader.session.views.bookmarks import BookmarksView
from reader.session.views.card import CardView
from reader.session.views.cast import CastView
from reader.session.views.companion import CompanionView
from reader.session.views.filter import FilterView
from reader.session.views.keys import KeysView
from reader.session.views.recap import RecapView
from reader.session.views.scenes import ScenesView
from reader.session.views.where import WhereView
from reader.session.views.why import WhyView
from reader.tui.frame import footer_line
from tests.session.states import at

VIEWS = (
    *(BookmarksView(), CardView("ali"), CastView(), CompanionView(), FilterView(), KeysView(TextView()), RecapView()),
    *(ScenesView(), WhereView(), WhyView(("ali", "bea"))),
)


def _over(view: View) -> State:
    state = at(3)
    return replace(state, views=(TextView(), view))


def _footer(state: State, width: int) -> str:
    row = footer_line(state, width)
    assert row.cells <= width
    return row.text


@given(st.sampled_from(VIEWS), st.integers(27, 140))
def test_a_list_says_how_to_close_it_how_to_leave_and_where_all_keys_are(view: View, width: int) -> None:
    footer = _footer(_over(view), width)
    for said in (" Esc close ", " q quit ", " ? keys "):
        assert said in footer


@given(st.sampled_from(VIEWS), st.integers(8, 140))
def test_the_keys_that_close_and_leave_stay_on_a_sliver_of_a_screen_too(view: View, width: int) -> None:
    assert {"Esc", "q"} <= set(_footer(_over(view), width).split())


@pytest.mark.parametrize("place", [0, 3, 7], ids=["opening", "text", "end"])
@given(width=st.integers(16, 140))
def test_a_page_says_how_to_leave_and_where_all_keys_are(place: int, width: int) -> None:
    footer = _footer(at(place), width)
    assert " q quit " in footer
    assert " ? keys " in footer


def test_the_keys_needed_less_are_dropped_first() -> None:
    assert _footer(at(3), 40) == " Space next  ← back  q quit  ? keys "
    assert _footer(_over(BookmarksView()), 50) == " Enter choose  e name  Esc close  q quit  ? keys "
    assert _footer(_over(BookmarksView()), 20) == " Enter e o d Esc q ?"


def test_keys_with_long_names_are_counted_with_them() -> None:
    keys = Keymap({**usual_keys().keys, "quit": ("ctrl+shift+pagedown",), "close": ("ctrl+shift+pageup",)})
    footer = _footer(replace(_over(BookmarksView()), keys=keys), 60)
    assert footer == " Ctrl+Shift+Pageup close  Ctrl+Shift+Pagedown quit  ? keys "
