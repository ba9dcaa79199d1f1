"""Display options: how values, changes, colours and the cast are shown, as the reader likes them."""

from dataclasses import dataclass
from enum import Enum
from typing import Literal


class CastOrder(Enum):
    """What the cast is sorted by."""

    MET = "in the order met"
    SEEN = "last seen first"
    NAME = "by name"

    def next(self) -> "CastOrder":
        """The order after this one."""
        orders = list(CastOrder)
        return orders[(orders.index(self) + 1) % len(orders)]


class ColourDepth(Enum):
    """How many colours the terminal shows."""

    FULL = "256 or more"
    SIXTEEN = "16, as the terminal is set"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class DisplayOptions:
    """How things are shown.

    Attributes:
        numbers: Values stand beside their words.
        changes: Which changes stand under a beat: "all" of them, only those to a new "word", or "none".
        dark: The colours are dark; otherwise they are light.
        cast_order: What the cast is sorted by, also when it is opened again.
        depth: How many colours the terminal shows.
    """

    numbers: bool = False
    changes: Literal["all", "word", "none"] = "all"
    dark: bool = True
    cast_order: CastOrder = CastOrder.MET
    depth: ColourDepth = ColourDepth.FULL
