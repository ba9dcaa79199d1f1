"""The status line: words that do not fit end in …, and the keys that follow them are never cut."""

from dataclasses import replace

import pytest

from reader.companion.thread import Filter
from reader.position import Position
from reader.session.bookmarks import AFTER_KEEPING, AFTER_REMOVING
from reader.session.commands import usual_keys
from reader.session.keys import Keymap
from reader.session.no_screen import NoScreen
from reader.session.notices import Notice
from reader.session.state import State
from reader.session.stepping import SkipQuestion
from reader.shelf.kept import Kept
from reader.tui.status import status_line
from tests.stories import beat, reading, scene, tables

QUOTE = "“At noon the rope slips. It is a small sound, and then the boat…”"
WIDTHS = range(30, 140)
KEYS = Keymap({**usual_keys().keys, "undo": ("ctrl+f11",), "return": ("ctrl+f12",), "yes": ("enter",)})
LONG = "Anna's partner from the supermarket, the man who counts the plates in the evening"


def _state() -> State:
    story = tables(scene("one", beat(enter="ali")), scene("two", beat(), beat()))
    story["character"][0]["name"] = LONG
    return State(reading(story).reaching(Position(3)), Kept(story="test"), KEYS, NoScreen(), place=Position(2))


def _said(state: State, width: int) -> str:
    drawn = status_line(state, state.reading.thread(state.filter) if state.filter else None, width)
    assert drawn.cells <= width
    return drawn.text


@pytest.mark.parametrize("width", WIDTHS)
def test_a_removed_bookmark_always_names_the_key_that_brings_it_back(width: int) -> None:
    said = _said(_state().saying(Notice(f"Removed: {QUOTE}", keys=AFTER_REMOVING)), width)
    assert said.startswith(" Removed: “")
    assert "Ctrl+F11" in said
    if width >= 60:
        assert said.endswith("”   Ctrl+F11 brings it back")


@pytest.mark.parametrize("width", WIDTHS)
def test_a_kept_beat_always_names_both_keys(width: int) -> None:
    said = _said(_state().saying(Notice(f"★ Kept: {QUOTE}", keys=AFTER_KEEPING)), width)
    assert said.startswith(" ★ Kept")
    assert "Enter" in said
    assert "Ctrl+F11" in said


def test_a_cut_quotation_is_closed() -> None:
    said = _said(_state().saying(Notice(f"★ Kept: {QUOTE}", keys=AFTER_KEEPING)), 80)
    assert said == " ★ Kept: “At noon the rope slips. It is a s…”   Enter names it · Ctrl+F11 undoes"


@pytest.mark.parametrize("width", WIDTHS)
def test_a_question_always_names_both_keys(width: int) -> None:
    said = _said(_state().asking(SkipQuestion(Position(3))), width)
    assert "Enter" in said
    assert "Esc" in said


@pytest.mark.parametrize("width", WIDTHS)
def test_looking_back_always_names_the_key_that_returns(width: int) -> None:
    said = _said(_state(), width)
    assert "Ctrl+F12 returns to beat 2." in said
    assert "…" not in said


@pytest.mark.parametrize("width", WIDTHS)
def test_a_filter_by_somebody_with_a_long_name_always_names_the_key_that_drops_it(width: int) -> None:
    assert "Esc" in _said(replace(_state(), filter=Filter(("ali",))), width)
