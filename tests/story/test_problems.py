"""What an author reads when a story file is wrong: the file, the scene, the key, and the mend."""

import time
from pathlib import Path

import pytest

from tests.story.authoring import HEAD, SCENE, SCENE_LINE, story_with, told

BEAT = 'story.toml:17: scene "one", beat 1'
TAKEN = "It is already written above. If there are several such tables, write [[…]] for each of them."
BEAT_KEYS = "allow, bond, cue, enter, learn, leave, reveal, shift, speaker, text, verse"


@pytest.mark.parametrize(
    ("story", "lines"),
    [
        (
            story_with("speaker = ali"),
            f"story.toml:{SCENE_LINE + 5}:11: not TOML: invalid value\n    22 | speaker = ali\n                   ^",
        ),
        (
            story_with('text = "Again."'),
            f"story.toml:{SCENE_LINE + 5}:16: not TOML: cannot overwrite a value\n"
            f'    22 | text = "Again."\n                        ^\n    {TAKEN}',
        ),
        (
            story_with() + SCENE.replace("one", "two") + '[story]\nid = "again"\n',
            f"story.toml:28:7: not TOML: cannot declare [story] twice\n    28 | [story]\n               ^\n    {TAKEN}",
        ),
        (
            story_with(scene="[scene.beat]\ncue = 'p. 1'"),
            f"story.toml:22:13: not TOML: cannot overwrite a value\n"
            f"    22 | [[scene.beat]]\n                     ^\n    {TAKEN}",
        ),
        (
            story_with('learn.stéphanie = "x"'),
            "story.toml:22:9: not TOML: expected '=' after a key in a key/value pair\n"
            '    22 | learn.stéphanie = "x"\n                 ^\n'
            "    A key here has only letters a to z, digits, _ and -. For a person, write the id, not the name.",
        ),
    ],
)
def test_a_syntax_error_is_located(tmp_path: Path, story: str, lines: str) -> None:
    assert told(tmp_path, story) == lines
    assert told(tmp_path, story.replace("\n", "\r\n")) == lines


@pytest.mark.parametrize(
    ("story", "lines"),
    [
        (story_with("speker = 'ali'"), f"{BEAT}: unknown key 'speker'\n    Did you mean \"speaker\"?"),
        (story_with("colour = 1"), f"{BEAT}: unknown key 'colour'\n    Known here: {BEAT_KEYS}."),
        (
            story_with(scene='sumary = "x"'),
            'story.toml:17: scene "one": unknown key \'sumary\'\n    Did you mean "summary"?',
        ),
        (
            story_with(header="langage = 'en'"),
            "story.toml: [story]: unknown key 'langage'\n    Did you mean \"language\"?",
        ),
        (
            story_with(tables="alias = []\n"),
            "story.toml: character 2: unknown key 'alias'\n    Did you mean \"aliases\"?",
        ),
        ("formet = 1\n" + story_with(), "story.toml: unknown key 'formet'\n    Did you mean \"format\"?"),
        (
            story_with('bond = { between = ["ali", "bea"], betwen = "x", is = "y" }'),
            f"{BEAT}, bond 1: unknown key 'betwen'\n    Did you mean \"between\"?",
        ),
        (
            story_with('reveal.ali = { nam = "x", full = "y" }'),
            f"{BEAT}, 'reveal.ali': unknown key 'nam'\n    Did you mean \"name\"?",
        ),
    ],
)
def test_an_unknown_key_is_named_with_the_one_that_was_meant(tmp_path: Path, story: str, lines: str) -> None:
    assert told(tmp_path, story) == lines


@pytest.mark.parametrize(
    ("story", "lines"),
    [
        (story_with().replace('title = "One"\n', ""), "story.toml:17: scene \"one\": 'title' is missing"),
        (story_with().replace('id = "one"\n', ""), "story.toml:17: scene 1: 'id' is missing"),
        (story_with().replace("[story]\n", "[[scale]]\n"), "story.toml: 'story' is missing"),
        (story_with().replace('title = "A test"\n', ""), "story.toml: [story]: 'title' is missing"),
        (story_with().replace("format = 1\n", ""), "story.toml: 'format' is missing"),
        (story_with('bond = { is = "x" }'), f"{BEAT}, bond 1: 'between' is missing"),
        (
            story_with(scene='present = ["ali", 5]'),
            "story.toml:17: scene \"one\", 'present', item 2: this wants a text in quotes",
        ),
        (story_with(scene='present = "ali"'), "story.toml:17: scene \"one\", 'present': this wants a list: [ … ]"),
        (story_with("verse = 1"), f"{BEAT}, 'verse': this wants true or false"),
        (story_with("learn = 'x'"), f"{BEAT}, 'learn': this wants a table: {{ key = … }}"),
        (story_with("learn.ali = ['x', 5]"), f"{BEAT}, 'learn.ali', item 2: this wants a text in quotes"),
        (story_with("learn.ali = { age = 5 }"), f"{BEAT}, 'learn.ali.age': this wants a text in quotes"),
        (story_with("learn.ali = ''"), f"{BEAT}, 'learn.ali': this is empty: write something"),
        (
            story_with("reveal.ali = {}"),
            f"{BEAT}, 'reveal.ali': a reveal gives a 'name', a 'full' name or 'aliases'",
        ),
    ],
)
def test_a_missing_key_or_a_wrong_type_is_placed(tmp_path: Path, story: str, lines: str) -> None:
    assert lines in told(tmp_path, story).splitlines()


