"""The reading screen: it holds what the reader sees, turns keys into moves, and hands lines to its panes."""

from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.geometry import Size
from textual.message import Message
from textual.screen import Screen

from reader.companion.values import pair_of
from reader.shelf.kept import (
    Bookmark,
    Change,
    keep_bookmark,
    keep_hidden_length,
    keep_know,
    keep_pins,
    keep_reading_again,
)
from reader.text import clean_line
from reader.tui import looking, marking, moves
from reader.tui.answer import AnswerLine, Question
from reader.tui.commands import COMMANDS, Command, command
from reader.tui.draw.pages import opening_story
from reader.tui.drawing import WIDE, Drawing
from reader.tui.lines import Ask, Go, Line, Open, Row, Run, Target
from reader.tui.looks import Looks
from reader.tui.marking import Marking
from reader.tui.pane import LinePane
from reader.tui.sight import Notice, Sight, View, saying

PANES = ("bar", "scenes", "text", "side", "strip", "speaking", "footer")


class ReadingScreen(Screen[None]):
    """Everything the reader sees; one frozen `Sight` drives every pane.

    Args:
        looks: The colours to draw in.
        commands: With the keys the reader wants; the bindings follow by the app's keymap.
    """

    CSS_PATH = "reading.tcss"
    AUTO_FOCUS = ""
    HORIZONTAL_BREAKPOINTS = [(0, "-inline"), (60, "-strip"), (96, "-beside"), (WIDE, "-full"), (150, "-wide")]  # noqa: RUF012 - Textual's
    VERTICAL_BREAKPOINTS = [(0, "-low"), (16, "-tall")]  # noqa: RUF012 - Textual's
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(one.keys, one.action, one.label, id=one.id, show=False)
        for one in COMMANDS
        if one.keys and one.id not in ("palette", "quit")
    ]

    @dataclass
    class Moved(Message):
        """The reader has another place or another frontier."""

        sight: Sight

    @dataclass
    class Keep(Message):
        """Something shall be kept; it is said once it is on disk."""

        change: Change
        said: Notice | None = None

    def __init__(self, looks: Looks, commands: Sequence[Command] = COMMANDS) -> None:
        super().__init__()
        self._looks = looks
        self._commands = commands
        self._drawing: Drawing | None = None
        self.answer = AnswerLine()
        self._panes = tuple(LinePane(looks, self._lines, id=pane) for pane in PANES)
        _, self.scenes, self.text, self.side, self.strip, *_ = self._panes

    def compose(self) -> ComposeResult:
        bar, scenes, text, side, strip, speaking, footer = self._panes
        yield bar
        yield Horizontal(scenes, text, side, id="middle")
        yield from (strip, speaking, self.answer, footer)

    # What is seen

    @property
    def sight(self) -> Sight | None:
        """What the reader has before them; nothing while the story is being opened."""
        return self._drawing.sight if self._drawing else None

    def see(self, sight: Sight) -> None:
        """Put something else before the reader, and draw the difference."""
        before = self.sight
        if self._drawing is None:
            self._drawing = Drawing(sight, self._commands)
        else:
            self._drawing.take(sight)
        self.set_class(not sight.on_beat, "-bare")
        self.set_class(sight.view is not View.TEXT, "-listing")
        for pane in self._panes:
            pane.renew()
        if before and (before.place, before.reading.frontier) != (sight.place, sight.reading.frontier):
            self.post_message(self.Moved(sight))

    def say(self, text: str) -> None:
        """Say something; the next key clears it."""
        self._move(lambda sight: saying(sight, Notice(text)))

    def recolour(self, looks: Looks) -> None:
        """Draw everything in other colours."""
        self._looks = looks
        for pane in self._panes:
            pane.recolour(looks)

    def _lines(self, pane: str, size: Size) -> list[Line]:
        """The lines of a pane; while the story is being opened, only that."""
        if self._drawing:
            return self._drawing.lines(pane, size, self.size.width)
        return opening_story(size) if pane == "text" else []

    # What the reader does: reading

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Whether a command can be given now; while an answer is typed, only closing can."""
        name = str(parameters[0]) if action == "move" else action.replace("_", "-")
        given = next((one for one in COMMANDS if one.id == name), None)
        if given is None:
            return super().check_action(action, parameters)
        if self.sight is None or self.answer.asking:
            return self.answer.asking and name == "close"
        return not given.views or self.sight.view in given.views

    def action_move(self, command_id: str) -> None:
        """Do what a command does to the sight."""
        if move := command(command_id).move:
            self._move(move)

    def _move(self, move: Callable[[Sight], Sight]) -> None:
        if self.sight is not None:
            self.see(move(self.sight))

    @property
    def _screenfuls(self) -> int:
        page = self._drawing.page if self._drawing else None
        return page.screenfuls if page else 1

    def action_next(self) -> None:
        sight = self.sight
        if sight and sight.view is View.TEXT and sight.screenful < self._screenfuls - 1:
            self.see(moves.turn_screenful(sight, 1))
        else:
            self._move(moves.step_on)

    def action_back(self) -> None:
        sight = self.sight
        if sight and sight.view is View.TEXT and sight.screenful:
            self.see(moves.turn_screenful(sight, -1))
        else:
            self._move(moves.step_back)

    def action_know(self) -> None:
        self._move(lambda sight: moves.know(sight, not sight.reading.know))
        if self.sight:
            self.post_message(self.Keep(keep_know(self.sight.reading.know)))

    def action_length(self) -> None:
        self._move(moves.toggle_length)
        if self.sight:
            self.post_message(self.Keep(keep_hidden_length(self.sight.reading.hide_length)))

    # What the reader does: looking

    def action_scenes(self) -> None:
        self._move(lambda sight: looking.open_view(sight, View.SCENES, self._here(sight)))

    def action_side(self) -> None:
        if self.side.display:
            self.say("The companion stands beside the text: w asks why, i walks the names.")
        else:
            self._move(lambda sight: looking.open_view(sight, View.SIDE) if sight.on_beat else sight)

    def action_pin(self) -> None:
        if (sight := self.sight) is None:
            return
        pair = sight.pair if sight.view is View.WHY else next(iter(sight.reading.pairs(sight.place, sight.pins)), None)
        if pair is None:
            self.say(looking.NOTHING_BETWEEN)
            return
        pins = tuple(pin for pin in sight.pins if pin != pair) if pair in sight.pins else (*sight.pins, pair)
        self.see(saying(sight, None))
        self.post_message(self.Keep(keep_pins(pins), looking.pinned(sight, pair, pins)))

    def action_who(self) -> None:
        names = self._drawing.names() if self._drawing else ()
        if names:
            self._move(lambda sight: looking.walk_on(sight, names))
        else:
            self.say("Nobody is named on this page.")

    def action_look_for(self) -> None:
        def answered(words: str) -> None:
            self._move(lambda sight: replace(saying(sight, None), looked_for=clean_line(words), cursor=0))

        self._ask(Question("Who? A part of a name", "", answered))

    def action_down(self) -> None:
        self._roll(1)

    def action_up(self) -> None:
        self._roll(-1)

    def action_page_down(self) -> None:
        self._roll(self._page)

    def action_page_up(self) -> None:
        self._roll(-self._page)

    def action_top(self) -> None:
        self._scroll(-self._stops)

    def action_bottom(self) -> None:
        self._scroll(self._stops)

    def action_close(self) -> None:
        if self.answer.asking:
            self._leave_answer()
        else:
            self._move(looking.leave)

    def _leave_answer(self) -> None:
        self.answer.leave()
        self._move(lambda sight: saying(sight, None))

    def action_yes(self) -> None:
        sight = self.sight
        if sight is None:
            return
        names = self._drawing.names() if self._drawing else ()
        if sight.asked:
            if sight.asked.skip_to is None:
                self.post_message(self.Keep(keep_reading_again()))
            self.see(moves.say_yes(sight))
        elif sight.walk is not None and names:
            self.see(looking.open_card(sight, names[sight.walk % len(names)]))
        elif sight.notice and (bookmark := sight.kept.bookmark(sight.notice.bookmark)):
            self._ask_name(bookmark)

    def action_choose(self) -> None:
        if self._drawing and (target := self._drawing.target(self.text.size.width)):
            self._follow(target)

    def _follow(self, target: Target) -> None:
        match target:
            case Go(position):
                self._move(lambda sight: moves.jump(sight, position))
            case Open(person):
                self._move(lambda sight: looking.open_card(sight, person))
            case Ask(people):
                self._move(lambda sight: looking.open_why(sight, pair_of(*people)))
            case Row(number):
                self._move(lambda sight: looking.choose_row(sight, number))

    def _here(self, sight: Sight) -> int:
        """The row of the scene list on which the reader is, or the last one before."""
        rows = self._drawing.scene_list.rows if self._drawing else ()
        return max(0, bisect_right(rows, sight.place, key=lambda row: row.start) - 1)

    @property
    def _stops(self) -> int:
        return self._drawing.stops(self.text.size.width) if self._drawing else 0

    @property
    def _page(self) -> int:
        """How many stops of the open list are a page."""
        if self.sight and self.sight.view is View.SCENES:
            return max(1, self.text.size.height - 3)
        return max(1, (self._drawing.shown if self._drawing else 1) - 1)

    def _scroll(self, by: int) -> None:
        if self.sight:
            cursor = max(0, min(self._stops - 1, self.sight.cursor + by))
            self.see(replace(saying(self.sight, None), cursor=cursor))

    def _roll(self, by: int) -> None:
        """Through a list, or through what was read; never on by itself: scrolled is not read."""
        if self.sight is None:
            return
        if self.sight.view not in (View.TEXT, View.SIDE):
            self._scroll(by)
        elif by < 0:
            self.action_back()
        elif self.sight.screenful < self._screenfuls - 1:
            self.action_next()
        elif (on := moves.look_on(self.sight)) is not self.sight:
            self.see(on)
        else:
            self.say("This is as far as you have read. Space reads on.")

    # What the reader does: keeping

    def action_bookmark(self) -> None:
        if self.sight:
            self._mark(marking.mark_place(self.sight))

    def action_undo(self) -> None:
        if self.sight:
            self._mark(marking.undo(self.sight))

    def action_remove(self) -> None:
        if self.sight and (mark := marking.chosen_mark(self.sight)):
            self._mark(marking.remove(self.sight, mark.bookmark))

    def action_name(self) -> None:
        if self.sight and (mark := marking.chosen_mark(self.sight)):
            self._ask_name(mark.bookmark)

    def action_note(self) -> None:
        def answered(words: str) -> None:
            if self.sight and mark:
                self._mark(marking.annotate(self.sight, mark.bookmark, words))

        if self.sight and (mark := marking.chosen_mark(self.sight)):
            self._ask(Question("A note; Enter keeps it, Esc leaves it", mark.bookmark.note, answered))

    def _ask_name(self, bookmark: Bookmark) -> None:
        def answered(words: str) -> None:
            if self.sight:
                self._mark(marking.rename(self.sight, bookmark, words))

        self._ask(Question("Its name; Enter keeps it, Esc leaves it", bookmark.label, answered))

    def _ask(self, question: Question) -> None:
        """Ask for words; what they are for stands above them while they are typed."""
        self.say(question.prompt)
        self.answer.ask(question)

    def _mark(self, made: Marking | Sight) -> None:
        if isinstance(made, Sight):
            self.see(made)
        else:
            self.see(saying(made.sight, None))
            self.post_message(self.Keep(keep_bookmark(made.bookmark), made.said))

    # The mouse

    @on(LinePane.Clicked)
    async def _clicked(self, event: LinePane.Clicked) -> None:
        if self.answer.asking:
            self._leave_answer()
        if isinstance(event.target, Run):
            await self.run_action(command(event.target.command).action)
        else:
            self._follow(event.target)

    @on(LinePane.Rolled)
    def _rolled(self, event: LinePane.Rolled) -> None:
        by = 1 if event.down else -1
        if self.sight and event.pane is self.scenes:
            self._roll_scenes(self.sight, by)
        else:
            self._roll(by)

    def _roll_scenes(self, sight: Sight, by: int) -> None:
        if sight.view is not View.SCENES:
            self.action_scenes()
        self._scroll(by)
