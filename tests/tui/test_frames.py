"""Golden frames: whole screens as text, at four sizes. `pytest --renew` writes them again; read the diff."""

from pathlib import Path

import pytest
from rich.cells import cell_len

from tests.driving import Driven, Setting, drive

FOLDER = Path(__file__).parent / "frames"
STORY = Path(__file__).parent / "pier.toml"
OTHER_STORIES = {"scripts": Path(__file__).parent / "scripts.toml"}
"""Of the views that are not of the pier."""
SIZES = ((120, 30), (100, 30), (80, 24), (50, 20))

VIEWS = {
    "opening": ("", ""),
    "first": ("boat:1", ""),
    "named": ("boat:3", ""),
    "slipped": ("noon:1", ""),
    "crossing": ("boat:2", "n"),
    "looking-back": ("evening:1", "1 up up enter"),
    "verse": ("evening:2", ""),
    "scenes": ("evening:1", "1"),
    "companion": ("noon:2", "3"),
    "kept": ("noon:1", "b"),
    "bookmarks": ("evening:1", "b h b B down"),
    "filter": ("noon:2", "f space down down space"),
    "filtered": ("noon:2", "f down down enter"),
    "why": ("noon:2", "w"),
    "cast": ("noon:2", "c down"),
    "card": ("noon:2", "c down enter"),
    "recap": ("evening:1", "r"),
    "pinned": ("evening:1", "w v escape"),
    "keys": ("boat:1", "?"),
    "end": ("evening:2", "space"),
    "scripts": ("cafe:2", ""),
}


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("view", VIEWS)
def test_a_screen_is_drawn_as_agreed(
    view: str, size: tuple[int, int], tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    at, keys = VIEWS[view]
    drawn: list[str] = []

    async def act(reader: Driven) -> None:
        for key in keys.split():
            await (reader.keep() if key == "b" else reader.press(key))
        await reader.settle()
        drawn.append(reader.frame())

    drive(Setting(tmp_path, OTHER_STORIES.get(view, STORY), size, at), act)
    golden = FOLDER / f"{view}-{size[0]}x{size[1]}.txt"
    if request.config.getoption("--renew"):
        FOLDER.mkdir(exist_ok=True)
        golden.write_text(drawn[0], encoding="utf-8")
    assert drawn[0] == golden.read_text(encoding="utf-8")
    assert all(cell_len(row) <= size[0] for row in drawn[0].splitlines())
