"""Types the README's first command into a shell, in a terminal, and reads the first page, as a newcomer does."""

import sys

import pexpect


def main() -> int:
    """`first_run.py FOLDER COMMAND`; returns the exit code of COMMAND."""
    folder, command = sys.argv[1:]
    child = pexpect.spawn("bash", ["-c", command], cwd=folder, encoding="utf-8", timeout=300, dimensions=(36, 120))
    child.expect("begins")
    child.send(" ")
    child.expect("Anna's door")
    child.send("q")
    child.expect("Kept: scene 1, Anna's door, beat 1.")
    child.expect(pexpect.EOF)
    child.close()
    sys.stdout.write("The first page opens, Space reads on, q keeps the place.\n")
    return child.exitstatus or 0


if __name__ == "__main__":
    sys.exit(main())
