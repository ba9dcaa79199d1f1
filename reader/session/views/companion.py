"""The companion in the place of the text, if the window has no room for it beside the text."""

from dataclasses import dataclass

from reader.session.notices import Notice
from reader.session.state import State, Step, View
from reader.session.views.stack import toggle


@dataclass(frozen=True, slots=True)
class CompanionView(View):
    """Who is on stage, and how they stand with each other."""


def show_companion(state: State) -> Step:
    """Open the companion in the place of the text; if it stands beside the text, say what it can be asked."""
    if state.layout.companion_beside(state):
        why, who = state.keys.key("why"), state.keys.key("who")
        return Step(
            state.saying(Notice(f"The companion stands beside the text: {why} asks why, {who} walks the names."))
        )
    return Step(toggle(state, CompanionView()) if state.on_beat else state)
