"""Loading: in pieces or whole it is the same story, and what is no story file is refused at once."""

import os
import threading
from pathlib import Path

import pytest
import tomli
import tomli_w
from hypothesis import given
from hypothesis import strategies as st

from reader.problems import Problems
from reader.story.load import load_story, read_file
from reader.story.model import Story
from tests.stories import drawn_tables, sound, tables, written
from tests.story.authoring import EXAMPLE, HEAD, SCENE, TRUST, loaded, story_with, told

PIECES_OF_THREE = HEAD + "".join(SCENE.replace("one", name) for name in ("one", "two", "three"))


class GaveUpError(Exception):
    """The reader left while a story was loading."""


@given(drawn_tables(), st.booleans(), st.booleans())
def test_a_drawn_story_loads_as_it_was_written(
    tmp_path_factory: pytest.TempPathFactory, story: dict[str, object], multiline: bool, crlf: bool
) -> None:
    text = tomli_w.dumps(story, multiline_strings=multiline)
    path = written(tmp_path_factory.mktemp("drawn"), text.replace("\n", "\r\n") if crlf else text)
    assert load_story(path) == sound(story)


CUTS = {
    "a line that is [[scene]] inside a text": PIECES_OF_THREE
    + '[[scene.beat]]\ntext = """\n[[scene]]\nid = \'no\'\n"""\n'
    + "[[scene.beat]]\ntext = '''\n[[scene]]\n'''\n",
    "a line that is [[scene]] in the title page": PIECES_OF_THREE.replace(
        'title = "A test"\n', 'title = "A test"\nabout = """\n[[scene]]\n  [[scene]] # note\n"""\n'
    ),
    "two texts with a cut each, which are whole between them": HEAD + SCENE.replace('"Words."', '"""\n[[scene]]\n"""')
    + SCENE.replace("one", "two").replace('"Words."', '"""\n[[scene]]\n"""'),
    "tables after scenes": HEAD.replace("[story]", SCENE + "[story]") + SCENE.replace("one", "two"),
    "a scale between scenes": HEAD.replace("[[scale]]", SCENE + "[[scale]]") + SCENE.replace("one", "two"),
    "scenes written in one list": HEAD.replace(
        "format = 1\n", "format = 1\nscene = [{ id = 'a', title = 'b', beat = [{ text = 'c' }] }]\n"
    ),
    "quoted headers": PIECES_OF_THREE.replace("[[scene]]", '[["scene"]]', 1).replace("[[scene]]", "[['scene']]", 1),
    "escaped headers": PIECES_OF_THREE.replace("[[scene]]", '[["\\u0073cene"]]'),
    "comments after headers": PIECES_OF_THREE.replace("[[scene]]", "[[scene]]  # the [[scene]] of it"),
    "indentation": PIECES_OF_THREE.replace("[[scene", "\t [[ scene").replace("]]", " ]]"),
    "crlf": PIECES_OF_THREE.replace("\n", "\r\n"),
    "crlf and comments": PIECES_OF_THREE.replace("[[scene]]", "[[scene]] # here").replace("\n", "\r\n"),
    "a byte order mark": "\ufeff" + PIECES_OF_THREE,
    "no newline at the end": PIECES_OF_THREE.rstrip("\n"),
    "the example of the design": EXAMPLE,
}  # fmt: skip


@pytest.mark.parametrize("text", CUTS.values(), ids=CUTS.keys())
def test_loading_in_pieces_is_loading_whole(tmp_path: Path, text: str) -> None:
    assert loaded(tmp_path, text) == sound(tomli.loads(text.removeprefix("\ufeff")))


def test_a_header_that_stands_in_a_text_is_its_text(tmp_path: Path) -> None:
    story = loaded(tmp_path, CUTS["a line that is [[scene]] inside a text"])
    assert [len(scene.beats) for scene in story.scenes] == [1, 1, 3]
    assert story.scenes[2].beats[1].text == "[[scene]]\nid = 'no'\n"


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_a_fault_is_placed_at_its_scene_in_pieces_and_whole(tmp_path: Path, line_end: str) -> None:
    text = PIECES_OF_THREE.replace('title = "One"', 'titel = "x"\ntitle = "One"').replace("\n", line_end)
    places = ['17: scene "one"', '23: scene "two"', '29: scene "three"']
    lines = [f"story.toml:{place}: unknown key 'titel'" for place in places]
    found = [line for line in told(tmp_path, text).splitlines() if line.startswith("story.toml")]
    assert found == lines
    whole = text + TRUST.replace("\n", line_end)
    assert [line for line in told(tmp_path, whole).splitlines() if line.startswith("story.toml")] == lines


