"""The story format: every key of the design's example, and each of its rules."""

from pathlib import Path

import pytest

from reader.story.model import LONGEST_BEAT, LONGEST_NAME, Reveal
from tests.story.authoring import EXAMPLE, loaded, loaded_beat, story_with, told


def test_every_key_of_the_example_is_read(tmp_path: Path) -> None:
    story = loaded(tmp_path, EXAMPLE)
    header, (scale,), (ali, sam, _), (scene,) = story.story, story.scales, story.characters, story.scenes
    assert (header.id, header.title, header.byline) == (
        "rust-and-bone",
        "Rust and Bone",
        "after the film by Jacques Audiard",
    )
    assert (header.language, header.content_notes[3], header.verse) == ("en", "a child in danger", False)
    assert (header.about, header.allow) == ("What this is, credits, licence.", {"code": "reason"})
    assert (scale.id, scale.name, scale.means) == ("closeness", "Closeness", "how near one lets the other come")
    assert (scale.low, scale.high, scale.start, len(scale.words)) == (-10, 10, 0, 7)
    assert (ali.id, ali.name, ali.full, ali.aliases) == ("ali", "Ali", "Alain van Versch", ("Alain",))
    assert (sam.full, sam.aliases, ali.allow) == (None, (), {"code": "reason"})
    assert (scene.id, scene.part, scene.title) == ("annas-door", "The coast", "Anna's door")
    assert (scene.place, scene.when, scene.present) == ("Antibes", "Late summer", ("ali", "sam"))
    assert (scene.summary or "").startswith("Ali comes south")
    assert (scene.verse, scene.allow) == (False, {"code": "reason"})


def test_every_key_of_the_examples_beat_is_read(tmp_path: Path) -> None:
    first, second = loaded(tmp_path, EXAMPLE).scenes[0].beats
    assert first.text is not None
    assert first.text.startswith("Wrapped as you like")
    assert (first.enter, first.leave, first.speaker, first.verse) == (("anna",), ("sam",), "ali", True)
    assert first.facts() == (
        ("ali", "age", "In his mid-twenties."),
        ("ali", "work", "Out of work."),
        ("sam", None, "Ali's small son."),
        ("anna", None, "Ali's sister."),
        ("anna", None, "Works at a till."),
    )
    assert first.reveal == {"ali": Reveal(aliases=("van Versch",))}
    assert [(bond.between, bond.words) for bond in first.bond] == [(("ali", "anna"), "brother and sister")]
    assert [shift.because for shift in first.shift] == ["The boy has nobody else.", "She takes them in.", "They eat."]
    assert first.allow == {"code": "reason"}
    assert (second.text, second.cue) == (None, "p. 43")


@pytest.mark.parametrize("key", ["enter", "leave"])
def test_one_person_or_a_list_of_them(tmp_path: Path, key: str) -> None:
    one = loaded_beat(tmp_path, f'{key} = "ali"')
    assert one == loaded_beat(tmp_path, f'{key} = ["ali"]')
    assert getattr(loaded_beat(tmp_path, f'{key} = ["ali", "bea"]'), key) == ("ali", "bea")


@pytest.mark.parametrize(
    ("key", "table"),
    [
        ("bond", '{ between = ["ali", "bea"], is = "friends" }'),
        ("shift", '{ from = "ali", to = "bea", set = 1, because = "She came." }'),
    ],
)
def test_one_table_or_a_list_of_them_or_headers(tmp_path: Path, key: str, table: str) -> None:
    one = loaded_beat(tmp_path, f"{key} = {table}")
    lines = table.strip("{} ").replace('", ', '"\n').replace("], ", "]\n").replace("1, ", "1\n").replace('"\n"', '", "')
    assert one == loaded_beat(tmp_path, f"{key} = [{table}]")
    assert one == loaded_beat(tmp_path, f"[[scene.beat.{key}]]\n{lines}")
    assert len(getattr(loaded_beat(tmp_path, f"{key} = [{table}, {table}]"), key)) == 2


@pytest.mark.parametrize("good", ["a", "Act.1:scene-2_b", "x" * 64, "007"])
def test_ids_of_all_their_characters_are_taken(tmp_path: Path, good: str) -> None:
    assert loaded(tmp_path, story_with().replace('id = "one"', f'id = "{good}"')).scenes[0].id == good


