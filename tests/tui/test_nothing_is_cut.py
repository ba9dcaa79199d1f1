"""Nothing is cut silently: whatever is long is whole, or ends in …, or is counted, in every view at every size."""

import re
from collections.abc import Iterator
from functools import cache

import pytest
from textual.geometry import Size

from reader.companion.reading import Reading
from reader.companion.values import pair_of
from reader.position import Position
from reader.session.commands import command, usual_keys
from reader.session.notices import Notice
from reader.session.state import ListView, ScrolledView, State, Step
from reader.session.views.card import open_card
from reader.session.views.companion import CompanionView
from reader.session.views.stack import push
from reader.session.views.where import WhereView
from reader.session.views.why import open_why
from reader.shelf.kept import Bookmark, Kept
from reader.tui.drawing import Drawing, ScreenSize
from reader.tui.lines import Line
from tests.stories import Tables, beat, reading, scene, tables

PLACE = Position(9)
NAMES = 9
"""How many words a long name has; it is 80 characters long."""

PANES = {
    (120, 36): {"scenes": Size(25, 33), "text": Size(61, 33), "side": Size(34, 33)},
    (80, 24): {"text": Size(80, 16), "strip": Size(80, 5)},
    (50, 20): {"text": Size(50, 17)},
    (40, 12): {"text": Size(40, 9)},
}
for (columns, _), panes in PANES.items():
    panes |= {pane: Size(columns, 1) for pane in ("bar", "status", "footer")}

sizes = pytest.mark.parametrize("size", PANES, ids=lambda size: f"{size[0]}x{size[1]}")


def long(kind: str, count: int = NAMES) -> str:
    """Words that tell what they belong to and which of how many each is: so what is cut is seen."""
    return " ".join(f"{kind}{number}of{count}" for number in range(1, count + 1))


@cache
def story() -> Reading:
    """A story in which everything that can be long is long, read to its last beat but one."""
    people = ("ali", "bea", "cy")
    words = [long(f"low{'abcdefg'[number]}", 3) for number in range(7)]

    def shift(source: str, target: str, number: int, kind: str) -> Tables:
        return {"from": source, "to": target, "set": number, "because": long(f"reason{kind}", 20)}

    table = tables(
        scene(
            "one",
            beat(learn={"ali": {"work": long("facta", 20)}}, shift=[shift("ali", "bea", 1, "a")]),
            beat(bond={"between": ["ali", "bea"], "is": long("bonda")}, shift=[shift("ali", "bea", -4, "b")]),
            present=["ali", "bea"],
            part=long("parta"),
            place=long("placea"),
            when=long("whena"),
            summary=long("summarya", 40),
        ),
        *(scene(f"s{number}", beat(long(f"text{'abc'[number]}", 30)), summary="Then.") for number in range(3)),
        scene(
            "five",
            beat(speaker="ali"),
            beat(long("textd", 40), learn={"cy": long("factb", 20)}),
            beat(shift=[shift("bea", "ali", 7, "c"), shift("cy", "ali", 3, "d")]),
            beat("Here.", shift=[shift("ali", "cy", 3, "e")], bond={"between": ["ali", "cy"], "is": long("bondb")}),
            beat("Later."),
            present=list(people),
            part=long("partb"),
            place=long("placeb"),
            when=long("whenb"),
        ),
        people=people,
    )
    for number, character in enumerate(table["character"]):
        kind = "abc"[number]
        character |= {"name": long(f"name{kind}"), "full": long(f"full{kind}"), "aliases": [long(f"alias{kind}")]}
    for number, each in enumerate(table["scene"]):
        each["title"] = long(f"title{'abcdefgh'[number]}")
    table["scale"][0] |= {"name": long("scalename"), "means": long("means"), "words": words}
    read = reading(table)
    return read.reaching(PLACE)


def state_on(size: tuple[int, int]) -> tuple[Drawing, State]:
    """A reader of the story on a screen of a size, with bookmarks and a pinned pair."""
    drawing = Drawing(lambda: ScreenSize(PANES[size], size[0]))
    read = story()
    anchors = [read.anchor(Position(at)) for at in (1, 4, 7)]
    marks = tuple(
        Bookmark.new(anchor, 1).model_copy(update={"note": long(f"note{kind}"), "label": long(f"label{kind}")})
        for anchor, kind in zip(anchors, "abc", strict=True)
        if anchor
    )
    kept = Kept(story="test", bookmark=marks, pins=(pair_of("ali", "bea"),))
    return drawing, State(read, kept, usual_keys(), drawing, place=PLACE).holding(read, kept)


def given(state: State, *commands: str) -> State:
    """The state after some commands."""
    for command_id in commands:
        state = command(command_id).move(state).state
    return state


def views(state: State) -> Iterator[tuple[str, State]]:
    """Every view, by its name."""
    yield "text", state
    yield "the scene's first beat", state.standing(Position(6))
    yield "an earlier scene", state.standing(Position(2))
    yield "a kept beat", state.standing(Position(7)).saying(Notice(f"★ Kept: “{long('quote')}”"))
    yield "a filter", given(state, "filter", "choose", "down", "choose", "close")
    for name in ("scenes", "side", "bookmarks", "filter", "cast", "recap", "keys"):
        yield name, given(state, name)
    for person in ("ali", "bea", "cy"):
        yield f"card of {person}", open_card(state, person).state
    for pair in (("ali", "bea"), ("ali", "cy")):
        yield f"why of {pair}", open_why(state, pair).state
    yield "where you are", Step(push(state, WhereView())).state


def scrolled(state: State) -> Iterator[State]:
    """The view at each stop of its cursor, from top to bottom and up again."""
    yield state
    for key in ("down", "up"):
        while isinstance(state.view, ScrolledView):
            after = given(state, key)
            if after == state:
                break
            state = after
            yield state


