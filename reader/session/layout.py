"""What fits on the screen: how the open list and the beat being read stand on it."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ListFit:
    """How the open list fits on the screen.

    Attributes:
        rows: The row to which each stop of the cursor belongs; nothing for a stop in plain text.
        top: The item with which the part on the screen begins.
        shown: How many stops are whole on the screen.
    """

    rows: Sequence[int | None] = ()
    top: int = 0
    shown: int = 1


@dataclass(frozen=True, slots=True)
class BeatPages:
    """The pages of the beat being read: more than one if it is taller than the screen.

    Where a page begins is told by the characters of the beat before it, white space not counted. So the same words
    stay before the reader at any size of the screen.

    Attributes:
        number: Which of them is before the reader, counted from 1.
        count: How many there are.
        before: Where the page before begins; nothing on the first.
        after: Where the next page begins; nothing on the last.
        last: Where the last page begins.
    """

    number: int = 1
    count: int = 1
    before: int | None = None
    after: int | None = None
    last: int = 0
