"""What the tests of the whole share."""

from pathlib import Path

import pytest


@pytest.fixture
def state(tmp_path: Path) -> Path:
    """The state folder of one reader."""
    folder = tmp_path / "state"
    folder.mkdir()
    return folder
