"""Threads: narrowing the story to some people's scenes, and the notices at the two ends of such a thread."""

from dataclasses import replace

from reader.companion.thread import Filter
from reader.session.notices import Notice
from reader.session.state import State


def filter_by(state: State, wanted: Filter) -> State:
    """Narrow scene list and stepping to the scenes of some people; an empty filter drops it."""
    return replace(state, filter=wanted, notice=None)


def at_end(state: State) -> State:
    """Say that the thread has nothing further on, or where it lies if the reader is not in it."""
    thread = state.reading.thread(state.filter)
    text = "That was the last of this thread. Next drops the filter and reads on."
    short = "The thread ends. Next reads on."
    if not thread.scenes:
        text, short = "No scene matches the filter. Next drops it and reads on.", "No scene matches. Next reads on."
    elif state.place not in thread:
        last, back = thread.scenes[-1].number, state.keys.key("back")
        text = f"The thread ends in scene {last}: {back} goes there. Next drops the filter and reads on."
        short = f"It ends in {last}: {back} there, Next reads on."
    return replace(state, notice=Notice(text, short, thread_ended=True))


def at_beginning(state: State) -> State:
    """Say that the thread has nothing further back."""
    return replace(state, notice=Notice("This is where the thread begins."))
