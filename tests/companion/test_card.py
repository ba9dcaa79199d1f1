"""Cards and cast: all that is known of people at a place, as it stood then."""

import pytest

from reader.companion.reading import NotReadError, Reading
from reader.position import OPENING, Position
from tests.stories import beat, reading, scene, tables


def _story() -> Reading:
    """Ali is met in scene 1, called Alain from scene 3 on; Bea is only heard of."""
    shift = [
        {"from": "ali", "to": "bea", "set": 2, "because": "One."},
        {"from": "cy", "to": "ali", "set": -5, "because": "Two."},
    ]
    story = tables(
        scene("one", beat(learn={"ali": {"work": "None."}}), present=["ali"]),
        scene("two", beat(learn={"ali": {"work": "A job."}, "bea": "Far away."}, shift=shift), present=["cy"]),
        scene(
            "three",
            beat(reveal={"ali": {"name": "Alain", "full": "Alain V.", "aliases": ["the boxer"]}}),
            beat(learn={"ali": {"work": ""}}, bond={"between": ["ali", "cy"], "is": "rivals"}),
            present=["ali", "cy"],
        ),
    )
    read = reading(story)
    return read.reaching(read.end)


def test_a_card_bears_the_name_known_at_the_place() -> None:
    before, after = (_story().card("ali", Position(place)) for place in (2, 3))
    assert (before.person.name, before.full, before.others) == ("Ali", None, ())
    assert (after.person.name, after.full, after.others) == ("Alain", "Alain V.", ("Ali", "the boxer"))


def test_facts_that_were_replaced_or_ended_stand_below_with_their_scenes() -> None:
    card = _story().card("ali", Position(2))
    assert [(one.fact.sentence, one.at.scene) for one in card.now] == [("A job.", 2)]
    assert [(one.fact.sentence, one.at.scene) for one in card.earlier] == [("None.", 1)]
    ended = _story().card("ali", Position(4))
    assert ended.now == ()
    assert [one.fact.sentence for one in ended.earlier] == ["A job.", "None."]


def test_first_and_last_seen() -> None:
    card = _story().card("ali", Position(4))
    assert card.first is not None
    assert card.last is not None
    assert (card.first.scene, card.last.scene) == (1, 3)
    bea = _story().card("bea", Position(4))
    assert (bea.first, bea.last, bea.met.scene) == (None, None, 2)


def test_how_a_person_stands_toward_others_and_they_toward_the_person() -> None:
    card = _story().card("ali", Position(4))
    assert [(meter.target.id, meter.value) for meter in card.toward] == [("bea", 2)]
    assert [(meter.source.id, meter.value) for meter in card.from_others] == [("cy", -5)]


def test_bonds_and_who_is_here() -> None:
    card = _story().card("ali", Position(4))
    assert [(other.id, words) for other, words in card.bonds] == [("cy", "rivals")]
    assert card.here
    assert not _story().card("ali", Position(2)).here


def test_the_cast_holds_everyone_met_and_no_one_else() -> None:
    rows = _story().cast(Position(2))
    assert [row.person.id for row in rows] == ["ali", "cy", "bea"]
    assert [row.newest for row in rows] == ["A job.", "", "Far away."]
    assert [row.last.scene if row.last else None for row in rows] == [1, 2, None]
    assert _story().cast(OPENING) == ()


def test_a_name_is_found_by_what_it_is_called_there_and_not_by_what_comes() -> None:
    assert "the boxer" in _story().cast(Position(4))[0].called
    assert "the boxer" not in _story().cast(Position(2))[0].called


def test_nobody_has_a_card_before_they_are_met() -> None:
    with pytest.raises(KeyError):
        _story().card("bea", Position(1))
    with pytest.raises(NotReadError):
        reading(tables(scene("one", beat(), present=["ali"]))).card("ali", Position(1))
