"""Names are lit in the text where they mean someone the reader has met."""

import pytest

from reader.companion.names import Names
from reader.companion.values import Person
from reader.position import Position
from tests.stories import Tables, beat, reading, scene, tables


def _lit(story: Tables, place: int) -> list[tuple[str, str]]:
    """What is lit in a beat: the words, and whose."""
    moment = reading(story).reaching(Position(place)).moment(Position(place))
    return [(span.text, span.link.id) for row in moment.text[-1].text for span in row if isinstance(span.link, Person)]


def _one(
    text: str, *names: tuple[str, str], present: tuple[str, ...] = (), language: str = "en"
) -> list[tuple[str, str]]:
    """What is lit in a text, with characters of these ids and names, all met."""
    people = tuple(dict.fromkeys(person for person, _ in names))
    met = scene("met", beat(enter=list(people)))
    story = tables(met, scene("one", beat(text), present=list(present)), people=people, language=language)
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


def _each(*names: str) -> tuple[tuple[str, str], ...]:
    """Each name the name of another person, whose id is made of it."""
    return tuple((f"p{number}", name) for number, name in enumerate(names))


def _words(text: str, *names: str, language: str = "en") -> list[str]:
    """Who is meant in a text, by the names of the story, each person having one."""
    people = dict(_each(*names))
    return [people[person] for _, person in _one(text, *_each(*names), language=language)]


@pytest.mark.parametrize(
    ("text", "names", "meant"),
    [
        (
            "The prices rose, and nobody will mark it; he may say grace. Will, May, Rose, Mark and Grace agree.",
            ["Will", "May", "Rose", "Mark", "Grace"],
            ["Will", "May", "Rose", "Mark", "Grace"],
        ),
        ("So i said; al dente, then. I, Al.", ["I", "Al"], ["I", "Al"]),
        ("The man from work. And the man from work.", ["the man from work"], ["the man from work"] * 2),
        ("the man from work", ["The man from work"], []),
        ("Van Helsing, van Helsing", ["van Helsing"], ["van Helsing"] * 2),
        ("D'Artagnan und d’Artagnan", ["d'Artagnan"], ["d'Artagnan"] * 2),
        ("der Fremde; Der Fremde", ["der Fremde"], ["der Fremde"] * 2),
        ("l'étranger. L'étranger. L’Étranger", ["l'étranger"], ["l'étranger"] * 2),
        ("ALI. Enter DON JOHN and the DOCTOR.", ["Ali", "Don John", "the Doctor"], ["Ali", "Don John", "the Doctor"]),
        ("STÉPHANIE; STRAUSS WEISS; McKay, MCKAY", ["Stéphanie", "Strauß", "Weiß", "McKay"],
         ["Stéphanie", "Strauß", "Weiß", "McKay", "McKay"]),
        ("INT. ANNA'S HOUSE. ANNA'S MAN, ANNA’s man", ["Anna", "Anna's man"], ["Anna", "Anna's man", "Anna's man"]),
        ("THE MAN FROM WORK, The Man From Work", ["the man from work"], ["the man from work"]),
        ("HAL is not Hal.", ["HAL", "Hal"], ["HAL", "Hal"]),
        ("aNNA, AnnA, ANna", ["Anna"], []),
        ("ΆΝΝΑ? ΑΝΝΑ. Άννα!", ["Άννα"], ["Άννα", "Άννα"]),
    ],
)  # fmt: skip
def test_case_counts_but_for_small_names_at_a_start_and_names_in_capitals(
    text: str, names: list[str], meant: list[str]
) -> None:
    assert _words(text, *names, language="el" if "Ά" in text else "en") == meant


def test_the_language_decides_the_capitals_of_a_name() -> None:
    assert _words("ALİ, ALI; İmam, Imam", "Ali", "imam", language="tr") == ["Ali", "imam"]
    assert _words("ALİ, ALI; İmam, Imam", "Ali", "imam", language="en") == ["Ali", "imam"]
    assert _one("ALİ, ALI", ("a", "Ali"), language="tr") == [("ALİ", "a")]
    assert _one("ALİ, ALI", ("a", "Ali"), language="en") == [("ALI", "a")]
    assert _one("IJsbrand, Ijsbrand", ("a", "ijsbrand"), language="nl") == [("IJsbrand", "a")]


