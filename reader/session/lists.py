"""Lists: how the reader moves through a list and chooses a row of it; the same for every list."""

from dataclasses import replace

from reader.session.jumping import jump
from reader.session.links import AskWhy, ChooseRow, GoTo, OpenCard, TogglePerson
from reader.session.state import ListView, Move, ScrolledView, State, Step
from reader.session.stepping import beat_before, look_on
from reader.session.views.card import open_card
from reader.session.views.companion import show_companion
from reader.session.views.filter import toggle_person
from reader.session.views.scenes import ScenesView, open_scenes
from reader.session.views.why import open_why
from reader.text import Link


def roll(down: int) -> Move:
    """A move down a list, or up it if `down` is negative; on the text, through what was read.

    On the text it goes one beat at a time, and never beyond what was read: what is scrolled past is not read.
    """

    def move(state: State) -> Step:
        if isinstance(state.view, ScrolledView):
            return Step(scroll(state, down))
        return beat_before(state) if down < 0 else look_on(state)

    return move


def roll_scenes(down: int) -> Move:
    """A move through the scene list that stands beside the text, which it opens first."""

    def move(state: State) -> Step:
        opened = state if isinstance(state.view, ScenesView) else open_scenes(state).state
        return Step(scroll(opened, down))

    return move


def roll_companion(down: int) -> Move:
    """A move through the companion that stands beside the text, which it opens first; another open list goes first."""

    def move(state: State) -> Step:
        return Step(scroll(state if isinstance(state.view, ScrolledView) else show_companion(state).state, down))

    return move


def turn_page(direction: int) -> Move:
    """A move by a page, 1 down or -1 up; one row of the page before stays in sight."""

    def move(state: State) -> Step:
        rows = max(1, state.layout.fit(state).shown - 1) if isinstance(state.view, ScrolledView) else 1
        return roll(direction * rows)(state)

    return move


def to_top(state: State) -> Step:
    """To the top of the list."""
    return Step(scroll(state, -len(state.layout.fit(state).rows)))


def to_bottom(state: State) -> Step:
    """To the end of the list."""
    return Step(scroll(state, len(state.layout.fit(state).rows)))


def scroll(state: State, by: int) -> State:
    """Move the cursor of the open list by so many stops."""
    view = state.view
    if not isinstance(view, ScrolledView):
        return state
    return _with_cursor(state.saying(None), view.cursor + by)


def settled(state: State) -> State:
    """With the cursor on a row that exists, after rows were added or taken away."""
    view = state.view
    return _with_cursor(state, view.cursor) if isinstance(view, ScrolledView) else state


def choose(state: State) -> Step:
    """Choose the row that the cursor is on."""
    view = state.view
    if not isinstance(view, ListView):
        return Step(state)
    rows = state.layout.fit(state).rows
    row = rows[view.cursor] if view.cursor < len(rows) else None
    return Step(state) if row is None else choose_row(state, row)


def keep_to_ticked(state: State) -> Step:
    """Close the list of people to filter by; if nobody is ticked, the one that the cursor is on is ticked first."""
    return Step((state if state.filter else choose(state).state).closed())


def choose_row(state: State, number: int) -> Step:
    """Choose a row of the open list, counted from 0; the cursor comes along."""
    view = state.view
    links = view.rows(state) if isinstance(view, ListView) else ()
    if not isinstance(view, ScrolledView) or number >= len(links):
        return Step(state)
    rows, link = state.layout.fit(state).rows, links[number]
    if number in rows and (view.cursor >= len(rows) or rows[view.cursor] != number):
        state = _with_cursor(state, rows.index(number))
    return follow(replace(state, notice=None), link)


def follow(state: State, link: Link | None) -> Step:
    """Do what a link leads to; a command is not given here."""
    match link:
        case GoTo(position):
            return Step(jump(state, position))
        case OpenCard(person):
            return open_card(state, person)
        case AskWhy(pair):
            return open_why(state, pair)
        case TogglePerson(person):
            return Step(toggle_person(state, person))
        case ChooseRow(number):
            return choose_row(state, number)
    return Step(state)


def _with_cursor(state: State, cursor: int) -> State:
    """The state with the cursor on a stop of the open list, and the list moved no more than that needs."""
    view = state.view
    if not isinstance(view, ScrolledView):
        return state
    stops = len(state.layout.fit(state).rows)
    view = replace(view, cursor=max(0, min(stops - 1, cursor)))
    return state.showing(replace(view, top=state.layout.fit(state.showing(view)).top))
