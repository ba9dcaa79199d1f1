"""The reader's own settings: written once with comments, then only read; if something is wrong in them, it is told."""

from pathlib import Path

import pytest
import tomli

from reader.problems import Problems
from reader.shelf.settings import COMMENT_WIDTH, Settings, first_settings, read_settings, settings_table

README = Path(__file__).parents[2] / "README.md"
COMMANDS = ["next", "back", "next-scene", "previous-scene", "jump-back", "jump-ahead", "page-down", "page-up", "quit"]


def test_the_first_settings_are_the_defaults_and_name_each_of_them() -> None:
    tables = tomli.loads(first_settings(COMMANDS))
    assert Settings.model_validate(tables) == Settings()
    assert set(tables) == set(Settings.model_fields)


def test_every_setting_is_explained_above_its_line() -> None:
    told = " ".join(first_settings(COMMANDS).replace("\n# ", " ").split())
    assert all(field.description and field.description in told for field in Settings.model_fields.values())
    assert 'Write "all", "word" or "none". told = "all"' in told
    assert "Write true or false. hide_length = false" in told


def test_the_first_settings_name_the_commands_and_fit_a_narrow_window() -> None:
    commands = [f"{name}-{number}" for number in range(9) for name in COMMANDS]
    lines = first_settings(commands).splitlines()
    names = " ".join(lines).replace("# ", "").partition("The names are ")[2]
    assert names == ", ".join(commands) + ". [keys]"
    assert max(map(len, lines)) <= COMMENT_WIDTH


def test_a_key_written_below_the_first_settings_is_another_key(tmp_path: Path) -> None:
    (tmp_path / "settings.toml").write_text(first_settings(COMMANDS) + 'next = "z"\n')
    assert read_settings(tmp_path, COMMANDS) == Settings(keys={"next": "z"})


def test_the_settings_are_written_once_and_only_read_from_then_on(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    assert read_settings(tmp_path, COMMANDS) == Settings()
    assert path.read_text() == first_settings(COMMANDS)
    path.write_text("numbers = true  # mine\n")
    assert read_settings(tmp_path, COMMANDS) == Settings(numbers=True)
    assert path.read_text() == "numbers = true  # mine\n"


def test_a_folder_that_cannot_be_written_keeps_nobody_from_reading(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full_disk(*_: object) -> None:
        raise OSError("No space left on device")

    monkeypatch.setattr("reader.shelf.settings.replace_file", full_disk)
    assert read_settings(tmp_path, COMMANDS) == Settings()


def test_settings_that_cannot_be_read_are_told(tmp_path: Path) -> None:
    (tmp_path / "settings.toml").mkdir()
    told = str(read_settings(tmp_path, COMMANDS))
    assert told == f"{tmp_path / 'settings.toml'}: the settings cannot be read: Is a directory"


def test_the_readme_shows_every_setting_as_it_is() -> None:
    shown = README.read_text().partition("<!-- settings -->\n")[2].partition("\n<!-- /settings -->")[0]
    assert shown == settings_table()
    assert len(shown.splitlines()) == 2 + len(Settings.model_fields)


@pytest.mark.parametrize("setting", Settings.model_fields)
def test_a_setting_of_a_wrong_type_is_told(tmp_path: Path, setting: str) -> None:
    written = f"{setting} = 1.5\n"
    (tmp_path / "settings.toml").write_text(written)
    told = read_settings(tmp_path, COMMANDS)
    assert isinstance(told, Problems)
    assert f"{setting}: this wants " in str(told)
    assert (tmp_path / "settings.toml").read_text() == written


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ("numbrs = true", 'no setting is called "numbrs"\n    Did you mean "numbers"?'),
        ("colour = true", 'no setting is called "colour"\n    The settings are numbers, told, hide_length, keys.'),
        ("numbers = 1", "numbers: this wants true or false"),
        ('told = "some"', 'told: this wants "all", "word" or "none"'),
        ("keys = { next = 3 }", 'keys.next: this wants keys in quotes, by the names of commands: next = "space,z"'),
        ("numbers", "not TOML: expected '='"),
    ],
)
def test_a_slip_in_the_settings_is_told_in_words(tmp_path: Path, settings: str, said: str) -> None:
    (tmp_path / "settings.toml").write_text(settings + "\n")
    told = read_settings(tmp_path, COMMANDS)
    assert isinstance(told, Problems)
    assert said in str(told)
    assert (tmp_path / "settings.toml").read_text() == settings + "\n"


def test_settings_nested_too_deeply_are_not_told_that_they_are_no_story(tmp_path: Path) -> None:
    (tmp_path / "settings.toml").write_text("keys = " + "[" * 100_000)
    problems = read_settings(tmp_path, ["next"])
    assert isinstance(problems, Problems)
    assert [row.message for row in problems.rows] == [
        "not TOML that can be read: arrays or tables are nested too deeply"
    ]
