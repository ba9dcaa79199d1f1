"""Notices: one line that tells the reader what just happened."""

from dataclasses import dataclass

from reader.position import OPENING, Position


@dataclass(frozen=True, slots=True)
class Notice:
    """A line that tells what just happened; the next key clears it.

    Attributes:
        short: The same in fewer words, for a narrow screen; empty if the text itself is short enough.
        keys: Commands worth naming after it, by their ids, and what each of them does; a screen names their keys in
            whole, and cuts the text before them.
        bookmark: The id of a bookmark that Enter names.
        furthest: The furthest position of which its words tell; if that is hidden meanwhile, it is not shown.
        thread_ended: The reader came to the end of a filter's thread; Next drops the filter.
    """

    text: str
    short: str = ""
    keys: tuple[tuple[str, str], ...] = ()
    bookmark: str = ""
    furthest: Position = OPENING
    thread_ended: bool = False