def drawn(drawing: Drawing, state: State, size: tuple[int, int]) -> Iterator[tuple[str, list[Line]]]:
    """The lines of each pane that is on the screen."""
    hidden = ("strip",) if len(state.views) > 1 else ()
    for pane, room in PANES[size].items():
        if pane not in hidden:
            yield pane, drawing.lines(state, pane, room, size[0])


def words_of(lines: list[Line]) -> str:
    """The words of a pane, with a space between them, without what is drawn around them."""
    text = " ".join(line.text for line in lines)
    return " ".join(re.sub(r"[▌★▸■◆♣“”():;,├┤\[\]]", " ", text).replace("\u00a0", " ").lower().split())


def cut_silently(words: str, *, more_follows: bool) -> list[str]:
    """The words after which the next word of the same text should stand, or …, and does not."""
    found = list(re.finditer(r"\b([a-z]+)(\d+)of(\d+)", words))
    cut = []
    for match in found:
        kind, number, count = match[1], int(match[2]), int(match[3])
        rest = words[match.end() :].lstrip()
        following = f"{kind}{number + 1}of{count}"
        begun = re.match(r"(\S*)…", rest)
        last = more_follows and match is found[-1]
        if number < count and not last and not rest.startswith(following):
            if begun and following.startswith(begun[1]):
                continue
            cut.append(f"{match[0]} → {rest[:30]}")
    return cut


@sizes
def test_what_is_long_is_whole_or_ends_in_an_ellipsis(size: tuple[int, int]) -> None:
    drawing, start = state_on(size)
    for name, opened in views(start):
        for state in scrolled(opened):
            for pane, lines in drawn(drawing, state, size):
                room = PANES[size][pane]
                assert len(lines) <= room.height, (name, pane)
                assert all(line.cells <= room.width for line in lines), (name, pane, [line.text for line in lines])
                full = len(lines) == room.height
                cut = cut_silently(words_of(lines), more_follows=full and pane in ("text", "side", "scenes"))
                assert not cut, (name, pane, [line.text for line in lines])


WHOLE = {
    "scenes": [f"title{kind}" for kind in "abcde"] + ["parta", "partb"],
    "side": ["titlee", "placeb", "whenb", "namea", "nameb", "namec", "facta", "factb", "bonda", "bondb", "reasone"],
    "bookmarks": ["labela", "labelb", "labelc", "notea", "noteb", "notec", "titlea", "titlee"],
    "filter": ["namea", "nameb", "namec"],
    "recap": ["parta", "summarya"],
    "card of ali": ["namea", "fulla", "aliasa", "bonda", "nameb", "facta", "titlea", "titlee", "lowe"],
    "card of cy": ["namec", "fullc", "aliasc", "factb", "namea", "bondb"],
    "why of ('ali', 'bea')": ["namea", "nameb", "bonda", "means", "scalename", "reasona", "reasonb", "lowa", "lowg"],
    "where you are": ["titlee", "namea", "nameb", "namec"],
}
"""What each view shows in whole if the reader goes through it; so it is one key away from where it ends in …."""


@sizes
@pytest.mark.parametrize("view", WHOLE)
def test_going_through_a_view_shows_all_of_it_in_whole(view: str, size: tuple[int, int]) -> None:
    drawing, start = state_on(size)
    opened = dict(views(start))[view]
    seen = " ".join(words_of(lines) for state in scrolled(opened) for _, lines in drawn(drawing, state, size))
    missing = {
        f"{kind}{number}of{count}"
        for kind, count in {(match[1], int(match[2])) for match in re.finditer(r"([a-z]+)\d+of(\d+)", seen)}
        if kind in WHOLE[view]
        for number in range(1, count + 1)
        if f"{kind}{number}of{count}" not in seen
    }
    if view == "scenes" and size[0] >= 120:  # beside the text titles end in …, and the text's head has them in whole
        missing = {word for word in missing if not word.startswith("title")}
    assert not missing
    assert all(re.search(rf"\b{kind}\d", seen) for kind in WHOLE[view])


@sizes
def test_the_row_of_the_cursor_is_in_sight(size: tuple[int, int]) -> None:
    drawing, start = state_on(size)
    for name, opened in views(start):
        for state in scrolled(opened):
            if isinstance(state.view, ListView):
                lines = [line for _, pane in drawn(drawing, state, size) for line in pane]
                assert any(line.lit for line in lines), (name, state.view)


CROWD = tuple(f"person{number}" for number in range(52))


@pytest.mark.parametrize("on_stage", [1, 3, 12, 40, 52])
@sizes
def test_everyone_on_stage_is_named_or_counted(size: tuple[int, int], on_stage: int) -> None:
    present = list(CROWD[:on_stage])
    read = reading(tables(scene("one", beat(learn={"person0": "A fact."}), present=present), people=CROWD))
    drawing = Drawing(lambda: ScreenSize(PANES[size], size[0]))
    state = State(read.reaching(Position(1)), Kept(story="test"), usual_keys(), drawing, place=Position(1))
    for pane, lines in drawn(drawing, state, size):
        if pane in ("side", "strip"):
            assert _named_or_counted(words_of(lines)) == on_stage, pane
    through = {words_of(lines) for one in scrolled(given(state, "side")) for _, lines in drawn(drawing, one, size)}
    assert isinstance(given(state, "side").view, CompanionView)
    assert _named_or_counted(" ".join(through)) == on_stage
    assert any(f"{on_stage} on stage" in words for words in through)


def _named_or_counted(words: str) -> int:
    named = len({*re.findall(r"\bperson\d+\b", words)})
    return named + max((int(count) for count in re.findall(r"\+(\d+) more", words)), default=0)
