"""What moves ask of the world outside the state: effects, as data, and nothing else."""

from pathlib import Path

import pytest

from reader.position import Anchor
from reader.session.commands import COMMANDS, available, command
from reader.session.effects import Keep, KeepChoice, KeepPlace, Leave, OpenPalette
from reader.shelf.operations import AddBookmark, ReadAgain, RemoveBookmark, RestoreBookmark, SetKnow, SetLabel, SetNote
from tests.session.sessions import Session
from tests.stories import beat, reading, scene, tables


@pytest.fixture
def session(tmp_path: Path) -> Session:
    """A reader at the second of three beats, from whom the effects of starting are taken away."""
    people = ["ali", "bea"]
    shift = {"from": "ali", "to": "bea", "set": 3, "because": "So it is."}
    session = Session(
        reading(tables(scene("one", beat("1."), beat("2.", shift=shift), beat("3."), present=people))), tmp_path, at=2
    )
    session.effects.clear()
    return session


def test_reading_on_asks_for_the_place_to_be_kept(session: Session) -> None:
    session.give("next")
    assert session.effects == [KeepPlace()]


@pytest.mark.parametrize(
    "look", ["cast", "bookmarks", "filter", "recap", "keys", "scenes", "why", "who", "look-on", "undo"]
)
def test_looking_asks_for_nothing(session: Session, look: str) -> None:
    session.give(look)
    assert session.effects == []


def test_a_bookmark_is_spoken_of_only_with_the_effect_that_keeps_it(session: Session) -> None:
    after = session.would(command("bookmark").move)
    assert after.notice is None
    session.give("bookmark")
    (effect,) = session.effects
    assert isinstance(effect, Keep)
    assert isinstance(effect.operation, AddBookmark)
    assert effect.operation.anchor == Anchor("one", 2, "2.")
    assert effect.notice
    assert effect.notice.text == "★ Kept: “2.”"


def test_each_change_of_a_bookmark_says_only_what_was_done(session: Session) -> None:
    session.give("bookmark", "bookmarks", "name")
    session.type("Sea")
    session.give("note")
    session.type("why")
    session.give("remove", "undo", "undo", "undo", "undo")
    operations = [effect.operation for effect in session.effects if isinstance(effect, Keep)]
    assert [type(one) for one in operations] == [
        *(AddBookmark, SetLabel, SetNote, RemoveBookmark),
        *(RestoreBookmark, SetNote, SetLabel, RemoveBookmark),
    ]
    assert [(one.label, one.kind) for one in operations if isinstance(one, SetLabel)] == [
        ("Sea", "set-label"),
        ("", "set-label"),
    ]


def test_reading_again_is_an_answer_to_a_question_and_keeps_the_new_place_too(session: Session) -> None:
    session.give("again")
    assert session.effects == []
    session.give("yes")
    assert session.effects == [Keep(ReadAgain(reading=1)), KeepPlace()]


def test_knowing_the_story_leaves_the_frontier_and_is_kept(session: Session) -> None:
    session.give("know")
    assert session.effects == []
    session.give("yes")
    assert session.effects == [Keep(SetKnow(know=True))]


def test_choices_leaving_and_the_palette_are_effects(session: Session) -> None:
    session.give("numbers", "light", "palette", "quit")
    assert session.effects == [KeepChoice("numbers", True), KeepChoice("dark", False), OpenPalette(), Leave()]


def test_the_same_move_from_the_same_state_leads_to_the_same_step(session: Session) -> None:
    for one in COMMANDS:
        if one.id != "bookmark" and one in available(session.state):  # each bookmark has an id of its own
            assert one.move(session.state) == one.move(session.state)
