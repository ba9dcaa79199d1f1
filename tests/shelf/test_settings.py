"""The reader's own settings: a slip in them is told in words, and nobody but the reader changes them."""

from pathlib import Path

import pytest

from reader.shelf.settings import read_settings
from reader.toml import Problems


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ("numbrs = true", 'no setting is called "numbrs"\n    Did you mean "numbers"?'),
        ("numbers = 1", "numbers: this wants true or false"),
        ('told = "some"', 'told: this wants "all", "word" or "none"'),
        ("keys = { next = 3 }", "keys.next: this wants keys in quotes, by the names of commands"),
        ("numbers", "not TOML: expected '='"),
    ],
)
def test_a_slip_in_the_settings_is_told_in_words(tmp_path: Path, settings: str, said: str) -> None:
    (tmp_path / "settings.toml").write_text(settings + "\n")
    told = read_settings(tmp_path)
    assert isinstance(told, Problems)
    assert said in str(told)
    assert (tmp_path / "settings.toml").read_text() == settings + "\n"
