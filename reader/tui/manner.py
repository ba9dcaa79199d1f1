"""How the reader wants changes and values told."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Manner:
    """What of a change is said.

    Attributes:
        numbers: Values stand beside their words.
        told: Under a beat stand "all" changes, only those to a new "word", or "none".
    """

    numbers: bool = False
    told: str = "all"
