"""No test touches what the user keeps, and each property is drawn the same way at every run.

For a longer run by hand, with new random seeds and about thirty times as many examples:
`HYPOTHESIS_PROFILE=long pytest tests/session`. A failure is printed with a line that repeats it. A test that wants more
or fewer examples than others asks for a part of what the profile gives: `settings().max_examples // 6`.
"""

import os
from pathlib import Path

import pytest
from hypothesis import settings

settings.register_profile("steady", derandomize=True, deadline=None, max_examples=60)
settings.register_profile("long", derandomize=False, deadline=None, max_examples=2000, print_blob=True)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "steady"))


@pytest.fixture(autouse=True)
def state_folder(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A state folder of the test's own."""
    folder = tmp_path_factory.mktemp("state")
    monkeypatch.setenv("READER_STATE_DIR", str(folder))
    return folder


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--renew` writes the golden frames again."""
    parser.addoption("--renew", action="store_true", help="write the golden frames again instead of comparing them")
