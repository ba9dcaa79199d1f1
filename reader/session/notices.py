"""Notices: one line that tells the reader what just happened."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Notice:
    """A line that tells what just happened; the next key clears it.

    Attributes:
        short: The same in fewer words, for a narrow screen; empty if the text itself is short enough.
        keys: Commands worth naming after it, by their ids, and what each of them does; a screen names their keys in
            whole, and cuts the text before them.
        bookmark: The id of the bookmark the notice is about; Enter names that bookmark.
        thread_ended: The reader came to the end of a filter's thread; Next drops the filter.
    """

    text: str
    short: str = ""
    keys: tuple[tuple[str, str], ...] = ()
    bookmark: str = ""
    thread_ended: bool = False
