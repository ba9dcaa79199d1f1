"""Choosing how things are shown: numbers beside the words, dark or light; and the commands that only have effects."""

from dataclasses import replace

from reader.session.effects import KeepChoice, Leave, OpenPalette, Suspend
from reader.session.state import State, Step


def toggle_numbers(state: State) -> Step:
    """Show values beside their words, or words alone."""
    numbers = not state.display.numbers
    return Step(replace(state, display=replace(state.display, numbers=numbers)), (KeepChoice("numbers", numbers),))


def toggle_dark(state: State) -> Step:
    """Dark colours or light ones."""
    dark = not state.display.dark
    return Step(replace(state, display=replace(state.display, dark=dark)), (KeepChoice("dark", dark),))


def open_palette(state: State) -> Step:
    """Open the palette of commands."""
    return Step(state, (OpenPalette(),))


def suspend(state: State) -> Step:
    """Stop until the shell brings the program back."""
    return Step(state, (Suspend(),))


def leave(state: State) -> Step:
    """Leave the program."""
    return Step(state, (Leave(),))
