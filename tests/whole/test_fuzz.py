"""Whatever a reader or a terminal does, nothing ends the program. `python -m tests.fuzz` does the same for hours."""

from pathlib import Path

import pytest

from tests.fuzz.acts import fuzz_acts
from tests.fuzz.bytes import fuzz_bytes


@pytest.mark.parametrize("seed", range(8))
def test_no_act_of_a_reader_ends_the_program(seed: int, tmp_path: Path) -> None:
    fuzz_acts(tmp_path, seed, acts=50)


@pytest.mark.parametrize("seed", range(2))
def test_no_bytes_of_a_terminal_end_the_program(seed: int, tmp_path: Path) -> None:
    fuzz_bytes(tmp_path, seed, pieces=60)
