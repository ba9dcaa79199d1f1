"""The themes: read on every ground they are drawn on, and people told apart by more than colour."""

import pytest
from textual.color import Color

from reader.tui.themes import SHAPES, Colours, colours, shape

READ, SEEN = 4.5, 3.0
"""Contrast of text, and of marks that only help, by WCAG 2.2 (1.4.3 and 1.4.11)."""
GROUNDS = ("background", "surface", "lit")
MEANT_OTHERWISE = "▲▼○●★▌▸◄"


def _contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours, 1 to 21 (WCAG 2.2)."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)

    red, green, blue = (linear(part) for part in Color.parse(colour).normalized)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _grounds(chosen: Colours) -> dict[str, str]:
    return {
        "background": chosen.theme.background or "",
        "surface": chosen.theme.surface or "",
        "lit": chosen.lit,
    }


@pytest.mark.parametrize("dark", [True, False], ids=["dark", "light"])
@pytest.mark.parametrize("ground", GROUNDS)
def test_what_is_read_has_the_contrast_that_reading_needs(dark: bool, ground: str) -> None:
    chosen = colours(dark=dark)
    behind = _grounds(chosen)[ground]
    roles = {role: colour for role, colour in chosen.roles.items() if role != "faint"}
    roles |= {f"person {rank}": colour for rank, colour in enumerate(chosen.people)}
    assert {
        role: round(_contrast(one, behind), 2) for role, one in roles.items() if _contrast(one, behind) < READ
    } == {}
    if ground != "lit":
        assert _contrast(chosen.roles["faint"], behind) >= SEEN


def test_nobody_of_the_first_eighty_looks_like_another() -> None:
    for dark in (True, False):
        chosen = colours(dark=dark)
        seen = {(shape(rank), chosen.colour(f"person-{rank}")) for rank in range(80)}
        assert len(seen) == 80


def test_a_shape_means_nothing_else() -> None:
    assert len(set(SHAPES)) == len(SHAPES) >= 10
    assert not set(SHAPES) & set(MEANT_OTHERWISE)