@pytest.mark.parametrize(
    ("text", "names", "meant"),
    [
        ("Jean-Paul rang; so did Anna-Lena, Jo-Anna, Al-Rashid and O'Neill.", ["Jean", "Anna", "Al", "Neill"], []),
        ("JEAN-PAUL, O'NEILL, O’NEILL", ["Jean", "Neill"], []),
        ("Anna-Marie; Anna-Marie-Louise", ["Anna", "Anna-Marie"], ["Anna-Marie"]),
        ("Sam-like, Sam's, Sam’s, ex-Sam; SAM'S", ["Sam"], ["Sam"] * 5),
        ("the man-eater, the man's, the man—and", ["the man"], ["the man", "the man"]),
        ("Anna—Marie, Anna – Marie, Anna--Marie, Anna/Marie", ["Anna"], ["Anna"] * 4),
        ("‘Anna’, 'Anna', “Anna”, «Anna», ‘Anna’s’", ["Anna"], ["Anna"] * 5),
        ("James' hat, James’ hat, James's", ["James"], ["James"] * 3),
        ("Annas Hut, Hannah, Annabel, Anna_b, Anna2", ["Anna"], []),
        ("l'Anna, d’Anna, qu'Anna; L'Anna", ["Anna"], ["Anna"] * 3),
        ("d'Artagnan; Artagnan", ["d'Artagnan", "Artagnan"], ["d'Artagnan", "Artagnan"]),
        ("María-José, ¿José?, ¡José!", ["José"], ["José", "José"]),
        ("Gal·la i Gal", ["Gal"], ["Gal"]),
        ("Ali'ye, Ali’nin", ["Ali"], ["Ali", "Ali"]),
        ("J.R.R. and J.R., J.R.'s", ["J.R."], ["J.R.", "J.R."]),
        ("and then...Anna. He said.Anna!Anna", ["Anna"], ["Anna"] * 3),
        ("Henry VI, Henry V, K. and K.L.", ["Henry V", "K."], ["Henry V", "K."]),
        ("M. John; St. John, J. Smith", ["John", "St. John", "Smith"], ["John", "St. John", "Smith"]),
        ("علي، عليها. علي\u200cرضا", ["علي"], ["علي"]),
        ("علی\u200cرضا آمد", ["علی", "علی\u200cرضا"], ["علی\u200cرضا"]),
        ("राम, रामा, रामायण, राम।", ["राम"], ["राम", "राम"]),
        ("सीता सीतापति असीता", ["सीता"], ["सीता"]),
        ("क्\u200dषमा", ["क्"], []),
        ("민수, 민수는", ["민수"], ["민수"]),
        ("בן־גוריון גוריון", ["גוריון"], ["גוריון"]),
        ("Jose\u0301 e Jose", ["Jose"], ["Jose"]),
        ("x\u0331Anna, Anna\u0331", ["Anna"], []),
        ("Ann\u200da, Anna\u200dn, Anna\u200c dort", ["Anna"], ["Anna"]),
    ],
)  # fmt: skip
def test_nothing_is_lit_inside_a_longer_name(text: str, names: list[str], meant: list[str]) -> None:
    assert _words(text, *names) == meant


