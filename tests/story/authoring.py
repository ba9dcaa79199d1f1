"""A small story as an author writes it, and the lines an author reads."""

from pathlib import Path

from reader.problems import Problems
from reader.story.load import load_story
from reader.story.model import Beat, Story
from tests.stories import written

HEAD = """format = 1
[story]
id = "test"
title = "A test"
[[scale]]
id = "closeness"
name = "Closeness"
means = "how near"
range = [-10, 10]
words = ["cold", "neutral", "warm"]
[[character]]
id = "ali"
name = "Ali"
[[character]]
id = "bea"
name = "Bea"
"""
SCENE = """[[scene]]
id = "one"
title = "One"
[[scene.beat]]
text = "Words."
"""
SCENE_LINE = HEAD.count("\n") + 1
TRUST = """[[scale]]
id = "trust"
name = "Trust"
means = "how far"
range = [0, 4]
words = ["none", "some"]
start = 2
"""

EXAMPLE = '''format = 1

[story]
id = "rust-and-bone"
title = "Rust and Bone"
byline = "after the film by Jacques Audiard"
language = "en"
content_notes = ["violence", "injury", "sex", "a child in danger"]
about = """What this is, credits, licence."""
verse = false
allow = { "code" = "reason" }

[[scale]]
id = "closeness"
name = "Closeness"
means = "how near one lets the other come"
range = [-10, 10]
words = ["hostile", "cold", "wary", "neutral", "warm", "close", "devoted"]

[[character]]
id = "ali"
name = "Ali"
full = "Alain van Versch"
aliases = ["Alain"]
allow = { "code" = "reason" }
[[character]]
id = "sam"
name = "Sam"
[[character]]
id = "anna"
name = "Anna"

[[scene]]
id = "annas-door"
part = "The coast"
title = "Anna's door"
place = "Antibes"
when = "Late summer"
present = ["ali", "sam"]
summary = "Ali comes south with his small son, and his sister Anna takes them in."
verse = false
allow = { "code" = "reason" }

[[scene.beat]]
text = """
Wrapped as you like: a newline is a space, a blank line parts paragraphs; *emphasis* and **strong** are the
only marks.
"""
enter = "anna"
leave = "sam"
speaker = "ali"
verse = true
learn.ali = { age = "In his mid-twenties.", work = "Out of work." }
learn.sam = "Ali's small son."
learn.anna = ["Ali's sister.", "Works at a till."]
reveal.ali = { aliases = ["van Versch"] }
bond = { between = ["ali", "anna"], is = "brother and sister" }
shift = [
  { between = ["ali", "sam"], set = [4, 6], because = "The boy has nobody else." },
  { from = "anna", to = "ali", set = 3, because = "She takes them in." },
  { between = ["ali", "anna"], by = 1, because = "They eat." },
]
allow = { "code" = "reason" }

[[scene.beat]]
cue = "p. 43"
'''
"""Every key there is, as the design shows them."""


def story_with(beat: str = "", scene: str = "", header: str = "", tables: str = "") -> str:
    """The small story with more lines in its beat, its scene, its title page, or with more tables above its scene."""
    text = HEAD.replace('title = "A test"\n', f'title = "A test"\n{header}\n' if header else 'title = "A test"\n')
    with_scene = SCENE.replace('title = "One"\n', f'title = "One"\n{scene}\n' if scene else 'title = "One"\n')
    return f"{text}{tables}{with_scene}{beat}\n"


def told(folder: Path, story: str | bytes, name: str = "story.toml") -> str:
    """All an author reads of what is wrong with a file, without the folder it lies in."""
    found = load_story(written(folder, story, name))
    assert isinstance(found, Problems), "the story is sound"
    return str(found).replace(f"{folder}/", "")


def loaded(folder: Path, story: str | bytes) -> Story:
    """A sound story."""
    found = load_story(written(folder, story))
    assert isinstance(found, Story), str(found)
    return found


def loaded_beat(folder: Path, lines: str) -> Beat:
    """The beat of the small story, with more lines in it."""
    return loaded(folder, story_with(lines)).scenes[0].beats[0]
