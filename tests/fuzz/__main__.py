"""`python -m tests.fuzz [--minutes N] [--seed S]`: fuzz for so long, each round with the next seed."""

import argparse
import sys
import tempfile
import time
from pathlib import Path

from tests.fuzz.acts import fuzz_acts
from tests.fuzz.bytes import fuzz_bytes


def main() -> int:
    """Fuzz until the time is over. Returns 1 at the first thing that ends the program."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=main.__doc__)
    parser.add_argument("--minutes", type=float, default=1.0, help="how long; the last round is finished")
    parser.add_argument("--seed", type=int, default=0, help="the seed of the first round")
    given = parser.parse_args()
    until, seed = time.monotonic() + 60 * given.minutes, given.seed
    with tempfile.TemporaryDirectory() as folder:
        while time.monotonic() < until:
            sys.stdout.write(f"seed {seed}\n")
            sys.stdout.flush()
            fuzz_acts(Path(folder), seed, acts=200)
            fuzz_bytes(Path(folder), seed, pieces=200)
            seed += 1
    sys.stdout.write("Nothing ended the program.\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