@pytest.mark.parametrize(
    ("text", "names", "meant"),
    [
        ("O’Brien, O'Brien, OʼBrien, O‘Brien", ["O'Brien"], ["O'Brien"] * 4),
        ("Sarah’s friend, Sarah's friend", ["Sarah", "Sarah's friend"], ["Sarah's friend"] * 2),
        ("Mr.\u00a0Smith, Mr.\u202fSmith, Mr. Smith", ["Mr. Smith"], ["Mr. Smith"] * 3),
        ("St.\u00a0John waited; M.\u00a0John did not.", ["John", "St. John"], ["St. John", "John"]),
        ("Anna\u2011Marie, Anna\u2010Marie, Anna-Marie", ["Anna", "Anna-Marie"], ["Anna-Marie"] * 3),
        ("Anna-Marie, O'Brien", ["Anna\u2011Marie", "O’Brien"], ["Anna\u2011Marie", "O’Brien"]),
        ("An\u00adna and O'Bri\u00aden, Pe\u2060ter", ["Anna", "O'Brien", "Peter"], ["Anna", "O'Brien", "Peter"]),
        ("Anna", ["An\u00adna"], ["An\u00adna"]),
        ("Mr.\nSmith", ["Mr. Smith"], ["Mr. Smith"]),
    ],
)
def test_signs_that_programs_exchange_are_one(text: str, names: list[str], meant: list[str]) -> None:
    assert _words(text, *names) == meant


@pytest.mark.parametrize(
    ("text", "names", "meant"),
    [
        ("那天下午，李雷走进咖啡馆，韩梅梅没有抬头。", ["李雷", "韩梅梅"], ["李雷", "韩梅梅"]),
        ("太郎は来た。花子と太郎", ["太郎", "花子"], ["太郎", "花子", "太郎"]),
        ("สมศักดิ์เดินเข้ามา", ["สมศักดิ์", "สม"], ["สมศักดิ์"]),
        ("เขาชื่อสมชายนะ", ["สมชาย"], ["สมชาย"]),
        ("เสมอ", ["สม"], []),
        ("กีตาร์", ["ก"], []),
        ("ທ້າວຄຳມາ", ["ຄຳ"], ["ຄຳ"]),
        ("លោកសុខាមកដល់", ["សុខា"], ["សុខា"]),
        ("ស្ករ", ["ស", "ក"], []),
        ("မောင်မောင်လာသည်", ["မောင်မောင်"], ["မောင်မောင်"]),
        ("Anna走进来，看见Li", ["Anna", "Li"], ["Anna", "Li"]),
        ("アンナさん、アンはアンドロイド", ["アン"], ["アン"]),
        ("アンナさん", ["アンナ"], ["アンナ"]),
        ("李雷雷", ["李雷", "李雷雷"], ["李雷雷"]),
        ("李\n雷", ["李雷"], ["李雷"]),
        ("*李*雷，李**雷**", ["李雷"], ["李雷", "李雷", "李雷", "李雷"]),
    ],
)
def test_scripts_without_spaces_have_names_within_their_runs(text: str, names: list[str], meant: list[str]) -> None:
    assert _words(text, *names, language="zh") == meant


def test_names_are_found_in_the_words_whatever_is_emphasized() -> None:
    names = (("anna", "Anna"), ("am", "Anna-Marie"), ("doc", "the Doctor"))
    assert _one("**Anna**-Marie and the *Doctor* came.", *names) == [
        ("Anna", "am"),
        ("-Marie", "am"),
        ("the ", "doc"),
        ("Doctor", "doc"),
    ]
    assert _one("**Anna**-Lena, *Jo*-Anna", ("anna", "Anna")) == []


def test_thousands_of_names_with_one_first_word_are_searched_at_once() -> None:
    names = Names()
    for number in range(20_000):
        names.add(f"Mr. Smith the {number}th", Position(1), f"p{number}")
    text = "Mr. Smith the 19999th met Mr. Smith. " * 500
    found = list(names.found(text, Position(1), ()))
    assert [person for _, _, person in found] == ["p19999"] * 500


@pytest.mark.parametrize("text", ["Anna'" * 4_000, "Anna-" * 4_000, "a" * 20_000, "Anna\u0331" * 3_000, "太郎" * 9_000])
def test_no_text_takes_long_to_search(text: str) -> None:
    names = Names()
    for name in ("Anna", "太郎", "a"):
        names.add(name, Position(1), name)
    list(names.found(text, Position(1), ()))


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
