"""The story so far is made of the summaries of finished scenes, and of nothing else."""

from reader.companion.meters import ShiftChange
from reader.companion.reading import Reading
from reader.position import OPENING, Position
from tests.stories import Tables, beat, reading, scene, tables


def _story() -> Reading:
    shift = {"from": "ali", "to": "bea", "set": 2, "because": "So."}
    read = reading(
        tables(
            scene("one", beat(shift=shift), beat(), part="First", summary="One is over.", present=["ali"]),
            scene("two", beat(), part="Second", summary="Two is over.", present=["bea"]),
            scene("three", beat(), beat("Here I stopped."), present=["ali", "bea"]),
        )
    )
    return read.reaching(read.end)


def _recap(place: int) -> list[tuple[str | None, list[str]]]:
    return [(part.part, [one.sentence for one in part.summaries]) for part in _story().recap(Position(place))]


def test_a_summary_appears_when_its_scene_is_finished() -> None:
    assert _recap(OPENING) == []
    assert _recap(2) == []
    assert _recap(3) == [("First", ["One is over."])]
    assert _recap(4) == [("First", ["One is over."]), ("Second", ["Two is over."])]


def test_at_the_end_the_last_scene_is_finished_too_summary_or_not() -> None:
    assert _recap(6)[-1] == ("Second", ["Two is over.", ""])


def test_coming_back_tells_where_you_stopped_who_is_here_and_what_changed() -> None:
    since = _story().reminder(Position(5))
    assert (since.at.scene, since.at.beat) == (3, 2)
    assert since.beat.text[0][0].text == "Here I stopped."
    assert [one.sentence for one in since.summaries] == ["One is over.", "Two is over."]
    assert [person.id for person in since.here] == ["ali", "bea"]
    assert since.opened.position == 1
    changed = since.changes[0].change
    assert isinstance(changed, ShiftChange)
    assert (since.changes[0].at.scene, changed.before, changed.after) == (1, None, 2)


def _shift(direction: str, **how: object) -> Tables:
    source, target = direction.split()
    return {"from": source, "to": target, "because": "So.", **how}


def _net(*scenes: Tables) -> list[str]:
    read = reading(tables(*scenes))
    last = Position(read.end - 1)
    told = []
    for net in read.reaching(last).reminder(last).changes:
        change = net.change
        if isinstance(change, ShiftChange):
            arrow = "⇄" if change.both else "→"
            told.append(
                f"{change.source.id} {arrow} {change.target.id} {change.before} {change.after} @{net.at.position}"
            )
        else:
            told.append(f"{change.first.id} and {change.second.id}: {change.words or 'no longer ' + change.ended}")
    return told


def test_what_changed_is_told_once_for_each_pair_and_not_step_by_step() -> None:
    steps = [beat(shift=_shift("ali bea", by=by)) for by in (2, 3, -1)]
    assert _net(scene("one", beat(shift=_shift("ali bea", set=-4)), *steps)) == ["ali → bea None 0 @4"]
    # Four scenes: the first is over too long to be told of, so its value is the one before.
    far = scene("far", beat(shift=_shift("ali bea", set=-4)))
    later = [scene(f"s{number}", one) for number, one in enumerate(steps)]
    assert _net(far, scene("near", beat()), *later) == ["ali → bea -4 0 @5"]


def test_a_first_by_is_told_from_where_the_scale_starts() -> None:
    assert _net(scene("one", beat(shift=_shift("ali bea", by=3)))) == ["ali → bea 0 3 @1"]


def test_what_is_as_it_was_before_is_not_told() -> None:
    there, back = (beat(shift=_shift("ali bea", by=by)) for by in (2, -2))
    bond = {"between": ["ali", "bea"], "is": "friends"}
    story = (
        scene("far", beat(shift=_shift("ali bea", set=1))),
        *(scene(f"s{number}", beat()) for number in range(3)),
        scene("here", there, back, beat(bond=bond), beat(bond={**bond, "is": ""})),
    )
    assert _net(*story) == []


def test_both_ways_are_one_line_if_they_came_to_the_same_by_whatever_steps() -> None:
    first = beat(shift=[_shift("ali bea", set=3), _shift("bea ali", set=1)])
    assert _net(scene("one", first, beat(shift=_shift("bea ali", by=2)))) == ["ali ⇄ bea None 3 @2"]
    assert _net(scene("one", first)) == ["ali → bea None 3 @1", "bea → ali None 1 @1"]


def test_a_bond_is_told_as_it_is_in_the_end() -> None:
    bonds = [beat(bond={"between": ["bea", "ali"], "is": words}) for words in ("friends", "rivals", "")]
    assert _net(scene("one", *bonds[:2], present=["ali"])) == ["ali and bea: rivals"]
    far = scene("far", bonds[0], present=["ali"])
    near = [scene(f"s{number}", beat()) for number in range(3)]
    assert _net(far, *near, scene("here", *bonds[1:])) == ["ali and bea: no longer friends"]
