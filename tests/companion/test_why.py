"""Receipts: every shift between two people up to a place, with its scene, its words and its reason."""

from reader.companion.reading import Reading
from reader.companion.values import pair_of
from reader.position import OPENING, Position
from tests.stories import Tables, beat, reading, scale, scene, tables


def _shift(direction: str, key: str, value: int, because: str, on: str = "closeness") -> Tables:
    source, target = direction.split()
    return {"from": source, "to": target, key: value, "because": because, "scale": on}


def _story() -> Reading:
    story = tables(
        scene("one", beat(shift=[_shift("ali bea", "set", 1, "A."), _shift("ali bea", "by", 4, "B.")])),
        scene("two", beat(shift=_shift("bea ali", "by", -2, "C.", "trust"))),
        scene("three", beat(shift=_shift("cy ali", "set", 3, "D.")), beat(shift=_shift("ali bea", "by", -9, "E."))),
    )
    story["scale"].append(scale("trust"))
    read = reading(story)
    return read.reaching(read.end)


def test_each_shift_is_a_receipt_also_two_of_one_beat() -> None:
    why = _story().why(("ali", "bea"), Position(4))
    assert [(r.at.scene, r.before, r.after, r.because) for r in why.histories[0].receipts] == [
        (1, None, 1, "A."),
        (1, 1, 5, "B."),
        (3, 5, -4, "E."),
    ]


def test_every_direction_on_every_scale_is_there_the_latest_moved_first() -> None:
    why = _story().why(("ali", "bea"), Position(4))
    directions = [(h.meter.source.id, h.meter.scale.id, h.meter.value) for h in why.histories]
    assert directions == [("ali", "closeness", -4), ("bea", "trust", -2)]
    assert [one.id for one in why.scales] == ["closeness", "trust"]
    assert not why.scales[0].alone


def test_an_earlier_place_shows_the_receipts_up_to_there() -> None:
    why = _story().why(("ali", "bea"), Position(1))
    assert [receipt.because for receipt in why.receipts] == ["A.", "B."]


def test_the_pairs_that_moved_lately_come_first() -> None:
    assert _story().pairs(Position(4))[0] == ("ali", "bea")
    assert set(_story().pairs(Position(4))) == {("ali", "bea"), ("ali", "cy")}
    assert _story().pairs(OPENING) == ()


def test_where_nothing_moved_between_those_on_stage_their_pairs_with_others_come_first() -> None:
    story = tables(
        scene("one", beat(shift=_shift("ali bea", "set", 1, "A."))),
        scene("two", beat(shift=_shift("bea cy", "set", 1, "B."))),
        scene("three", beat(), present=["ali"]),
    )
    read = reading(story).reaching(Position(3))
    assert read.pairs(Position(3)) == (("ali", "bea"), ("bea", "cy"))


def test_a_pinned_pair_keeps_its_meters_where_nobody_of_it_is_on_stage() -> None:
    story = tables(
        scene("one", beat(shift=_shift("ali bea", "set", 1, "A."))),
        scene("two", beat(), present=["cy"]),
    )
    read = reading(story).reaching(Position(2))
    assert read.moment(Position(2)).meters.shown == ()
    pinned = read.moment(Position(2), (pair_of("bea", "ali"),)).meters.shown
    assert [(meter.source.id, meter.target.id) for meter in pinned] == [("ali", "bea")]
