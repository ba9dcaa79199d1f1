"""What a session says depends only on what lies at or before the frontier; no screen is needed to show it."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import fields
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
import tomli
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.companion.known import known_at
from reader.companion.people import people_met
from reader.companion.reading import Reading
from reader.companion.values import pair_of
from reader.position import Anchor, Position
from reader.session.commands import COMMANDS, available, command
from reader.session.shelving import last_words
from reader.session.state import ListView, State, View
from reader.session.views.card import CardView
from reader.session.views.cast import CastView
from reader.session.views.companion import CompanionView
from reader.session.views.recap import RecapView
from reader.session.views.where import WhereView
from reader.session.views.why import WhyView
from reader.shelf.kept import Bookmark
from reader.shelf.operations import AddBookmark, AddPin, MovePlace, ReadAgain
from reader.shelf.shelf import Shelf
from tests.session.sessions import Session
from tests.spoilers import with_other_future, with_other_length
from tests.stories import SHIPPED, Tables, drawn_tables, reading

LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC)
HIDDEN_NUMBERS = {"reading", "layout", "keys", "kept", "question", "views"}
"""Fields of the state that hold numbers to move by, which are never shown; what they show is asked for by itself."""


@cache
def shipped_tables() -> Tables:
    """The tables of the story the reader ships with."""
    return tomli.loads(SHIPPED.read_text(encoding="utf-8"))


def shown(state: State) -> dict[str, object]:
    """All that a session says: to draw it, to speak it or to print it."""
    said: dict[str, object] = {
        field.name: getattr(state, field.name) for field in fields(state) if field.name not in HIDDEN_NUMBERS
    }
    question, prompt = state.question, state.prompt
    said["question"] = question and (question.text, question.short, question.yes)
    said["prompt"] = prompt and (prompt.text(state.keys), prompt.value)
    said["views"] = state.views
    said["commands"] = [one.id for one in available(state)]
    said["names"] = state.layout.names(state)
    said["detour"] = state.detour
    said["last words"] = last_words(state)
    if state.on_beat:
        said["moment"] = state.reading.moment(state.place, state.pins)
    if state.filter:
        said["thread"] = state.reading.thread(state.filter)
    if isinstance(state.view, ListView):
        said["rows"] = list(state.view.rows(state))
        said["content"] = content(state.view, state)
    return said


def content(view: View, state: State) -> object:
    """What a list is made from, besides the rows that can be chosen."""
    match view:
        case CastView():
            return view.people(state)
        case CardView():
            return view.card(state)
        case CompanionView():
            return view.moment(state)
        case WhyView():
            return view.why(state)
        case RecapView():
            return view.parts(state)
        case WhereView():
            return view.reminder(state)
    return (state.reading.known, state.reading.people(), state.bookmarks)


def keep_something(folder: Path, story: Tables, frontier: int) -> None:
    """Somebody read the story once, marked beats before and after the frontier, and is at the frontier again."""
    whole = reading(story)
    whole = whole.reaching(whole.end)
    shelf = Shelf(folder, whole.story_id)
    for number, position in enumerate(sorted({1, frontier, min(frontier + 1, whole.end - 1), whole.end - 1})):
        anchor = whole.anchor(Position(position))
        assert anchor
        shelf.change(AddBookmark(bookmark=f"mark-{number}", anchor=anchor))
    shelf.change(ReadAgain(reading=1))
    people = sorted(person["id"] for person in story["character"])
    shelf.change(AddPin(pair=pair_of(people[0], people[-1])))
    here = whole.anchor(Position(frontier))
    shelf.change(MovePlace(place=here, frontier=here, left=LONG_AGO, reading=2))


@contextmanager
def two_futures(
    story: Tables, changed: Tables, frontier: int, *, hide_length: bool = False
) -> Iterator[tuple[Session, Session]]:
    """The same reader before two futures; a bookmark has the same id in both."""

    def new_bookmark(anchor: Anchor, reading: int = 0) -> Bookmark:
        return Bookmark(id=f"at {anchor}", anchor=anchor, reading=reading)

    with TemporaryDirectory() as name, pytest.MonkeyPatch.context() as patch:
        patch.setattr(Bookmark, "new", new_bookmark)
        sessions = []
        for number, each in enumerate((story, changed)):
            folder = Path(name) / str(number)
            keep_something(folder, story, frontier)
            sessions.append(Session(reading(each).hiding_length(hide_length), folder))
        yield sessions[0], sessions[1]


def assert_alike(one: Session, other: Session, commands: list[str]) -> None:
    """Give the same commands in both windows and compare all that is said; none of them may read on."""
    assert shown(one.state) == shown(other.state)
    for number, command_id in enumerate(commands):
        if one.state.prompt:
            one.type("a")
            other.type("a")
        elif one.can_give(command_id) and not reads_on(one, command_id):
            one.give(command_id)
            other.give(command_id)
        assert shown(one.state) == shown(other.state), commands[: number + 1]


def reads_on(session: Session, command_id: str) -> bool:
    """Whether a command would read on, begin anew, or open everything: then the future is not hidden any more."""
    after = session.would(command(command_id).move)
    return after.reading.frontier != session.state.reading.frontier or after.reading.know


IDS = sorted(one.id for one in COMMANDS)
EVERY_VIEW = """
    close look-on look-back scenes up choose return side bottom choose close up choose close side
    bookmarks down page-down name note remove
    undo close filter tick choose down choose any-all keep-to close next back close cast
    order order look-for order close bottom choose why next-pair pin choose
    return why next-pair close recap top choose frontier who next-name previous-name yes close
    close bookmark yes next-scene close keys close look-on first jump-back jump-ahead
    length length numbers again close previous-scene cast page-down page-up close
