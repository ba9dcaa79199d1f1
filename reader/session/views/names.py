"""The names on the page: the reader walks through them, and Enter opens the card of the one walked to."""

from dataclasses import replace

from reader.session.notices import Notice
from reader.session.state import State, Step


def walk_names(state: State) -> Step:
    """To the next of the names on the page."""
    names = state.layout.names(state)
    if not names:
        return Step(state.saying(Notice("Nobody is named on this page.")))
    walked = state.text.walked
    text = replace(state.text, walked=0 if walked is None else (walked + 1) % len(names))
    more = f" · {state.keys.key('who')} the next name" if len(names) > 1 else ""
    notice = Notice(f"{state.keys.key('yes')} opens the card{more}")
    return Step(state.saying(notice).showing(text))


def walked_to(state: State) -> str:
    """The id of the person that the reader walked to; empty if to nobody."""
    walked = state.text.walked
    names = state.layout.names(state) if walked is not None else ()
    return names[walked % len(names)] if walked is not None and names else ""
