"""A place and a bookmark are found again, also after the author edited the story."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.companion.reading import Reading
from reader.companion.values import Finding, Found
from reader.position import OPENING, Anchor, Position
from tests.stories import Tables, beat, drawn_tables, reading, scene, tables


def _story(*texts: str, scene_id: str = "one") -> Reading:
    return _read(tables(scene("zero", beat("Before.")), scene(scene_id, *(beat(text) for text in texts))))


def _read(story: Tables) -> Reading:
    """A story read to its end."""
    new = reading(story)
    return new.reaching(new.end)


OLD = Anchor("one", 2, "The second beat of it.")


@pytest.mark.parametrize(
    ("story", "found"),
    [
        (_story("The first.", "The second beat of it.", "The third."), Found(Position(3))),
        (_story("New.", "The first.", "The second beat of it."), Found(Position(4), Finding.MOVED)),
        (_story("The second beat of it.", "The third."), Found(Position(2), Finding.MOVED)),
        (_story("The first.", "Another text."), Found(Position(3), Finding.NEAREST)),
        (_story("Only one."), Found(Position(2), Finding.NEAREST)),
        (_story("The second beat of it.", scene_id="renamed"), Found(Position(2), Finding.MOVED)),
        (_story("Nothing of it.", scene_id="renamed"), None),
    ],
    ids=["as it was", "a beat added", "a beat removed", "reworded", "shortened", "its scene renamed", "all gone"],
)
def test_an_anchor_is_found_by_scene_and_words(story: Reading, found: Found | None) -> None:
    assert story.find(OLD) == found


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Ida's coat hung by the door, and she didn't look at it.",
         "Ida’s coat hung by the door, and she didn’t look at it."),
        ('"So you came," she said at last.', "“So you came,” she said at last."),
        ("„So bist du da“, sagte sie endlich.", "»So bist du da«, sagte sie endlich."),
        ("Tu viens ? dit Anna à la porte.", "Tu viens\u00a0? dit Anna à la porte."),
        ("She waited... and then -- nothing came of it.", "She waited… and then — nothing came of it."),
        ("Anna-Marie sat down by the window.", "Anna\u2011Marie sat down by the win\u00addow."),
        ("Stéphanie sat down by the window.", "Ste\u0301phanie sat down by the window."),
        ("Anna sat down by the window.", "*Anna* sat down\nby the **window**."),
        ("It's the one thing " * 12, "It’s the one thing " * 12),
        ("Wait... " + "and wait on " * 12, "Wait… " + "and wait on " * 12),
        ("她把湿透的外套搭在椅背上。", "她把湿透的\n外套搭在*椅背*上。"),
        ("เขาเดินเข้ามาในบ้านช้าๆ", "เขาเดินเข้ามา\nในบ้านช้าๆ"),
        ("她把湿透的外套搭在椅背上，" * 12, "她把湿透的\n外套搭在椅背上，" * 12),
    ],
)  # fmt: skip
def test_words_are_the_same_whatever_signs_write_them(old: str, new: str) -> None:
    anchor = _story("One.", old, "Three.").anchor(Position(3))
    assert anchor
    assert _story("One.", new, "Three.").find(anchor) == Found(Position(3))
    assert _story("New.", "One.", new, "Three.").find(anchor) == Found(Position(4), Finding.MOVED)
    assert _story("One.", new, scene_id="renamed").find(anchor) == Found(Position(3), Finding.MOVED)


@pytest.mark.parametrize(
    ("words", "telling"),
    [
        ("Yes, she said so.", True),
        ("Yes, she said.", False),
        ("韩梅梅没有抬头。", True),
        ("「你好吗？」", False),
        ("สวัสดี", False),
        ("สมชายเดินเข้ามา", True),
        ("彼は来た。そう。", True),
    ],
)
def test_where_there_are_no_spaces_what_tells_a_beat_is_counted_in_letters(words: str, telling: bool) -> None:
    anchor = _story(words).anchor(Position(2))
    assert anchor
    found = Found(Position(3), Finding.MOVED) if telling else Found(Position(2), Finding.NEAREST)
    assert _story("New.", words).find(anchor) == found


def test_a_short_text_that_ends_in_dots_is_not_the_beginning_of_another() -> None:
    assert _story("Yes, of course.").find(Anchor("one", 1, "Yes…")) == Found(Position(2), Finding.NEAREST)


def test_where_scene_and_words_are_gone_the_end_of_the_scene_before_is_the_neighbourhood() -> None:
    anchor = _story("One.", "Two.").anchor(Position(2))
    assert anchor == Anchor("one", 1, "One.", after="zero")
    assert _story("Nothing of it.", scene_id="other").find(anchor) == Found(Position(1), Finding.SCENE_GONE)


def test_of_two_beats_with_the_words_the_nearer_is_taken() -> None:
    story = _story("Yes.", "No.", "Yes.", "No.", "No.", "Yes.", "No.")
    assert story.find(Anchor("one", 5, "Yes.")) == Found(Position(4), Finding.MOVED)


def test_a_place_moves_forward_only_to_words_that_no_other_beat_could_have() -> None:
    few = _story("Yes!", "No.", "No.", "Yes.")
    assert few.find(Anchor("one", 1, "Yes.")) == Found(Position(2), Finding.NEAREST)
    many = _story("New.", "Yes, she says to the sea.")
    assert many.find(Anchor("one", 1, "Yes, she says to the sea.")) == Found(Position(3), Finding.MOVED)


def test_a_scene_that_was_renamed_is_known_by_a_beat_that_no_other_could_be() -> None:
    few = _story("Yes.", scene_id="renamed")
    assert few.find(Anchor("one", 1, "Yes.", after="zero")) == Found(Position(1), Finding.SCENE_GONE)


def test_what_lies_beyond_the_horizon_has_no_part_in_where_a_bookmark_stands() -> None:
    anchor = Anchor("one", 1, "Yes, she says to the sea.")
    for last in ("Yes, she says to the sea.", "Nothing."):
        read = _story("Reworded.", "More.", last).afresh().reaching(Position(3))
        assert read.find_read(anchor) == Found(Position(2), Finding.NEAREST)
        assert read.find_read(Anchor("gone", 1, anchor.quote)) is None


def test_the_end_page_is_kept_and_a_sequel_does_not_count_as_read() -> None:
    short = _story("The last.")
    anchor = short.anchor(short.end)
    assert anchor is not None
    assert anchor.end
    assert short.find(anchor) == Found(short.end)
    assert _story("The last.", "A sequel.").find(anchor) == Found(Position(2))


def test_the_opening_page_is_kept_as_nothing() -> None:
    assert _story("One.").anchor(OPENING) is None


@given(drawn_tables(), st.data())
def test_every_position_comes_back_from_its_anchor(story: Tables, data: st.DataObject) -> None:
    whole = _read(story)
    position = Position(data.draw(st.integers(1, whole.end)))
    anchor = whole.anchor(position)
    assert anchor is not None
    assert whole.find(anchor) == Found(position)
