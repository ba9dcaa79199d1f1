"""The story so far is made of the summaries of finished scenes, and of nothing else."""

from reader.companion.meters import ShiftChange
from reader.companion.reading import Reading
from reader.position import OPENING, Position
from tests.stories import beat, reading, scene, tables


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
    since = _story().since_you_left(Position(5))
    assert (since.at.scene, since.at.beat) == (3, 2)
    assert since.beat.text[0][0].text == "Here I stopped."
    assert [one.sentence for one in since.summaries] == ["One is over.", "Two is over."]
    assert [person.id for person in since.here] == ["ali", "bea"]
    changed = since.changes[0].changes[0]
    assert isinstance(changed, ShiftChange)
    assert (since.changes[0].at.scene, changed.after) == (1, 2)