@pytest.mark.parametrize("bad", ["", "a b", "é", "x" * 65, "a/b", "a\\n", "a\\u0000"])
def test_other_ids_are_refused(tmp_path: Path, bad: str) -> None:
    said = "'id': an id may have only letters A to Z and a to z, digits and _ . : -, at most 64"
    assert said in told(tmp_path, story_with().replace('id = "one"', f'id = "{bad}"'))
    said = "[story], 'id': the story's id may have only a to z, 0 to 9 and -, at most 64"
    assert said in told(tmp_path, story_with().replace('id = "test"', f'id = "{bad}"'))


@pytest.mark.parametrize("bad", ["Test", "te_st", "te.st", "../test"])
def test_the_storys_id_names_a_file(tmp_path: Path, bad: str) -> None:
    assert "[story], 'id'" in told(tmp_path, story_with().replace('id = "test"', f'id = "{bad}"'))


def test_equal_names_are_no_error(tmp_path: Path) -> None:
    assert loaded(tmp_path, story_with().replace('name = "Bea"', 'name = "Ali"'))


@pytest.mark.parametrize("size", [1, LONGEST_BEAT])
def test_a_beat_may_have_twenty_thousand_characters(tmp_path: Path, size: int) -> None:
    assert loaded(tmp_path, story_with().replace("Words.", "é" * size))


def test_a_longer_beat_is_refused(tmp_path: Path) -> None:
    assert told(tmp_path, story_with().replace("Words.", "w" * (LONGEST_BEAT + 1))) == (
        "story.toml:17: scene \"one\", beat 1, 'text': this is longer than 20,000 characters\n"
        "    Divide it into two beats."
    )


@pytest.mark.parametrize(
    ("written", "place"),
    [
        ('title = "One"', "scene \"one\", 'title'"),
        ('title = "A test"', "[story], 'title'"),
        ('name = "Ali"', "character 1, 'name'"),
    ],
)
def test_a_name_or_title_may_have_five_hundred_characters(tmp_path: Path, written: str, place: str) -> None:
    key = written.split(" = ", maxsplit=1)[0]
    assert loaded(tmp_path, story_with().replace(written, f'{key} = "{"n" * LONGEST_NAME}"'))
    said = told(tmp_path, story_with().replace(written, f'{key} = "{"n" * (LONGEST_NAME + 1)}"'))
    assert f"{place}: this is longer than 500 characters" in said


def test_verse_is_said_of_a_story_a_scene_or_a_beat(tmp_path: Path) -> None:
    story = loaded(tmp_path, story_with("verse = false", scene="verse = true", header="verse = true"))
    assert (story.story.verse, story.scenes[0].verse, story.scenes[0].beats[0].verse) == (True, True, False)


def test_nothing_ends_a_keyed_fact_and_a_bond(tmp_path: Path) -> None:
    beat = loaded_beat(tmp_path, 'learn.ali = { work = "" }\nbond = { between = ["ali", "bea"], is = "" }')
    assert beat.facts() == (("ali", "work", ""),)
    assert beat.bond[0].words == ""


def test_a_beat_has_a_text_or_a_cue(tmp_path: Path) -> None:
    assert loaded(tmp_path, story_with('cue = "p. 43"'))
    assert told(tmp_path, story_with().replace('text = "Words."', "")) == (
        "story.toml:17: scene \"one\", beat 1: a beat needs a 'text', or a 'cue' that says where to read"
    )


def test_a_speaker_need_not_be_present(tmp_path: Path) -> None:
    assert loaded_beat(tmp_path, 'speaker = "bea"').speaker == "bea"


@pytest.mark.parametrize(
    ("key", "value"), [("name", '"Rex"'), ("full", '"King Rex"'), ("aliases", '["the king", "Rexie"]')]
)
def test_a_name_full_name_or_alias_is_revealed(tmp_path: Path, key: str, value: str) -> None:
    assert loaded_beat(tmp_path, f"reveal.ali = {{ {key} = {value} }}").reveal["ali"].model_fields_set == {key}


def test_names_are_cleaned_and_stand_on_one_line(tmp_path: Path) -> None:
    story = loaded(tmp_path, story_with().replace('title = "One"', r'title = " One\n  \u001b[2J\u202e two "'))
    assert story.scenes[0].title == "One ␛[2J\ufffd two"


def test_texts_and_keys_are_cleaned(tmp_path: Path) -> None:
    beat = loaded_beat(
        tmp_path, r'learn.ali = { "a\u001bb" = "x\u009b\u0000" }' + "\n" + r'allow = { "c\u001b" = "d\u0007" }'
    )
    assert beat.facts() == (("ali", "a␛b", "x\ufffd␀"),)
    assert beat.allow == {"c␛": "d␇"}


def test_a_story_is_frozen(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="frozen"):
        loaded(tmp_path, story_with()).scenes[0].title = "Two"