ADD = "    Add a [[character]] with this id, or correct it."


@pytest.mark.parametrize(
    ("story", "lines"),
    [
        (
            story_with(scene='present = ["allie"]'),
            'story.toml:17: scene "one", \'present\': no character has the id "allie"\n    Did you mean "ali"?',
        ),
        (story_with("speaker = 'cy'"), f"{BEAT}, 'speaker': no character has the id \"cy\"\n{ADD}"),
        (story_with("enter = 'beaa'"), f'{BEAT}, \'enter\': no character has the id "beaa"\n    Did you mean "bea"?'),
        (story_with("leave = ['ali', 'cy']"), f"{BEAT}, 'leave': no character has the id \"cy\"\n{ADD}"),
        (story_with("learn.cy = 'x'"), f"{BEAT}, 'learn': no character has the id \"cy\"\n{ADD}"),
        (story_with("reveal.cy = { name = 'x' }"), f"{BEAT}, 'reveal': no character has the id \"cy\"\n{ADD}"),
        (
            story_with('bond = { between = ["cy", "ali"], is = "x" }'),
            f'{BEAT}, bond 1: no character has the id "cy"\n{ADD}',
        ),
        (
            story_with('bond = { between = ["ali", "ali"], is = "x" }'),
            f'{BEAT}, bond 1: "ali" is named twice\n    Name two people.',
        ),
        (
            story_with('shift = { from = "ali", to = "bea", set = 1, because = "x", scale = "closenes" }'),
            f'{BEAT}, shift 1, \'scale\': no scale has the id "closenes"\n    Did you mean "closeness"?',
        ),
        (
            story_with() + SCENE,
            'story.toml:23: scene "one", \'id\': the id "one" is taken by scene 1\n    Give one of the two another id.',
        ),
        (
            story_with(tables='[[character]]\nid = "ali"\nname = "A"\n'),
            "story.toml: character 3, 'id': the id \"ali\" is taken by character 1\n"
            "    Give one of the two another id.",
        ),
    ],
)
def test_an_id_that_is_unknown_or_stands_twice_is_placed(tmp_path: Path, story: str, lines: str) -> None:
    assert told(tmp_path, story) == lines


@pytest.mark.parametrize(
    ("story", "lines"),
    [
        ("", "story.toml: this file is empty"),
        (" \n\n", "story.toml: this file is empty"),
        (HEAD, "story.toml: there is no scene\n    A story needs at least one [[scene]] with one [[scene.beat]]."),
        (
            HEAD + SCENE[: SCENE.index("[[scene.beat]]")],
            'story.toml:17: scene "one": there is no beat\n    A scene needs at least one [[scene.beat]].',
        ),
    ],
)
def test_an_empty_story_says_what_is_needed(tmp_path: Path, story: str, lines: str) -> None:
    assert told(tmp_path, story).startswith(lines)


def test_a_scale_the_wrong_way_round_or_without_end_is_placed(tmp_path: Path) -> None:
    said = {
        "[10, -10]": "scale 1: 'range' goes from the lower value to the higher",
        "[1, 1]": "scale 1: 'range' goes from the lower value to the higher",
        "[nan, 1]": "scale 1, 'range', item 1: this wants a whole number",
        "[0, inf]": "scale 1, 'range', item 2: this wants a whole number",
        "[0, 9999999]": "scale 1, 'range', item 2: a number here is at least -1,000,000 and at most 1,000,000",
        "[5, 10]": "scale 1: 'start' (0 if it is not given) must lie within 'range'",
        "[0, 1]": "scale 1: 'words' needs one word or more, and no more words than values",
    }
    for written, line in said.items():
        assert told(tmp_path, story_with().replace("[-10, 10]", written)) == f"story.toml: {line}"


def test_a_newer_format_says_which_program_is_needed(tmp_path: Path) -> None:
    newer = story_with("unheard = 1").replace("format = 1", "format = 2")
    assert told(tmp_path, newer) == (
        "story.toml: this story is in format 2; this program reads format 1\n"
        "    A newer version of the program is needed: pip install -U companion-reader"
    )


@pytest.mark.parametrize("written", ["0", "-1", '"1"', "1.0", "true"])
def test_any_other_format_is_refused(tmp_path: Path, written: str) -> None:
    lines = "story.toml: 'format': this program reads format 1\n    Write format = 1."
    assert told(tmp_path, story_with().replace("format = 1", f"format = {written}")) == lines


SHIFT = '[[scene.beat.shift]]\nfrom = "ali"\nto = "bea"\nset = 1\nbecause = "x"\n'