def test_progress_is_told_from_piece_to_piece(tmp_path: Path) -> None:
    done: list[float] = []
    assert isinstance(load_story(written(tmp_path, PIECES_OF_THREE), done.append), Story)
    assert done == sorted(done)
    assert len(done) == 4
    assert done[-1] == 1.0


def test_loading_can_be_given_up_by_raising(tmp_path: Path) -> None:
    done: list[float] = []

    def progress(part: float) -> None:
        done.append(part)
        raise GaveUpError

    with pytest.raises(GaveUpError):
        load_story(written(tmp_path, PIECES_OF_THREE), progress)
    assert len(done) == 1


def refused(path: Path, largest: int = 10_000) -> str:
    problems = load_story(path, largest=largest)
    assert isinstance(problems, Problems)
    return str(problems).removeprefix(str(path))


def test_a_folder_is_refused(tmp_path: Path) -> None:
    assert refused(tmp_path) == ": this is a folder, not a story file\n    Name the .toml file in it."


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    assert refused(tmp_path / "gone.toml") == ": there is no such file"


def test_a_name_no_file_can_have_is_refused(tmp_path: Path) -> None:
    assert str(load_story(tmp_path / "a\0b.toml")).endswith("a␀b.toml: this file cannot be read: embedded null byte")
    assert "this file cannot be read" in refused(tmp_path / ("n" * 5_000))


def test_a_file_within_a_file_is_refused(tmp_path: Path) -> None:
    written(tmp_path, PIECES_OF_THREE)
    assert "this file cannot be read: Not a directory" in refused(tmp_path / "story.toml" / "story.toml")


def test_a_link_that_leads_to_itself_is_refused(tmp_path: Path) -> None:
    (tmp_path / "loop.toml").symlink_to("loop.toml")
    assert "this file cannot be read" in refused(tmp_path / "loop.toml")


def test_a_pipe_is_refused_and_nobody_waits_for_it(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.toml")
    said: list[str] = []
    thread = threading.Thread(target=lambda: said.append(refused(tmp_path / "pipe.toml")), daemon=True)
    thread.start()
    thread.join(10)
    assert said == [": this is not a regular file\n    Name a .toml file."]


@pytest.mark.parametrize("device", ["/dev/zero", "/dev/null"])
def test_a_device_is_refused(device: str) -> None:
    assert "not a regular file" in refused(Path(device))


def test_a_file_over_the_cap_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "huge.toml"
    with path.open("wb") as file:
        file.truncate(200 * 1024 * 1024)  # a hole: it takes no room on the disk
    assert str(load_story(path)) == (
        f"{path}: this file has 209,715,200 bytes, more than the limit of 134,217,728\n    --any-size lifts the limit."
    )


def test_the_cap_can_be_lifted(tmp_path: Path) -> None:
    path = written(tmp_path, PIECES_OF_THREE)
    size = path.stat().st_size
    assert "bytes, more than the" in refused(path, size - 1)
    assert isinstance(load_story(path, largest=size), Story)
    assert read_file(path, size) == PIECES_OF_THREE.encode()


def test_a_file_that_may_not_be_read_is_refused(tmp_path: Path) -> None:
    path = written(tmp_path, PIECES_OF_THREE)
    path.chmod(0)
    user = os.geteuid()
    os.seteuid(user or 65534)  # root may read every file: be nobody for a moment
    try:
        said = refused(path)
    finally:
        os.seteuid(user)
    assert said.endswith(": this file may not be read\n    Change its permissions.")


@pytest.mark.parametrize("encoding", ["cp1252", "utf-16"])
def test_a_file_in_another_encoding_is_located(tmp_path: Path, encoding: str) -> None:
    text = story_with().replace("Words.", "Café")
    said = told(tmp_path, text.encode(encoding))
    expected = {
        "cp1252": f"story.toml:21:12: byte {text.index('é') + 1} (0xE9) is not UTF-8\n    Save the file as UTF-8.",
        "utf-16": "story.toml: this file is UTF-16, not UTF-8 (byte 1)\n    Save it again as UTF-8.",
    }
    assert said == expected[encoding]


def test_a_story_of_tables_alone_is_the_same_story(tmp_path: Path) -> None:
    story = tables({"id": "s", "title": "T", "beat": [{"text": "x"}]})
    assert load_story(written(tmp_path, story)) == sound(story)
