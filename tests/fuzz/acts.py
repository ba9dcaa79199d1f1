"""Random acts of a reader, in an app without a terminal: keys, clicks, wheel, drags, sizes, pastes, in every view."""

from collections.abc import Awaitable, Callable
from pathlib import Path
from random import Random

from textual import events

from reader.session.commands import COMMANDS
from reader.session.keys import character_of, listed
from tests.driving import Driven, Setting, drive

COMMAND_KEYS = sorted({key for command in COMMANDS for key in listed(command.keys)} - {"q"})
OTHER_KEYS = (
    "ctrl+z",
    "ctrl+c",
    "ctrl+x",
    "ctrl+v",
    "ctrl+a",
    "shift+tab",
    "ctrl+home",
    "shift+end",
    "insert",
    "f1",
    "ф",
    "é",
    "%",
)
KEYS = (*COMMAND_KEYS, *OTHER_KEYS)
WORDS = ("", "a", "Ali", "\x00", "two\nlines", "e\u0301" * 40, "\u202e[bold]", "word " * 4000, "\ud800")
SIZES = (1, 2, 3, 5, 10, 20, 24, 36, 50, 59, 60, 80, 95, 96, 119, 120, 150, 200)
IN_THE_PALETTE = ("pagedown", "pageup", "down", "up", "home", "end", "ctrl+end", "ctrl+home", "a", "e", "backspace")


class Fuzz:
    """One reader who does anything.

    Args:
        seed: Repeats what they do.
        acts: How many things they do.
    """

    def __init__(self, seed: int, acts: int) -> None:
        self._random = Random(seed)
        self._acts = acts
        self.done: list[str] = []

    async def act(self, reader: Driven) -> None:
        """Do all of it; the app must still be there after it."""
        kinds: tuple[Callable[[Driven], Awaitable[None]], ...] = (
            *(self._key,) * 12,
            *(self._palette,) * 2,
            *(self._mouse,) * 6,
            self._size,
            self._paste,
        )
        for _ in range(self._acts):
            if reader.app.return_value is not None:  # "quit" was chosen
                return
            await self._random.choice(kinds)(reader)
            if self._random.random() < 0.3:
                await reader.pilot.pause()
        await reader.pilot.pause()
        if reader.app.return_value is None:
            assert reader.frame().strip() or min(reader.app.size) < 3

    def _chosen(self, things: tuple[str, ...], what: str) -> str:
        chosen = self._random.choice(things)
        self.done.append(f"{what} {chosen[:20]!r}")
        return chosen

    async def _key(self, reader: Driven) -> None:
        for _ in range(self._random.choice((1, 1, 2, 5))):
            self._press(reader, self._chosen(KEYS, "key"))

    def _press(self, reader: Driven, key: str) -> None:
        reader.app.post_message(events.Key(key, " " if key == "space" else character_of(key)))

    async def _palette(self, reader: Driven) -> None:
        self._press(reader, "ctrl+p")
        for _ in range(self._random.randrange(12)):
            if self._random.random() < 0.4:
                await reader.pilot.pause(self._random.choice((0, 0, 0.01)))
            self._press(reader, self._chosen(IN_THE_PALETTE, "in the palette"))
        if self._random.random() < 0.3:
            await self._mouse(reader)
        self._press(reader, self._random.choice(("escape", "escape", "enter")))

    async def _mouse(self, reader: Driven) -> None:
        width, height = reader.app.size
        x, y = self._random.randrange(max(1, width)), self._random.randrange(max(1, height))
        kind = self._random.choice(("click", "click", "drag", "wheel down", "wheel up", "move"))
        self.done.append(f"{kind} at {x}, {y}")
        if kind.startswith("wheel"):
            scroll = events.MouseScrollDown if kind == "wheel down" else events.MouseScrollUp
            self._post(reader, scroll, x, y, 0)
        elif kind == "move":
            self._post(reader, events.MouseMove, x, y, 0)
        else:
            self._post(reader, events.MouseDown, x, y, 1)
            if kind == "drag":
                x, y = self._random.randrange(max(1, width)), self._random.randrange(max(1, height))
                self._post(reader, events.MouseMove, x, y, 1)
            self._post(reader, events.MouseUp, x, y, 1)

    def _post(self, reader: Driven, kind: type[events.MouseEvent], x: int, y: int, button: int) -> None:
        reader.app.post_message(kind(None, x, y, 0, 0, button, False, False, False, screen_x=x, screen_y=y))

    async def _size(self, reader: Driven) -> None:
        width, height = self._random.choice(SIZES), self._random.choice(SIZES)
        self.done.append(f"size {width} x {height}")
        await reader.pilot.resize_terminal(width, height)

    async def _paste(self, reader: Driven) -> None:
        reader.app.post_message(events.Paste(self._chosen(WORDS, "paste")))


def fuzz_acts(folder: Path, seed: int, acts: int) -> list[str]:
    """Let one reader do anything to the story that comes with the program. Returns what they did."""
    fuzz = Fuzz(seed, acts)
    where = Random(seed).choice(("", "the-beach", "the-ward:2"))
    drive(Setting(folder / f"{seed}", at=where, know=seed % 3 == 0), fuzz.act)
    return fuzz.done
