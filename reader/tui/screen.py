"""The reading screen: it holds what the reader sees, turns keys into moves, and hands lines to its panes."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import ClassVar

from textual import getters, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.geometry import Size
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Input

from reader.companion.moment import Moment
from reader.companion.thread import Thread
from reader.shelf.kept import Bookmark
from reader.tui import marking, moves
from reader.tui.commands import COMMANDS, Command, available
from reader.tui.draw.column import Column
from reader.tui.draw.frame import NARROW, bar_line, footer_line, speaking_line
from reader.tui.draw.lists import bookmark_lines, filter_lines, key_lines, key_rows
from reader.tui.draw.pages import ending_lines, opening_lines, opening_progress
from reader.tui.draw.scenes import SceneList, scene_lines
from reader.tui.draw.side import side_lines
from reader.tui.draw.strip import strip_lines
from reader.tui.lines import Go, Line, Row, Run
from reader.tui.looks import Looks
from reader.tui.marking import Marking
from reader.tui.pane import LinePane
from reader.tui.sight import Notice, Sight, View

WIDE = 120
PANES = ("bar", "scenes", "text", "side", "strip", "speaking", "footer")


@dataclass(frozen=True, slots=True)
class Question:
    """What the answer line is asking for.

    Attributes:
        bookmark: The bookmark it is about.
        name: Its label; otherwise its note.
    """

    bookmark: Bookmark
    name: bool


class ReadingScreen(Screen[None]):
    """Everything the reader sees; one frozen `Sight` drives every pane.

    Args:
        looks: The colours to draw in.
    """

    CSS_PATH = "reading.tcss"
    AUTO_FOCUS = ""
    HORIZONTAL_BREAKPOINTS = [(0, "-inline"), (60, "-strip"), (96, "-beside"), (WIDE, "-full")]  # noqa: RUF012 - Textual's
    VERTICAL_BREAKPOINTS = [(0, "-low"), (16, "-tall")]  # noqa: RUF012 - Textual's
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(command.keys, command.action, command.label, id=command.id, show=False)
        for command in COMMANDS
        if command.keys and command.id not in ("palette", "quit")
    ]

    @dataclass
    class Moved(Message):
        """The reader has another place or another frontier, or knows the story or not."""

        sight: Sight

    @dataclass
    class Marked(Message):
        """A bookmark shall be kept."""

        marking: Marking

    bar = getters.query_one("#bar", LinePane)
    scenes = getters.query_one("#scenes", LinePane)
    text = getters.query_one("#text", LinePane)
    side = getters.query_one("#side", LinePane)
    strip = getters.query_one("#strip", LinePane)
    speaking = getters.query_one("#speaking", LinePane)
    footer = getters.query_one("#footer", LinePane)
    answer = getters.query_one("#answer", Input)

    def __init__(self, looks: Looks) -> None:
        super().__init__()
        self._looks = looks
        self._sight: Sight | None = None
        self._moment: Moment | None = None
        self._thread: Thread | None = None
        self._column = Column()
        self._screenfuls = 1
        self._opened = 0.0
        self._question: Question | None = None

    def compose(self) -> ComposeResult:
        yield LinePane(self._looks, id="bar")
        with Horizontal(id="middle"):
            yield LinePane(self._looks, id="scenes")
            yield LinePane(self._looks, id="text")
            yield LinePane(self._looks, id="side")
        yield LinePane(self._looks, id="strip")
        yield LinePane(self._looks, id="speaking")
        yield Input(id="answer", compact=True)
        yield LinePane(self._looks, id="footer")

    # What is seen

    @property
    def sight(self) -> Sight | None:
        """What the reader has before them; nothing while the story is being opened."""
        return self._sight

    def opening(self, done: float) -> None:
        """Show how much of the story is opened, 0 to 1."""
        self._opened = done
        self._draw(self.text)

    def see(self, sight: Sight) -> None:
        """Put something else before the reader, and draw the difference."""
        before, self._sight = self._sight, sight
        if before is None or before.reading is not sight.reading or before.wanted != sight.wanted:
            self._thread = sight.reading.thread(sight.wanted) if sight.wanted else None
        if before is None or before.place != sight.place or before.reading is not sight.reading:
            self._moment = sight.reading.moment(sight.place) if sight.on_beat else None
        self.set_class(sight.view is View.TEXT and not sight.on_beat, "-bare")
        self.set_class(sight.view is not View.TEXT, "-listing")
        for pane_id in PANES:
            self._draw(self.query_one(f"#{pane_id}", LinePane))
        if before and (before.place, before.reading) != (sight.place, sight.reading):
            self.post_message(self.Moved(sight))

    def recolour(self, looks: Looks) -> None:
        """Draw everything in other colours."""
        self._looks = looks
        for pane in self.query(LinePane):
            pane.recolour(looks)

    @on(LinePane.Resized)
    def _redraw(self, event: LinePane.Resized) -> None:
        self._draw(event.pane)

    def _draw(self, pane: LinePane) -> None:
        if not pane.display or not pane.size.area:
            return
        if self._sight is None:
            pane.show(opening_progress(self._opened, pane.size) if pane is self.text else [])
        else:
            pane.show(self._lines(pane, self._sight))

    def _lines(self, pane: LinePane, sight: Sight) -> list[Line]:
        size = pane.size
        if pane is self.text:
            return self._text_lines(sight, size)
        if pane is self.footer:
            return [footer_line(_footer_commands(sight), size.width)]
        if pane is self.speaking:
            people = sight.reading.people() if sight.wanted else ()
            return [speaking_line(sight, self._thread, people, size.width)]
        if pane is self.bar:
            return [bar_line(sight.reading.title_page().title, self._moment, size.width, listed=size.width >= WIDE)]
        if pane is self.scenes:
            return scene_lines(self._scene_list(sight), size)
        if self._moment is None:
            return []
        return side_lines(self._moment, size) if pane is self.side else strip_lines(self._moment, size.width)

    def _text_lines(self, sight: Sight, size: Size) -> list[Line]:
        if sight.view is View.SCENES and self.size.width < WIDE:
            return scene_lines(self._scene_list(sight), size)
        if sight.view is View.BOOKMARKS:
            return bookmark_lines(sight.reading, sight.marks, sight.cursor, size)
        if sight.view is View.FILTER:
            scenes = len(self._thread.scenes) if self._thread else 0
            return filter_lines(sight.reading.people(), sight.wanted, scenes, sight.cursor, size)
        if sight.view is View.KEYS:
            return key_lines(available(View.TEXT), sight.cursor, size)
        if self._moment is None:
            page = sight.reading.title_page()
            if sight.place >= sight.reading.end:
                return ending_lines(page, size)
            return opening_lines(page, sight.reading.frontier > 0, size)
        if sight.view is View.SIDE:
            return side_lines(self._moment, size)
        inline = self.size.width < NARROW
        drawn = self._column.page(self._moment, size, sight.screenful, inline=inline)
        self._screenfuls = drawn.screenfuls
        return list(drawn.lines)

    def _scene_list(self, sight: Sight) -> SceneList:
        rows = self._thread.scenes if self._thread else sight.reading.known.scenes
        marked = frozenset(
            sight.reading.spot(mark.position).scene
            for mark in sight.marks.near
            if mark.position is not None and mark.position < sight.reading.end
        )
        here = self._moment.head.number if self._moment else 0
        return SceneList(rows, here, marked, sight.cursor if sight.view is View.SCENES else None)

    # What the reader does

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Whether a command can be given now; while an answer is typed, only closing can."""
        names = {command.action: command for command in COMMANDS}
        if action not in names:
            return super().check_action(action, parameters)
        if self._sight is None or self._question is not None:
            return self._question is not None and action == "close"
        return not names[action].views or self._sight.view in names[action].views

    def _move(self, move: Callable[[Sight], Sight]) -> None:
        if self._sight is not None:
            self.see(move(self._sight))

    def action_next(self) -> None:
        sight = self._sight
        if sight and sight.view is View.TEXT and sight.on_beat and sight.screenful < self._screenfuls - 1:
            self.see(replace(sight, screenful=sight.screenful + 1, notice=None))
        else:
            self._move(moves.step_on)

    def action_back(self) -> None:
        sight = self._sight
        if sight and sight.view is View.TEXT and sight.screenful:
            self.see(replace(sight, screenful=sight.screenful - 1, notice=None))
        else:
            self._move(moves.step_back)

    def action_next_scene(self) -> None:
        self._move(moves.next_scene)

    def action_previous_scene(self) -> None:
        self._move(moves.previous_scene)

    def action_first(self) -> None:
        self._move(moves.go_first)

    def action_frontier(self) -> None:
        self._move(moves.go_frontier)

    def action_return(self) -> None:
        self._move(moves.return_from_detour)

    def action_jump_back(self) -> None:
        self._move(moves.jump_back)

    def action_jump_ahead(self) -> None:
        self._move(moves.jump_ahead)

    def action_know(self) -> None:
        self._move(lambda sight: moves.know(sight, not sight.reading.know))

    def action_bookmarks(self) -> None:
        self._move(lambda sight: moves.open_view(sight, View.BOOKMARKS))

    def action_filter(self) -> None:
        self._move(lambda sight: moves.open_view(sight, View.FILTER))

    def action_scenes(self) -> None:
        self._move(lambda sight: moves.open_view(sight, View.SCENES, self._here(sight)))

    def action_text(self) -> None:
        self._move(moves.close)

    def action_side(self) -> None:
        if self._moment and not self.side.display:
            self._move(lambda sight: moves.open_view(sight, View.SIDE))

    def action_keys(self) -> None:
        self._move(lambda sight: moves.open_view(sight, View.KEYS))

    def action_down(self) -> None:
        self._scroll(1)

    def action_up(self) -> None:
        self._scroll(-1)

    def action_any_all(self) -> None:
        self._move(lambda sight: moves.filter_by(sight, replace(sight.wanted, every=not sight.wanted.every)))

    def action_close(self) -> None:
        if self._question is not None:
            self._ask(None)
        else:
            self._move(moves.leave)

    def action_yes(self) -> None:
        sight = self._sight
        if sight and sight.skip_to is not None:
            self.see(moves.skip(sight))
        elif sight and sight.notice and (bookmark := sight.kept.bookmark(sight.notice.bookmark)):
            self._ask(Question(bookmark, name=True))

    def action_choose(self) -> None:
        sight = self._sight
        if sight is None:
            return
        if sight.view is View.SCENES:
            rows = self._scene_list(sight).rows
            if sight.cursor < len(rows):
                self.see(moves.jump(sight, rows[sight.cursor].start))
        elif sight.view is View.BOOKMARKS:
            if (mark := marking.chosen_mark(sight)) and mark.position is not None:
                self.see(moves.jump(sight, mark.position))
        elif sight.view is View.FILTER:
            people = sight.reading.people()
            if sight.cursor < len(people):
                self.see(moves.filter_by(sight, sight.wanted.toggle(people[sight.cursor].id)))

    def action_bookmark(self) -> None:
        if self._sight:
            self._mark(marking.mark_place(self._sight))

    def action_undo(self) -> None:
        if self._sight:
            self._mark(marking.undo(self._sight))

    def action_remove(self) -> None:
        if self._sight and (mark := marking.chosen_mark(self._sight)):
            self._mark(marking.remove(self._sight, mark.bookmark))

    def action_name(self) -> None:
        if self._sight and (mark := marking.chosen_mark(self._sight)):
            self._ask(Question(mark.bookmark, name=True))

    def action_note(self) -> None:
        if self._sight and (mark := marking.chosen_mark(self._sight)):
            self._ask(Question(mark.bookmark, name=False))

    def _mark(self, made: Marking | Sight) -> None:
        if isinstance(made, Sight):
            self.see(made)
        else:
            self.post_message(self.Marked(made))

    def _here(self, sight: Sight) -> int:
        """The row of the scene list on which the reader is, or the last one before."""
        rows = self._thread.scenes if self._thread else sight.reading.known.scenes
        return max(0, sum(row.start <= sight.place for row in rows) - 1)

    def _scroll(self, by: int) -> None:
        sight = self._sight
        if sight is None:
            return
        lengths = {
            View.SCENES: len(self._scene_list(sight).rows),
            View.BOOKMARKS: len(sight.marks.rows),
            View.FILTER: len(sight.reading.people()),
            View.KEYS: key_rows(available(View.TEXT), self.text.size),
        }
        last = lengths.get(sight.view, 0) - 1
        self.see(replace(sight, cursor=max(0, min(last, sight.cursor + by)), notice=None))

    # The answer line

    def _ask(self, question: Question | None) -> None:
        self._question = question
        self.set_class(question is not None, "-answering")
        if question is None:
            self.set_focus(None)
            return
        self.answer.placeholder = (
            "Its name; Enter keeps it, Esc leaves it" if question.name else "A note; Enter keeps it"
        )
        self.answer.value = question.bookmark.label if question.name else question.bookmark.note
        self.answer.focus()

    @on(Input.Submitted)
    def _answered(self, event: Input.Submitted) -> None:
        question, sight = self._question, self._sight
        self._ask(None)
        if question and sight:
            change = marking.rename if question.name else marking.annotate
            self._mark(change(sight, question.bookmark, event.value))

    # The mouse

    @on(LinePane.Clicked)
    async def _clicked(self, event: LinePane.Clicked) -> None:
        target = event.target
        if isinstance(target, Run):
            await self.run_action(target.command.replace("-", "_"))
        elif isinstance(target, Go):
            self._move(lambda sight: moves.jump(sight, target.position))
        elif isinstance(target, Row):
            self._move(lambda sight: replace(sight, cursor=target.number, notice=None))
            self.action_choose()

    @on(LinePane.Rolled)
    def _rolled(self, event: LinePane.Rolled) -> None:
        sight = self._sight
        if sight is None:
            return
        if sight.view is not View.TEXT:
            self._scroll(1 if event.down else -1)
        elif not event.down:
            self.action_back()
        elif sight.place < sight.reading.horizon or sight.screenful < self._screenfuls - 1:
            # The wheel never reads on by itself: scrolled is not read.
            self.action_next()

    def say(self, text: str) -> None:
        """Say something; the next key clears it."""
        self._move(lambda sight: replace(sight, notice=Notice(text)))


def _footer_commands(sight: Sight) -> tuple[Command, ...]:
    """The keys worth naming here; before the first beat there is nothing to keep, filter or go back to."""
    commands = available(sight.view)
    if sight.view is View.TEXT and not sight.reading.horizon:
        return tuple(command for command in commands if command.id in ("next", "keys", "quit"))
    return commands
