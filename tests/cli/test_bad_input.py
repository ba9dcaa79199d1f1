"""The program on files and words that are wrong: one readable block, exit code 2, nothing raw."""

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from reader import __version__
from tests.stories import SHIPPED, beat, scene, tables, written
from tests.story.authoring import HEAD, SCENE, story_with

RAW = set(map(chr, [*range(0x20), *range(0x7F, 0xA0), *range(0x202A, 0x202F), *range(0x2066, 0x206A)])) - {"\n"}


def reader(*words: str | Path, stdin: int = subprocess.DEVNULL) -> subprocess.CompletedProcess[str]:
    """The program, run as a process of its own with nothing a terminal."""
    command = [sys.executable, "-m", "reader", *map(str, words)]
    return subprocess.run(
        command, stdin=stdin, capture_output=True, encoding="utf-8", timeout=60, check=False, env=os.environ
    )


def refused(*words: str | Path) -> str:
    """What the program says of input it refuses."""
    done = reader(*words)
    assert done.returncode == 2
    assert done.stdout == ""
    assert "Traceback" not in done.stderr
    assert not RAW & set(done.stderr)
    assert len(done.stderr) < 5_000
    return done.stderr


WRONG = {
    "a syntax error": (HEAD + SCENE + "speaker = ali\n", "story.toml:22:11: not TOML: invalid value"),
    "a key that stands twice": (story_with('text = "x"'), "story.toml:22:11: not TOML: cannot overwrite a value"),
    "an unknown key": (story_with("speker = 'ali'"), "beat 1: unknown key 'speker'\n    Did you mean \"speaker\"?"),
    "many errors": (story_with("\n".join(f"key{n} = 1" for n in range(500))), "… and 480 more."),
    "another encoding": (story_with().replace("Words.", "Café").encode("cp1252"), "(0xE9) is not UTF-8"),
    "nothing": (b"", "this file is empty"),
    "a long dotted key": (".".join("a" * 20_000) + " = 1", "nested too deeply"),
    "a long hex number": ("format = 0x" + "f" * 1_000_000, "story.toml:1: not TOML: this whole number has too"),
    "a newer format": (story_with().replace("format = 1", "format = 2"), "A newer version of the program is needed"),
    "control characters": (story_with(r'"\u001b]52;c;\u0007\u009b\u0000\u202e" = 1'), "unknown key '␛]52;c;␇"),
    "raw control characters": (story_with() + "\x1b[2J\x00 = 1\n", "    23 | ␛[2J␀ = 1"),
}  # fmt: skip


@pytest.mark.parametrize(("story", "said"), WRONG.values(), ids=WRONG.keys())
def test_check_says_what_is_wrong_in_one_readable_block(tmp_path: Path, story: str | bytes, said: str) -> None:
    assert said in refused("check", written(tmp_path, story))


def test_a_file_name_is_shown_without_its_control_characters(tmp_path: Path) -> None:
    path = written(tmp_path, "", "evil\x1b]0;title\x07\n\u202e.toml")
    assert "evil␛]0;title␇ \ufffd.toml: this file is empty" in refused("check", path)


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere a file name is text")
def test_a_file_name_that_is_no_text_is_shown(tmp_path: Path) -> None:
    path = written(tmp_path, "", os.fsdecode(b"caf\xe9\x9b.toml"))
    assert "caf\ufffd\ufffd.toml: this file is empty" in refused("check", path)


@pytest.mark.parametrize("name", ["gone.toml", "", "/dev/zero", "/dev/stdin"])
def test_what_is_no_story_file_is_refused(tmp_path: Path, name: str) -> None:
    assert refused("check", tmp_path / name).startswith(str(tmp_path / name))


def test_check_goes_on_to_the_next_file(tmp_path: Path) -> None:
    good = written(tmp_path, tables(scene("one", beat())), "good.toml")
    done = reader("check", tmp_path / "gone.toml", good, tmp_path / "gone too.toml")
    assert done.returncode == 2
    assert done.stdout == f"{good}: fine: 1 scene, 1 beat, 3 characters\n"
    assert done.stderr.count("there is no such file") == 2


@pytest.mark.parametrize("words", [(), ("gone.toml",), ("--at", "no-such-scene")])
def test_without_a_terminal_the_reader_says_so_and_ends(words: Sequence[str | Path]) -> None:
    assert refused(*words).startswith("reader: standard input is not a terminal")


def test_without_a_terminal_nothing_is_kept(state_folder: Path) -> None:
    refused(SHIPPED)
    assert list(state_folder.iterdir()) == []


@pytest.mark.parametrize("words", [("--colour",), ("check",), ("schema", "a"), ("a", "b"), ("--at",)])
def test_wrong_usage_is_told(words: Sequence[str]) -> None:
    said = refused(*words)
    assert said.startswith("usage: reader")
    assert ": error: " in said.splitlines()[-1]


@pytest.mark.parametrize("words", [("--\x1b]0;x\x07",), ("check", "a", "--\x1b[2J")])
def test_wrong_words_are_not_shown_raw(words: Sequence[str]) -> None:
    refused(*words)


def test_version_and_help() -> None:
    version = reader("--version")
    assert (version.returncode, version.stdout, version.stderr) == (0, f"reader {__version__}\n", "")
    for words in (("--help",), ("check", "--help")):
        told = reader(*words)
        assert (told.returncode, told.stderr) == (0, "")
        assert told.stdout.startswith("usage: reader")


def test_check_on_a_good_file_is_fine() -> None:
    done = reader("check", SHIPPED)
    assert (done.returncode, done.stderr) == (0, "")
    assert ": fine: " in done.stdout


def test_schema_is_printed() -> None:
    done = reader("schema")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == (SHIPPED.parent / "reader" / "story" / "story.schema.json").read_text(encoding="utf-8")


def test_warnings_are_told_and_only_strict_refuses_them(tmp_path: Path) -> None:
    text = SHIPPED.read_text(encoding="utf-8").replace(
        "[[scene]]", '[[character]]\nid = "x"\nname = "X"\n\n[[scene]]', 1
    )
    story = written(tmp_path, text)
    told, strict = reader("check", story), reader("check", "--strict", story)
    assert "x never appears in a scene (never-appears)" in told.stderr
    assert (told.returncode, strict.returncode) == (0, 2)


@pytest.mark.parametrize(("word", "command"), [("chek", "check"), ("checks", "check"), ("schem", "schema")])
def test_a_slip_of_a_command_is_asked_about(word: str, command: str) -> None:
    assert f"there is no file {word}; did you mean `reader {command}`?" in refused(word)


def test_a_file_whose_name_is_like_a_command_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    written(tmp_path, tables(scene("one", beat())), "chek")
    assert "did you mean" not in refused("chek")


@pytest.mark.skipif(sys.platform == "win32", reason="a shell of Unix closes it")
@pytest.mark.parametrize("words", ["check story.toml", "schema"])
def test_a_closed_output_is_no_fault_of_the_program(words: str) -> None:
    done = subprocess.run(
        ["sh", "-c", f'"{sys.executable}" -m reader {words} >&-'],
        cwd=SHIPPED.parent,
        capture_output=True,
        text=True,
        check=False,
    )
    assert "failed" not in done.stderr
    assert done.returncode == 0
