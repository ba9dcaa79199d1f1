"""The names on the page: the reader walks through them, and Enter opens the card of the one walked to."""

from dataclasses import replace

from reader.session.notices import Notice
from reader.session.state import State, Step


def is_walking(state: State) -> bool:
    """Whether the reader walks the names on the page."""
    return state.text.walked is not None


def walk_names(state: State) -> Step:
    """To the first of the names on the page; to the next one if the reader walks them already."""
    return _walk(state, 1)


def previous_name(state: State) -> Step:
    """To the name before."""
    return _walk(state, -1)


def _walk(state: State, by: int) -> Step:
    names = state.layout.names(state)
    if not names:
        return Step(state.saying(Notice("Nobody is named on this page.")))
    walked = state.text.walked
    text = replace(state.text, walked=0 if walked is None else (walked + by) % len(names))
    keys = state.keys
    more = f" · {keys.key('next-name')} the next name" if len(names) > 1 else ""
    notice = Notice(f"{keys.key('yes')} opens the card{more} · {keys.key('close')} leaves")
    return Step(state.saying(notice).showing(text))


def walked_to(state: State) -> str:
    """The id of the person that the reader walked to; empty if to nobody."""
    walked = state.text.walked
    names = state.layout.names(state) if walked is not None else ()
    return names[walked % len(names)] if walked is not None and names else ""