""".split()  # noqa: SIM905 - it reads better so
NOT_COMPARED = {"know", "hide-unread", "to-text", "palette", "suspend", "quit", "text", "light"}
"""They open everything, hide it again, show another screen, or say nothing of the story."""


@pytest.mark.parametrize("frontier", [1, 17, 44, 90, 122])
def test_no_view_of_the_shipped_story_says_what_follows(frontier: int) -> None:
    story = shipped_tables()
    with two_futures(story, with_other_future(story, story, frontier), frontier) as (one, other):
        assert_alike(one, other, EVERY_VIEW)
    assert {one.id for one in COMMANDS} - NOT_COMPARED <= {*EVERY_VIEW}


@settings(max_examples=settings().max_examples * 2 // 3)
@given(drawn_tables(least=2), drawn_tables(), st.booleans(), st.lists(st.sampled_from(IDS), max_size=40), st.data())
def test_no_run_of_commands_makes_a_session_say_what_follows(
    story: Tables, other: Tables, hidden: bool, commands: list[str], data: st.DataObject
) -> None:
    frontier = data.draw(st.integers(1, sum(len(scene["beat"]) for scene in story["scene"]) - 1))
    changed = (with_other_length if hidden else with_other_future)(story, other, frontier)
    if hidden:  # what shows the length again is left out
        commands = [one for one in commands if one != "length"]
    with two_futures(story, changed, frontier, hide_length=hidden) as (one, there):
        assert_alike(one, there, commands)


LEAKS: dict[str, tuple[str, Any]] = {
    "people to come in the filter": ("people", lambda read: people_met(read._index, read._index.end)),
    "scenes to come in the scene list": ("known", property(lambda read: known_at(read._index, read._index.end))),
}


@pytest.mark.parametrize("leak", LEAKS)
def test_a_leak_into_a_session_is_caught(leak: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Reading, *LEAKS[leak])
    story = shipped_tables()
    with two_futures(story, with_other_future(story, story, 44), 44) as (one, other), pytest.raises(AssertionError):
        assert_alike(one, other, EVERY_VIEW)
