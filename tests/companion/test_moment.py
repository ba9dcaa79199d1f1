"""Who is on stage, what is known of them, and how they stand, at a beat."""

import itertools

from reader.companion.meters import BondChange, Meter, ShiftChange
from reader.companion.moment import Moment
from reader.position import Position
from tests.stories import Tables, beat, reading, scale, scene, tables


def _moment(story: Tables, place: int) -> Moment:
    return reading(story).reaching(Position(place)).moment(Position(place))


def _stage(moment: Moment) -> list[str]:
    return [card.person.id for card in moment.cards]


def test_who_enters_is_on_stage_from_that_beat_and_who_leaves_is_gone_from_the_next() -> None:
    story = tables(
        scene("one", beat(), beat(enter="bea"), beat(leave=["ali", "bea"]), beat(), present=["ali"]),
        scene("two", beat(), present=["cy"]),
    )
    assert [_stage(_moment(story, place)) for place in range(1, 6)] == [
        ["ali"],
        ["ali", "bea"],
        ["ali", "bea"],
        [],
        ["cy"],
    ]


def test_a_keyed_fact_is_replaced_and_ended_and_the_newest_comes_first() -> None:
    story = tables(
        scene(
            "one",
            beat(learn={"ali": {"work": "None."}}),
            beat(learn={"ali": "A swimmer."}),
            beat(learn={"ali": {"work": "A bouncer."}}),
            beat(learn={"ali": {"work": ""}}),
            present=["ali"],
        )
    )
    facts = [[fact.sentence for fact in _moment(story, place).cards[0].facts] for place in range(1, 5)]
    assert facts == [["None."], ["A swimmer.", "None."], ["A bouncer.", "A swimmer."], ["A swimmer."]]
    assert [_moment(story, place).cards[0].fresh for place in range(1, 5)] == [1, 1, 1, 0]


def test_a_name_is_revealed_at_its_beat_and_the_earlier_place_keeps_the_earlier_name() -> None:
    story = tables(
        scene("one", beat("A."), beat("B.", reveal={"ali": {"name": "Alain"}}), present=["ali"]),
    )
    read = reading(story).reaching(Position(2))
    assert read.moment(Position(1)).cards[0].person.name == "Ali"
    assert read.moment(Position(2)).cards[0].person.name == "Alain"


def test_people_rank_by_the_order_of_meeting_not_by_the_order_of_the_file() -> None:
    story = tables(scene("one", beat(enter="cy"), beat(enter="ali")))
    cards = _moment(story, 2).cards
    assert [(card.person.id, card.person.rank) for card in cards] == [("cy", 0), ("ali", 1)]


def _meters(moment: Moment) -> dict[tuple[str, str], Meter]:
    return {(meter.source.id, meter.target.id): meter for meter in moment.meters.shown}


def test_a_first_set_states_a_value_and_a_first_by_starts_from_the_scale() -> None:
    shifts = [
        {"from": "ali", "to": "bea", "set": 3, "because": "So."},
        {"from": "bea", "to": "ali", "by": 2, "because": "So."},
    ]
    story = tables(scene("one", beat(shift=shifts), present=["ali", "bea"])) | {"scale": [scale(start=-4)]}
    meters = _meters(_moment(story, 1))
    stated, moved = meters["ali", "bea"], meters["bea", "ali"]
    assert (stated.before, stated.value) == (None, 3)
    assert (moved.before, moved.value) == (-4, -2)


def test_before_is_the_value_before_the_latest_beat_whatever_it_did_in_between() -> None:
    shifts = [{"from": "ali", "to": "bea", "by": by, "because": f"{by}."} for by in (4, -1)]
    first = {"from": "ali", "to": "bea", "set": 1, "because": "So."}
    story = tables(scene("one", beat(shift=first), beat(shift=shifts), present=["ali", "bea"]))
    meter = _meters(_moment(story, 2))["ali", "bea"]
    assert (meter.before, meter.value, meter.because) == (1, 4, "-1.")


