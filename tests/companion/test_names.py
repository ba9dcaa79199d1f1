"""Names are lit in the text where they mean someone the reader has met."""

from reader.companion.values import Person
from reader.position import Position
from tests.stories import Tables, beat, reading, scene, tables


def _lit(story: Tables, place: int) -> list[tuple[str, str]]:
    """What is lit in a beat: the words, and whose."""
    moment = reading(story).reaching(Position(place)).moment(Position(place))
    return [(span.text, span.link.id) for row in moment.text[-1].text for span in row if isinstance(span.link, Person)]


def _one(text: str, *names: tuple[str, str], present: tuple[str, ...] = ()) -> list[tuple[str, str]]:
    """What is lit in a text, with characters of these ids and names, all met."""
    people = tuple(dict.fromkeys(person for person, _ in names))
    story = tables(
        scene("met", beat(enter=list(people))), scene("one", beat(text), present=list(present)), people=people
    )
    for character in story["character"]:
        own = [name for person, name in names if person == character["id"]]
        character |= {"name": own[0], "aliases": own[1:]}
    return _lit(story, 2)


def test_names_and_aliases_are_lit_as_whole_words() -> None:
    assert _one("Ali and Alison; Alain's hat, not aliment.", ("ali", "Ali"), ("ali", "Alain")) == [
        ("Ali", "ali"),
        ("Alain", "ali"),
    ]


def test_a_name_may_begin_with_a_mark() -> None:
    assert _one("Old 't Hooft and “Bob”.", ("a", "'t Hooft"), ("b", "“Bob”")) == [("'t Hooft", "a"), ("“Bob”", "b")]


def test_a_longer_name_that_is_not_known_yet_does_not_hide_a_shorter_one() -> None:
    reveal = {"ali": {"aliases": ["Anna's man"]}}
    story = tables(scene("one", beat("Anna's man.", enter="anna"), beat("So.", reveal=reveal)), people=("ali", "anna"))
    assert _lit(story, 1) == [("Anna", "anna")]


def test_the_longest_name_wins() -> None:
    names = (("anna", "Anna"), ("partner", "Anna's partner"))
    assert _one("Anna's partner waits for Anna.", *names) == [("Anna's partner", "partner"), ("Anna", "anna")]


def test_case_counts_but_for_the_first_letter() -> None:
    assert _one("the man from work, THE MAN FROM WORK", ("man", "The man from work")) == [("the man from work", "man")]


def test_accents_are_compared_composed() -> None:
    assert _one("Ste\u0301phanie swims.", ("s", "Stéphanie")) == [("Stéphanie", "s")]


def test_a_shared_name_is_the_one_of_who_is_present_else_unlit() -> None:
    names = (("old", "John"), ("young", "John"))
    assert _one("John speaks.", *names, present=("young",)) == [("John", "young")]
    assert _one("John speaks.", *names) == []
    assert _one("John speaks.", *names, present=("old", "young")) == []


def test_nobody_is_lit_before_they_are_met() -> None:
    story = tables(scene("one", beat("Bea is spoken of by Ali."), beat("Bea comes.", enter="bea"), present=["ali"]))
    assert _lit(story, 1) == [("Ali", "ali")]
    assert _lit(story, 2) == [("Bea", "bea")]


def test_a_revealed_name_is_lit_from_its_beat_on_and_the_old_one_still() -> None:
    story = tables(
        scene(
            "one",
            beat("The stranger, not yet Max."),
            beat("Max, he says.", reveal={"cy": {"name": "Max"}}),
            beat("The stranger is Max."),
            present=["cy"],
        )
    )
    story["character"][2]["name"] = "The stranger"
    assert [_lit(story, place) for place in (1, 2, 3)] == [
        [("The stranger", "cy")],
        [("Max", "cy")],
        [("The stranger", "cy"), ("Max", "cy")],
    ]


def test_emphasis_stays_around_a_lit_name() -> None:
    story = tables(scene("one", beat("It is *only Ali here* again."), present=["ali"]))
    spans = reading(story).reaching(Position(1)).moment(Position(1)).text[0].text[0]
    assert [(span.text, span.italic, span.link is not None) for span in spans] == [
        ("It is ", False, False),
        ("only ", True, False),
        ("Ali", True, True),
        (" here", True, False),
        (" again.", False, False),
    ]
