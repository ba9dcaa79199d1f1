"""The themes: read on every ground they are drawn on, and people told apart by more than colour."""

import pytest
from rich.color import Color as RichColor
from rich.color import ColorSystem
from rich.palette import Palette
from textual.color import Color

from reader.session.display import ColourDepth
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
        "lit": chosen.lit or "",
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


VGA = Palette(
    [
        *(
            (0, 0, 0),
            (170, 0, 0),
            (0, 170, 0),
            (170, 85, 0),
            (0, 0, 170),
            (170, 0, 170),
            (0, 170, 170),
            (170, 170, 170),
        ),
        *((85, 85, 85), (255, 85, 85), (85, 255, 85), (255, 255, 85), (85, 85, 255), (255, 85, 255), (85, 255, 255)),
        (255, 255, 255),
    ]
)
XTERM = Palette(
    [
        *(
            (0, 0, 0),
            (205, 0, 0),
            (0, 205, 0),
            (205, 205, 0),
            (0, 0, 238),
            (205, 0, 205),
            (0, 205, 205),
            (229, 229, 229),
        ),
        *((127, 127, 127), (255, 0, 0), (0, 255, 0), (255, 255, 0), (92, 92, 255), (255, 0, 255), (0, 255, 255)),
        (255, 255, 255),
    ]
)


def _of_16(colour: str, palette: Palette) -> str:
    number = RichColor.parse(colour.removeprefix("ansi_")).number
    assert number is not None
    return palette[number].hex


@pytest.mark.parametrize("palette", [VGA, XTERM], ids=["vga", "xterm"])
@pytest.mark.parametrize("dark", [True, False], ids=["dark", "light"])
def test_with_16_colours_names_stand_out_and_everything_can_be_read(dark: bool, palette: Palette) -> None:
    chosen = colours(dark=dark, depth=ColourDepth.SIXTEEN)
    ground = _of_16(chosen.theme.background or "", palette)
    contrast = {one: _contrast(_of_16(one, palette), ground) for one in (*chosen.roles.values(), *chosen.people)}
    assert min(contrast.values()) >= READ
    assert chosen.is_bold("person-0")
    assert chosen.roles["text"] not in chosen.people
    if dark:  # on white nothing is as far from the ground as black, so there the names are only bold
        assert all(contrast[one] >= 0.9 * contrast[chosen.roles["text"]] for one in chosen.people)
    if dark and palette is VGA:
        assert all(contrast[one] >= contrast[chosen.roles["text"]] for one in chosen.people)


@pytest.mark.parametrize("dark", [True, False], ids=["dark", "light"])
def test_with_256_colours_names_stay_as_clear_and_as_different(dark: bool) -> None:
    chosen = colours(dark=dark)

    def seen(colour: str) -> str:
        return RichColor.parse(colour).downgrade(ColorSystem.EIGHT_BIT).get_truecolor().hex

    people = [seen(colour) for colour in chosen.people]
    ground = seen(chosen.theme.background or "")
    assert len(set(people)) == len(people)
    assert min(_contrast(colour, ground) for colour in people) >= READ
    if dark:
        assert min(_contrast(one, ground) for one in people) > _contrast(seen(chosen.roles["quiet"]), ground)


@pytest.mark.parametrize("dark", [True, False], ids=["dark", "light"])
def test_without_colours_nothing_has_one_and_what_had_one_is_bold(dark: bool) -> None:
    chosen = colours(dark=dark, depth=ColourDepth.NONE)
    assert {*chosen.roles.values(), *chosen.people} == {"default"}
    assert all(chosen.is_bold(role) for role in ("person-3", "accent", "strong"))
    assert not chosen.is_bold("text")
    assert chosen.lit is None


def test_nobody_looks_like_another_until_every_shape_had_every_colour() -> None:
    for dark in (True, False):
        for depth, people in ((ColourDepth.FULL, 80), (ColourDepth.SIXTEEN, 33), (ColourDepth.NONE, 11)):
            chosen = colours(dark=dark, depth=depth)
            assert len({(shape(rank), chosen.colour(f"person-{rank}")) for rank in range(people)}) == people


def test_a_shape_means_nothing_else() -> None:
    assert len(set(SHAPES)) == len(SHAPES) >= 10
    assert not set(SHAPES) & set(MEANT_OTHERWISE)