def test_a_meter_keeps_its_value_and_says_where_it_moved() -> None:
    first = {"from": "ali", "to": "bea", "set": 1, "because": "So."}
    story = tables(
        scene("one", beat(), beat(shift=first), present=["ali", "bea"]),
        scene("two", beat(), present=["ali", "bea"]),
    )
    here, later = (_meters(_moment(story, place))["ali", "bea"] for place in (2, 3))
    assert (here.here, here.in_scene) == (True, True)
    assert (later.here, later.in_scene, later.value) == (False, False, 1)
    assert (later.at.scene, later.at.beat) == (1, 2)


def test_meters_that_moved_in_this_scene_come_first_the_latest_on_top() -> None:
    def to(target: str, value: int) -> Tables:
        return {"from": "ali", "to": target, "set": value, "because": "So."}

    story = tables(
        scene("one", beat(shift=[to("bea", 1), to("cy", 1)])),
        scene("two", beat(shift=to("cy", 2)), beat(shift=to("bea", 2)), present=["ali", "bea", "cy"]),
    )
    assert list(_meters(_moment(story, 2))) == [("ali", "cy"), ("ali", "bea")]
    assert list(_meters(_moment(story, 3))) == [("ali", "bea"), ("ali", "cy")]


def test_meters_of_those_on_stage_begin_with_what_moved_last() -> None:
    def to(target: str) -> Tables:
        return {"from": "ali", "to": target, "set": 1, "because": "So."}

    story = tables(
        scene("one", beat(shift=to("bea"))),
        scene("two", beat(shift=to("cy"))),
        scene("three", beat(), present=["ali", "bea", "cy"]),
    )
    assert list(_meters(_moment(story, 3))) == [("ali", "cy"), ("ali", "bea")]


def test_a_change_is_told_under_its_beat_off_stage_too() -> None:
    both = {"between": ["ali", "bea"], "set": 2, "because": "So."}
    bond = {"between": ["ali", "bea"], "is": "friends"}
    one_way = {"from": "ali", "to": "bea", "by": -1, "because": "Then."}
    story = tables(scene("one", beat(bond=bond, shift=both), beat(shift=one_way), present=["cy"]))
    first, second = (_moment(story, 2).text[n].changes for n in (0, 1))
    assert isinstance(first[0], BondChange)
    assert first[0].words == "friends"
    assert isinstance(first[1], ShiftChange)
    assert first[1].both
    assert isinstance(second[0], ShiftChange)
    assert (second[0].both, second[0].before, second[0].after) == (False, 2, 1)


def test_a_bond_holds_until_it_ends() -> None:
    def bond(words: str) -> Tables:
        return {"between": ["bea", "ali"], "is": words}

    story = tables(scene("one", beat(bond=bond("friends")), beat(), beat(bond=bond("")), present=["ali", "bea"]))
    bonds = [[words for _, words in _moment(story, place).cards[0].bonds] for place in (1, 2, 3)]
    assert bonds == [["friends"], ["friends"], []]
    change = _moment(story, 3).text[2].changes[0]
    assert isinstance(change, BondChange)
    assert change.ended == "friends"


def test_a_speaker_need_not_be_present_and_goes_by_the_known_name() -> None:
    story = tables(scene("one", beat(speaker="cy"), present=["ali"]))
    moment = _moment(story, 1)
    assert _stage(moment) == ["ali"]
    assert moment.text[0].speaker is not None
    assert moment.text[0].speaker.name == "Cy"


def test_a_crowd_is_bounded_and_counted() -> None:
    crowd = tuple(f"p{n}" for n in range(60))
    ring = [{"between": [a, b], "set": 1, "because": "So."} for a, b in itertools.pairwise(crowd)]
    story = tables(scene("one", beat(shift=ring), present=list(crowd)), people=crowd)
    moment = _moment(story, 1)
    assert len(moment.cards) + moment.more_cards == 60
    assert len(moment.cards) == 40
    assert len(moment.meters.shown) + moment.meters.more == 2 * 59
    assert len(moment.meters.shown) == 24
