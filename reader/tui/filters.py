"""How what Textual draws itself is fitted to a terminal of few colours or none: nothing in it is dim."""

from collections.abc import Callable
from functools import lru_cache

from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.filter import LineFilter

from reader.session.display import ColourDepth

DIFFERENT_STYLES = 1024


class Fitted(LineFilter):
    """Draws every segment in another style.

    Args:
        fit: Makes that style.
    """

    def __init__(self, fit: Callable[[Style], Style]) -> None:
        super().__init__()
        self._fit = lru_cache(maxsize=DIFFERENT_STYLES)(fit)

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002 - Textual's
        """The segments in their styles."""
        return [Segment(text, self._fit(style) if style else style, control) for text, style, control in segments]


def filters_for(depth: ColourDepth) -> tuple[LineFilter, ...]:
    """The filters for a terminal of so many colours."""
    match depth:
        case ColourDepth.FULL:
            return ()
        case ColourDepth.SIXTEEN:
            return (Fitted(_not_dim),)
        case ColourDepth.NONE:
            return (Fitted(_colourless),)


def _not_dim(style: Style) -> Style:
    return style + Style(dim=False)


def _colourless(style: Style) -> Style:
    """Without colours; what stood on a ground of its own is reversed instead."""
    own_ground = style.bgcolor is not None and not style.bgcolor.is_default
    reverse = bool(style.reverse) or own_ground
    return style + Style(color="default", bgcolor="default", dim=False, reverse=reverse)
