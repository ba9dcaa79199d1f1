"""Answering: Enter on the text, and the words typed at a prompt."""

from dataclasses import replace

from reader.session.bookmarks import name_kept
from reader.session.state import State, Step
from reader.session.views.card import open_card
from reader.session.views.names import walked_to


def say_yes(state: State) -> Step:
    """Enter on the text: yes to the question; else name what was just kept; else open the card walked to."""
    if state.question:
        return state.question.accepted(state)
    if state.notice and state.notice.bookmark:
        return name_kept(state, state.notice.bookmark)
    person = walked_to(state)
    return open_card(state, person) if person else Step(state)


def answer(state: State, words: str) -> Step:
    """Take the words that were typed at the prompt."""
    prompt = state.prompt
    return prompt.answered(replace(state, prompt=None), words) if prompt else Step(state)