@pytest.mark.parametrize(
    ("story", "lines"),
    [
        (
            story_with(SHIFT + 'learn.ali = "x"'),
            f"{BEAT}, shift 1: unknown key 'learn'\n"
            "    What follows [[scene.beat.shift]] belongs to it: move 'learn' above that line.",
        ),
        (
            story_with('[[scene.beat.bond]]\nbetween = ["ali", "bea"]\nis = "x"\nspeaker = "ali"'),
            f"{BEAT}, bond 1: unknown key 'speaker'\n"
            "    What follows [[scene.beat.bond]] belongs to it: move 'speaker' above that line.",
        ),
        (
            story_with('[scene.beat.learn]\nali = "x"\nspeaker = "ali"'),
            f"{BEAT}, 'learn': no character has the id \"speaker\"\n"
            "    What follows [scene.beat.learn] belongs to it: move 'speaker' above that line.",
        ),
        (
            story_with('summary = "x"'),
            f"{BEAT}: unknown key 'summary'\n"
            "    'summary' belongs to the scene: move it above the first [[scene.beat]].",
        ),
        (
            story_with().replace("[[scene.beat]]", "[scene.beat]"),
            "story.toml:17: scene \"one\", 'beat': [scene.beat] is one table\n"
            "    Write [[scene.beat]], once for each.",
        ),
        (
            story_with().replace("[[scene]]", "[scene]").replace("[[scene.beat]]", "[scene.beat]"),
            "story.toml: [scene] is one table\n    Write [[scene]], once for each.",
        ),
        (
            story_with().replace("[[scale]]", "[scale]"),
            "story.toml: 'scale': [scale] is one table\n    Write [[scale]], once for each.",
        ),
        (
            story_with().replace("[story]", "[[story]]"),
            "story.toml: [story]: this wants one table\n    Write [story], once.",
        ),
        (
            story_with(header="format = 1").replace("format = 1\n", "", 1),
            "story.toml: 'format' is missing\nstory.toml: [story]: unknown key 'format'\n"
            "    What follows [story] belongs to it: move 'format' above that line.",
        ),
        (
            story_with('learn."Stéphanie" = "x"'),
            f"{BEAT}, 'learn.Stéphanie': this is no id\n"
            "    Write the id of the [[character]], not the name: learn.stephanie = …",
        ),
    ],
)  # fmt: skip
def test_the_traps_of_toml_get_their_own_words(tmp_path: Path, story: str, lines: str) -> None:
    assert told(tmp_path, story) == lines


CROWD = "".join(f'[[character]]\nid = "somebody-of-the-crowd-{n}"\nname = "x"\n' for n in range(3_000))
MANY = {
    "in as many scenes": HEAD + "".join(SCENE.replace("one", f"s{n}").replace("title", "titel") for n in range(10_000)),
    "in one list": story_with("enter = [" + "5," * 20_000 + "]"),
    "unknown keys": story_with("\n".join(f"key{n} = 1" for n in range(20_000))),
    "unknown ids among many": story_with("enter = [" + "'somebody-of-the-crowd-x'," * 20_000 + "]", tables=CROWD),
}


@pytest.mark.parametrize("story", MANY.values(), ids=MANY.keys())
def test_twenty_thousand_errors_are_the_first_twenty_and_a_count(tmp_path: Path, story: str) -> None:
    began = time.perf_counter()
    lines = told(tmp_path, story).splitlines()
    assert time.perf_counter() - began < 10  # seconds; comparing every id with every other takes minutes
    assert sum(line.startswith("story.toml:") for line in lines) == 20
    assert lines[-1] == "… and 19,980 more."


RAW = "\x1b\x9b\x00\x7f\x07\u202e\u2066"


@pytest.mark.parametrize(
    "story",
    [
        story_with(r'"\u001b]52;\u0007\u009b\u0000\u007f\u202e" = 1'),
        story_with(r'learn."\u001b[2J" = "x"'),
        story_with(r'learn.ali = { "\u001b[2J\u2066" = 5 }'),
        story_with().replace('id = "one"', r'id = "\u001b]52;c;aGk=\u0007"'),
        story_with().replace('id = "ali"', r'id = "\u009b2J"'),
        story_with(r'speaker = "\u001b[2J"'),
        story_with().replace('title = "One"', r'title = "\u001b[2J"' + "\ntitel = 1"),
        story_with().replace("Words.", "\x1b[2J"),
        story_with() + "# \x00\u202e \x7f\n",
        story_with() + "\x1b\u202e = 1\n",
    ],
)
def test_control_characters_are_never_raw_in_what_an_author_reads(tmp_path: Path, story: str) -> None:
    lines = told(tmp_path, story, "evil \x1b[2J\u202e.toml")
    assert lines.startswith("evil ␛[2J\ufffd.toml:")
    assert not set(RAW) & set(lines)


def test_a_key_of_a_million_letters_stays_readable(tmp_path: Path) -> None:
    assert len(told(tmp_path, story_with("k" * 1_000_000 + " = 1"))) < 1_000
