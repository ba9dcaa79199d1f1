"""Drives the app as a reader does, without a terminal, and tells what it drew."""

import asyncio
import html
import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from rich.cells import cell_len
from textual.pilot import Pilot

from reader.cli.read import open_story
from reader.problems import Problems
from reader.session.commands import command
from reader.session.keymap import keymap_with
from reader.session.state import State
from reader.shelf.choices import Choices, keep_choices
from reader.shelf.settings import Settings
from reader.shelf.shelf import Shelf
from reader.tui.app import ReaderApp
from reader.tui.pane import LinePane
from reader.tui.registry import VIEWS, Registry
from reader.tui.screen import ReadingScreen
from reader.tui.services import Farewell, Services
from tests.stories import SHIPPED

CELL = 12.2
"""The width of a cell in the pictures that Textual exports."""

Act = Callable[["Driven"], Awaitable[None]]

_TEXT = re.compile(r'<text [^>]*?x="([\d.]+)"[^>]*?textLength="([\d.]+)"[^>]*?line-(\d+)\)">(.*?)</text>')
_FONT_FACE = re.compile(r"@font-face \{.*?\}\s*", re.DOTALL)


@dataclass
class Driven:
    """A running app in the hands of a test."""

    app: ReaderApp
    pilot: Pilot[Farewell | Problems]

    @property
    def state(self) -> State:
        """What is before the reader."""
        screen = self.screen
        assert screen.state is not None
        return screen.state

    @property
    def screen(self) -> ReadingScreen:
        """The reading screen."""
        screen = self.app.screen_stack[1]
        assert isinstance(screen, ReadingScreen)
        return screen

    async def press(self, *keys: str) -> None:
        """Press keys one after another, each drawn before the next."""
        for key in keys:
            await self.pilot.press(key)
            await self.pilot.pause()

    async def give(self, command_id: str) -> None:
        """Give a command by its id, as the palette does."""
        self.screen.give(command(command_id))
        await self.pilot.pause()

    async def until(self, holds: Callable[[], bool]) -> None:
        """Let the app work until something holds; a test that waits in vain fails."""
        for _ in range(500):
            if holds():
                return
            await self.pilot.pause(0.01)
        raise AssertionError("it never came to hold")

    async def keep(self, key: str = "b") -> None:
        """Press a key that keeps something, and wait until it is on the shelf."""
        revision = self.state.kept.revision
        await self.press(key)
        await self.until(lambda: self.state.kept.revision > revision)

    async def settle(self) -> None:
        """Let the app work until every pane has lines for its size, and it draws the same twice."""
        drawn = ""
        while not self.fits or drawn != (drawn := self.picture()):
            await self.pilot.pause(0.02)

    @property
    def fits(self) -> bool:
        """Whether every pane on the reading screen was drawn for the size it has now."""
        return all(pane.fits for pane in self.screen.query(LinePane) if pane.display and pane.size.area)

    def picture(self) -> str:
        """The screen as an SVG, text and style."""
        return neat(self.app.export_screenshot(title="reader"))

    def frame(self) -> str:
        """The screen as plain text."""
        return frame_text(self.picture())


@dataclass
class Setting:
    """How an app is started for a test."""

    folder: Path
    story: Path = SHIPPED
    size: tuple[int, int] = (120, 36)
    at: str = ""
    know: bool = False
    dark: bool = True
    settings: Settings = field(default_factory=Settings)
    now: datetime = datetime(2026, 1, 1, tzinfo=UTC)
    views: Registry = field(default_factory=lambda: VIEWS)

    def app(self) -> ReaderApp:
        """A new app on these things."""
        keys = keymap_with(self.settings.keys)
        assert not isinstance(keys, Problems), str(keys)
        services = Services(
            open_story=open_story(self.story, hide_length=self.settings.hide_length),
            shelf_of=lambda story: Shelf(self.folder, story),
            choices=Choices(dark=self.dark),
            keep_choices=lambda choices: keep_choices(self.folder, choices),
            file=str(self.story),
            at=self.at,
            know=self.know,
            settings=self.settings,
            keys=keys,
            now=lambda: self.now,
        )
        return ReaderApp(services, self.views)


def drive(setting: Setting, act: Act) -> Farewell | Problems | None:
    """Start the app, act in it, and return how it was left."""

    async def run() -> Farewell | Problems | None:
        app = setting.app()
        async with app.run_test(size=setting.size, tooltips=True, notifications=True) as pilot:
            driven = Driven(app, pilot)
            await driven.until(lambda: len(app.screen_stack) > 1 and driven.screen.state is not None)
            await driven.settle()
            await act(driven)
            if app.is_running and app.return_value is None:
                await app.action_quit()
                await driven.until(lambda: app.return_value is not None)
        return app.return_value

    return asyncio.run(run())


def neat(svg: str) -> str:
    """A picture that fetches no font and starts no run of text with spaces, which some renderers drop."""

    def shifted(match: re.Match[str]) -> str:
        x, length, text = float(match[1]), float(match[2]), match[4]
        bare = re.sub("^(&#160;)+", "", text)
        lead = (len(text) - len(bare)) // len("&#160;")
        bare = re.sub("(&#160;)+$", "", bare)
        trail = (len(text) - len(bare)) // len("&#160;") - lead
        if not bare:
            return ""
        new = match[0].replace(f'x="{match[1]}"', f'x="{x + lead * CELL:.1f}"', 1)
        new = new.replace(f'textLength="{match[2]}"', f'textLength="{length - (lead + trail) * CELL:.1f}"', 1)
        return new.replace(f">{text}</text>", f">{bare}</text>")

    return _TEXT.sub(shifted, _FONT_FACE.sub("", svg))


def frame_text(svg: str) -> str:
    """The text of a picture, a row a line, trailing spaces cut."""
    rows: dict[int, list[tuple[float, str]]] = {}
    for x, _, row, text in _TEXT.findall(svg):
        rows.setdefault(int(row), []).append((float(x), html.unescape(text).replace("\xa0", " ")))
    lines = []
    for number in range(max(rows, default=-1) + 1):
        line = ""
        for x, text in sorted(rows.get(number, [])):
            line += " " * (round(x / CELL) - cell_len(line)) + text
        lines.append(line.rstrip())
    return "\n".join(lines) + "\n"
