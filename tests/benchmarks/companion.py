"""What the companion costs, at beat 100 and at the last beat: `python -m tests.benchmarks.companion [--beats N]`.

It prints times and their ratios and asserts nothing. A ratio near 1 means that the cost does not grow with the story.
"""

import argparse
import sys
import time
from collections.abc import Callable, Iterator
from itertools import cycle
from statistics import median

from textual.geometry import Size

from reader.companion.reading import Reading
from reader.companion.thread import Filter
from reader.companion.values import pair_of
from reader.position import Position
from reader.session.commands import command, usual_keys
from reader.session.state import State
from reader.shelf.kept import Kept
from reader.story.model import Story
from reader.tui.drawing import Drawing, ScreenSize
from tests.stories import Tables, beat, scale, scene, tables

EARLY = Position(100)
BEATS_IN_A_SCENE = 40
CAST = 300
PANES = {
    "bar": (120, 1),
    "scenes": (25, 32),
    "text": (59, 32),
    "side": (36, 32),
    "status": (120, 1),
    "footer": (120, 1),
}


def story_of(beats: int) -> Tables:
    """A story of so many beats: scenes of forty, six of three hundred people in each, a shift every fourth beat."""
    people = tuple(f"person{number}" for number in range(CAST))
    scenes = list(_scenes(beats, people))
    return tables(*scenes, people=people) | {"scale": [scale(range=[-1000, 1000])]}


def _scenes(beats: int, people: tuple[str, ...]) -> Iterator[Tables]:
    for number in range(-(-beats // BEATS_IN_A_SCENE)):
        here = [people[(number * 7 + offset * 11) % len(people)] for offset in range(6)]
        count = min(BEATS_IN_A_SCENE, beats - number * BEATS_IN_A_SCENE)
        rows = (_beat(number, row, here) for row in range(count))
        part = {"part": f"Part {number // 50}"} if number % 50 == 0 else {}
        yield scene(f"scene-{number}", *rows, present=here, summary=f"Scene {number} is over.", **part)


def _beat(number: int, row: int, here: list[str]) -> Tables:
    first, second = here[row % 6], here[(row + 1) % 6]
    more: Tables = {}
    if row % 4 == 0:
        more["shift"] = {"from": first, "to": second, "set": (number + row) % 21 - 10, "because": "It came so."}
    if row % 8 == 0:
        more["learn"] = {first: {"place": f"Was in scene {number}."}}
    if row % 20 == 0:
        more["bond"] = {"between": [first, second], "is": f"met in scene {number}"}
    return beat(f"{first.capitalize()} turned to {second} and said what there was to say, at some length. " * 3, **more)


def queries(read: Reading, place: Position) -> dict[str, Callable[[], object]]:
    """What is timed at a place, by name."""
    stage = [card.person.id for card in read.moment(place).cards]
    anchor = read.anchor(place)
    assert anchor
    return {
        "known": lambda: read.reaching(place).knowing(False).known,
        "moment": lambda: read.moment(place),
        "moment, a pair pinned": lambda: read.moment(place, (pair_of(stage[0], stage[1]),)),
        "thread of two": lambda: read.thread(Filter((stage[0], stage[1]))),
        "cast": lambda: read.cast(place),
        "card": lambda: read.card(stage[0], place),
        "pairs": lambda: read.pairs(place),
        "why": lambda: read.why(read.pairs(place)[0], place),
        "recap": lambda: read.recap(place),
        "reminder": lambda: read.reminder(place),
        "beat ref": lambda: read.beat_ref(place),
        "anchor": lambda: read.anchor(place),
        "people": lambda: read.reaching(place).people(),
        "title page": read.title_page,
        "met": lambda: read.has_met(stage[0], place),
        "scene start": lambda: read.scene_start(place),
        "after scene": lambda: read.after_scene(place),
        "numbered": lambda: read.numbered(5, 2),
        "find a bookmark": lambda: read.find_read(anchor),
        "find an anchor": lambda: read.find(anchor),
        "a step, drawn": stepping(read, place),
        **{f"{name}, drawn": opening(read, place, name) for name in ("recap", "why", "cast", "bookmarks")},
    }


def stepping(read: Reading, place: Position) -> Callable[[], object]:
    """A step from the beat before and back, with the lines of every pane."""
    drawing = Drawing(lambda: ScreenSize({pane: Size(*size) for pane, size in PANES.items()}, 120))
    places = (Position(place - 1), place)
    turns = cycle([State(read, Kept(story="test"), usual_keys(), drawing, place=at) for at in places])

    def step() -> object:
        state = next(turns)
        return [drawing.lines(state, pane, Size(*size), 120) for pane, size in PANES.items()]

    return step


def opening(read: Reading, place: Position, name: str) -> Callable[[], object]:
    """A list opened at a place, with the lines of every pane; nothing is remembered from the time before."""

    def opened() -> object:
        drawing = Drawing(lambda: ScreenSize({pane: Size(*size) for pane, size in PANES.items()}, 120))
        state = command(name).move(State(read, Kept(story="test"), usual_keys(), drawing, place=place)).state
        return [drawing.lines(state, pane, Size(*size), 120) for pane, size in PANES.items()]

    return opened


def milliseconds(ask: Callable[[], object], rounds: int = 15) -> float:
    """The median time of one question."""

    def once(_: int) -> float:
        start = time.perf_counter()
        ask()
        return (time.perf_counter() - start) * 1e3

    return median(map(once, range(rounds)))


def rows(beats: int) -> Iterator[str]:
    """The table, line by line."""
    story = Story.model_validate(story_of(beats))
    start = time.perf_counter()
    new = Reading.of(story)
    seconds = time.perf_counter() - start
    yield f"{beats:,} beats in {len(story.scenes):,} scenes, {CAST} people"
    yield f"building the index: {seconds:.2f} s, {seconds / beats * 1e6:.2f} ms per 1,000 beats"
    last = Position(new.end - 1)
    early, late = new.reaching(EARLY), new.reaching(last)
    yield f"{'':24}{'beat 100':>12}{f'beat {last:,}':>16}{'ratio':>9}"
    for (name, at_early), at_late in zip(queries(early, EARLY).items(), queries(late, last).values(), strict=True):
        one, other = milliseconds(at_early), milliseconds(at_late)
        yield f"{name:24}{one:>9.3f} ms{other:>13.3f} ms{other / one:>9.2f}"


def main() -> int:
    """Print the table; returns the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--beats", type=int, default=500_000)
    for row in rows(max(BEATS_IN_A_SCENE * 4, parser.parse_args().beats)):
        sys.stdout.write(f"{row}\n")
        sys.stdout.flush()
    return 0


if __name__ == "__main__":
    sys.exit(main())
