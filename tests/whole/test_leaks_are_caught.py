"""The proof that nothing is spoiled can fail: one thing is leaked at a time, and each is seen."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import islice
from typing import Any

import pytest

from reader.companion import (
    anchors,
    card,
    index,
    known,
    meters,
    moment,
    names,
    net,
    people,
    reading,
    recap,
    thread,
    why,
)
from reader.companion.values import Person
from reader.position import Position
from tests import stories
from tests.spoilers import leaks
from tests.stories import Tables, beat, scene, tables

FRONTIER = 5

Leak = Callable[[pytest.MonkeyPatch], None]


def _story() -> Tables:
    """Three scenes, one and a half of them read: people, names, facts, bonds and meters have a past and a future."""
    toward = {"from": "ali", "to": "bea", "because": "He helped."}
    return tables(
        scene(
            "one",
            beat("Ali came to the door.", enter="bea", learn={"ali": {"work": "Out of work."}}),
            beat("Then bea said so.", shift={**toward, "set": 1}, bond={"between": ["ali", "bea"], "is": "friends"}),
            present=["ali"],
            part="First part",
            summary="Ali came.",
        ),
        scene(
            "two",
            beat("The old man said: Ali!", enter=["ali", "cy"]),
            beat("Words to the boy.", shift={**toward, "by": 1}, learn={"dora": "Cy's mother."}),
            beat("Bea was there.", enter="bea"),
            beat(
                "Ed, then.",
                shift=[{**toward, "by": 2}, {**toward, "to": "cy", "set": 1}],
                learn={"ali": {"work": "A job."}, "ed": "Heard of."},
            ),
            beat("Ali left.", reveal={"ali": {"name": "Alain", "aliases": ["the boy"]}}, leave="ali"),
            summary="Ali found a job.",
        ),
        scene("three", beat("Dora came."), present=["dora", "bea"], part="Second part"),
        people=("ed", "cy", "dora", "bea", "ali"),
    )


def _other() -> Tables:
    shift = {"between": ["ali", "bea"], "set": [-5, 5], "because": "A quarrel."}
    bond = {"between": ["ali", "bea"], "is": "foes"}
    return tables(
        scene("a", beat("Away.", leave="bea"), beat("Bea said to the boy.", shift=shift, bond=bond)),
        scene("b", beat("Cy and bea.", speaker="cy", learn={"bea": {"age": "Old."}}, shift=shift), present=["bea"]),
    )


def _found() -> list[str]:
    return leaks(_story(), _other(), FRONTIER, stories.reading)


def _sooner(module: Any, query: str, at: int) -> Leak:
    """A query that answers for the place after the one it is asked of, its argument number `at`."""

    def leak(patch: pytest.MonkeyPatch) -> None:
        real = getattr(module, query)

        def leaky(*asked: Any, **more: Any) -> Any:
            here = asked[0] if isinstance(asked[0], index.Index) else None
            later = asked[at] + 1 if here is None else min(asked[at] + 1, here.last)
            return real(*asked[:at], Position(later), *asked[at + 1 :], **more)

        patch.setattr(module, query, leaky)

    return leak


def _answers(query: str, leaky: Callable[[index.Index, Any], Any]) -> Leak:
    """A query of the reading whose answer is made leaky."""

    def leak(patch: pytest.MonkeyPatch) -> None:
        real = getattr(reading, query)
        patch.setattr(reading, query, lambda story, *asked, **more: leaky(story, real(story, *asked, **more)))

    return leak


def _one_title_more(story: index.Index, told: known.Known) -> known.Known:
    return replace(told, scenes=story.rows[: len(told.scenes) + 1])


def _rows_for_all(story: index.Index, told: known.Known) -> known.Known:
    unread = (replace(row, id="", title="", part=None) for row in story.rows[len(told.scenes) :])
    return replace(told, scenes=(*told.scenes, *unread))


def _someone_unmet(story: index.Index, told: tuple[Person, ...]) -> tuple[Person, ...]:
    unmet = (timelines for timelines in story.characters.values() if timelines.id not in {person.id for person in told})
    return (
        *told,
        *(Person(timelines.id, timelines.names.at(story.end) or "", timelines.rank) for timelines in islice(unmet, 1)),
    )


def _aliases_from_the_start(patch: pytest.MonkeyPatch) -> None:
    real = names.Names.add

    def add(self: names.Names, words: str, since: Position, character: str) -> None:
        real(self, words, Position(1) if words == "the boy" else since, character)

    patch.setattr(names.Names, "add", add)


def _names_from_the_start(patch: pytest.MonkeyPatch) -> None:
    real = names.Names.add
    patch.setattr(names.Names, "add", lambda self, words, _since, character: real(self, words, Position(0), character))


def _ranks_of_the_file(patch: pytest.MonkeyPatch) -> None:
    real = index._Builder.build

    def build(self: index._Builder) -> None:
        real(self)
        for rank, character in enumerate(self._characters):
            if timelines := self._index.characters.get(character):
                timelines.rank = rank

    patch.setattr(index._Builder, "build", build)


def _facts_that_never_end(timelines: index.CharacterTimelines, place: Position) -> Iterator[Any]:
    return (filed.fact for filed in timelines.facts.back_from(place) if filed.until is None)


def _ends_of_facts(patch: pytest.MonkeyPatch) -> None:
    for module in (moment, card):
        patch.setattr(module, "current_facts", _facts_that_never_end)


def _met_or_not(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(people, "person_at", lambda story, who, _: story.characters[who] and Person(who, who, 0))
    patch.setattr(card, "person_at", people.person_at)


def _last_names(patch: pytest.MonkeyPatch) -> None:
    def person_at(story: index.Index, who: str, place: Position) -> Person:
        person = people.person_at(story, who, place)
        return replace(person, name=story.characters[who].names.at(story.end) or "")

    for module in (card, meters, moment, net, recap, why):
        patch.setattr(module, "person_at", person_at)


LEAKS: dict[str, Leak] = {
    "one title too many": _answers("known_at", _one_title_more),
    "a list with a row for every scene": _answers("known_at", _rows_for_all),
    "how many scenes there are, hidden": _answers("moment_at", lambda story, told: replace(told, scenes=story.last)),
    "one more of the people": _answers("people_met", _someone_unmet),
    "the cast of the next beat": _sooner(reading, "cast_at", 1),
    "the size of the cast": _answers("moment_at", lambda story, told: replace(told, more_cards=len(story.characters))),
    "whether someone unmet is in the story": _met_or_not,
    "names learned later": _names_from_the_start,
    "an alias learned later": _aliases_from_the_start,
    "the name someone has in the end": _last_names,
    "colours by the order of the file": _ranks_of_the_file,
    "the next beat's words in a quote": _sooner(anchors, "quote_at", 1),
    "the next beat's text": _sooner(moment, "beat_text", 1),
    "how many beats a scene has, hidden": _answers("moment_at", lambda story, told: replace(told, beats=story.last)),
    "that a fact will end": _ends_of_facts,
    "the next value of a meter": _sooner(meters, "meter_at", 2),
    "the next receipts": _sooner(reading, "why_at", 2),
    "pairs that move next": _sooner(reading, "pairs_at", 1),
    "the next bonds": _sooner(moment, "changes_at", 1),
    "what the next beat changes, come to one line": _sooner(recap, "net_changes", 2),
    "the summary of an unfinished scene": lambda patch: patch.setattr(
        recap, "_finished", lambda story, _: len(story.rows)
    ),
    "where someone is first seen, not seen yet": lambda patch: patch.setattr(
        card, "_first_seen", lambda story, timelines, _: people.beat_ref(story, timelines.scenes.first or Position(1))
    ),
    "where someone is seen last": lambda patch: patch.setattr(
        card,
        "_last_seen",
        lambda story, timelines, _: people.beat_ref(story, timelines.scenes.position_at(story.end) or Position(1)),
    ),
    "a thread to the scene's end": lambda patch: patch.setattr(
        reading, "thread_at", lambda story, wanted, _: thread.thread_at(story, wanted, story.end)
    ),
}


def test_the_stories_leak_nothing_as_it_is() -> None:
    assert _found() == []


@pytest.mark.parametrize("leak", LEAKS)
def test_a_leak_is_caught(leak: str, monkeypatch: pytest.MonkeyPatch) -> None:
    LEAKS[leak](monkeypatch)
    assert _found() != []
