"""Letters of other scripts: what the reader is told if the keyboard types them."""

import pytest

from reader.session.letters import beyond_latin, not_a_command
from tests.session.states import after, at


@pytest.mark.parametrize("letter", "фЖλΩאعक日한")
def test_a_letter_of_another_script_is_one(letter: str) -> None:
    assert beyond_latin(letter)


@pytest.mark.parametrize("letter", "aZéßøł%?1 ")
def test_a_latin_letter_or_a_sign_is_none(letter: str) -> None:
    assert not beyond_latin(letter)


def test_the_reader_is_told_what_to_do_and_nothing_else_happens() -> None:
    before = at(3)
    state = after(not_a_command("ф"), before)
    assert state.notice is not None
    assert state.notice.text == (
        "ф is not a command. The commands are Latin letters: switch the keyboard, or set keys in settings.toml."
    )
    assert len(state.notice.short) < 50
    assert state.saying(None) == before
