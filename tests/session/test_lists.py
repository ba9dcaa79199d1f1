"""Lists: moving through rows and choosing one, the same in every list; and the stack that views lie on."""

from dataclasses import replace
from pathlib import Path

import pytest

from reader.companion.reading import Reading
from reader.position import Position
from reader.session.bookmarks import NamePrompt
from reader.session.jumping import jump
from reader.session.links import AskWhy, GoTo, OpenCard, TogglePerson
from reader.session.lists import roll, roll_companion, roll_scenes
from reader.session.state import ListView, Move, Step, TextView, View
from reader.session.views.bookmarks import BookmarksView
from reader.session.views.card import CardView
from reader.session.views.cast import CastView
from reader.session.views.companion import CompanionView
from reader.session.views.keys import KeysView
from reader.session.views.recap import RecapView
from reader.session.views.scenes import ScenesView
from reader.session.views.why import WhyView
from tests.session.sessions import Session
from tests.session.states import after, at
from tests.stories import beat, reading, scene, tables


def _jumping(position: int) -> Move:
    return lambda state: Step(jump(state, Position(position)))


def story() -> Reading:
    """Ali and Bea on stage, bound and with something between them; then Cy in a scene of his own."""
    shift = {"from": "ali", "to": "bea", "set": 3, "because": "So it is."}
    bond = {"between": ["ali", "bea"], "is": "neighbours"}
    learn = {"ali": {"work": "Rows."}}
    first = scene("one", beat("Ali.", learn=learn, bond=bond), beat("Bea.", shift=shift), present=["ali", "bea"])
    again = beat("Cy.", learn={"ali": {"work": "Sails."}})
    return reading(tables({**first, "summary": "They meet."}, scene("two", again, present=["cy"])))


@pytest.fixture
def session(tmp_path: Path) -> Session:
    """A reader at the third beat."""
    return Session(story(), tmp_path, at=3)


def go(position: int) -> GoTo:
    """A link to a position."""
    return GoTo(Position(position))


def opened(session: Session) -> View:
    """The view that is open."""
    return session.state.view


def rows(session: Session) -> list[object]:
    """Where the rows of the open list lead."""
    assert isinstance(session.state.view, ListView)
    return list(session.state.view.rows(session.state))


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("O'Brien", "O’Brien"),
        ("O’Brien", "o'b"),
        ("Mr. Smith", "mr.\u00a0smith"),
        ("Anna\u2011Marie", "anna-m"),
        ("Łukasz", "lukasz"),
        ("Søren", "soren"),
        ("Işık", "isik"),
        ("Đorđe", "dorde"),
        ("Stéphanie", "Ste\u0301ph"),
        ("An\u00adna", "anna"),
        ("李雷", "雷"),
    ],
)
def test_the_cast_is_searched_whatever_signs_write_a_name(name: str, typed: str, tmp_path: Path) -> None:
    called = tables(scene("one", beat(), present=["ali", "bea"]), people=("ali", "bea"))
    called["character"][0]["name"] = name
    session = Session(reading(called), tmp_path, at=1)
    session.give("cast", "look-for")
    session.type(typed)
    assert rows(session) == [OpenCard("ali")]


def test_each_list_leads_where_its_rows_say(session: Session) -> None:
    session.give("scenes")
    assert rows(session) == [go(1), go(3)]
    session.give("filter")
    assert rows(session) == [TogglePerson("ali"), TogglePerson("bea"), TogglePerson("cy")]
    session.give("cast")
    assert rows(session) == [OpenCard("ali"), OpenCard("bea"), OpenCard("cy")]
    session.give("recap")
    assert rows(session) == [go(1)]
    session.give("why")
    assert rows(session) == [go(2)]
    session.give("close", "bookmark", "bookmarks")
    assert rows(session) == [go(3)]


def test_a_card_leads_to_bonds_then_facts_newest_first_then_meters(session: Session) -> None:
    session.give("cast", "choose")
    assert rows(session) == [OpenCard("bea"), go(3), go(1), AskWhy(("ali", "bea"))]


def test_a_chosen_row_takes_the_cursor_along(session: Session) -> None:
    session.give("cast")
    session.choose(2)
    assert opened(session) == CardView("cy")
    session.give("close")
    assert opened(session) == CastView(cursor=2)


def test_the_cursor_stops_at_both_ends(session: Session) -> None:
    session.give("cast", "up")
    assert opened(session) == CastView()
    session.give("down", "down", "down", "down")
    assert opened(session) == CastView(cursor=2)
    session.give("top")
    assert opened(session) == CastView()
    session.give("bottom")
    assert opened(session) == CastView(cursor=2)


def test_a_page_down_leaves_one_row_in_sight(session: Session) -> None:
    session.give("cast", "page-down")
    assert opened(session) == CastView(cursor=2)
    session.give("page-up")
    assert opened(session) == CastView()


def test_escape_returns_to_each_view_below_as_it_was_left(session: Session) -> None:
    session.give("cast", "down", "choose", "choose")
    assert session.state.views == (TextView(), CastView(cursor=1), CardView("bea"), CardView("ali"))
    session.give("why", "keys")
    assert opened(session) == KeysView(WhyView(("ali", "bea")))
    for below in (WhyView(("ali", "bea")), CardView("ali"), CardView("bea"), CastView(cursor=1), TextView()):
        session.give("close")
        assert opened(session) == below


def test_escape_first_takes_back_what_the_cast_is_narrowed_by(session: Session) -> None:
    session.give("cast", "look-for")
    session.type("be")
    assert rows(session) == [OpenCard("bea")]
    session.give("close")
    assert rows(session) == [OpenCard("ali"), OpenCard("bea"), OpenCard("cy")]
    assert opened(session) == CastView()


def test_the_cast_stays_sorted_as_chosen_when_it_is_opened_again(session: Session) -> None:
    session.give("cast", "order")
    sorted_by_last_seen = rows(session)
    assert sorted_by_last_seen == [OpenCard("cy"), OpenCard("ali"), OpenCard("bea")]
    session.give("close", "cast")
    assert rows(session) == sorted_by_last_seen


def test_after_the_last_bookmark_is_removed_the_cursor_is_on_the_one_before(session: Session) -> None:
    session.give("bookmark", "back", "bookmark", "bookmarks", "bottom", "remove")
    assert rows(session) == [go(2)]
    session.give("choose")
    assert session.state.place == 2


def test_the_name_of_a_person_in_the_text_leads_to_their_card(session: Session) -> None:
    session.give("first", "frontier", "back", "who")
    assert session.state.notice
    assert session.state.notice.text == "Enter opens the card · Esc leaves"
    session.give("yes")
    assert opened(session) == CardView("bea")


def test_escape_at_a_prompt_leaves_the_prompt_and_the_list_stays_open(session: Session) -> None:
    session.give("bookmark", "bookmarks", "note", "close")
    assert session.state.prompt is None
    assert opened(session) == BookmarksView()
    assert session.state.notice is None


def test_the_wheel_goes_through_what_was_read_and_never_beyond() -> None:
    at_frontier = after(roll(1), at(3))
    assert (at_frontier.place, at_frontier.reading.frontier) == (3, 3)
    assert at_frontier.notice
    assert at_frontier.notice.text == "This is as far as you have read. Space reads on."
    assert after(roll(1), at(2, frontier=3)).place == 3
    assert after(roll(-1), at(2)).place == 1


def test_the_wheel_over_the_scenes_opens_their_list_at_the_readers_scene() -> None:
    assert after(roll_scenes(-1), at(4)).view == ScenesView(cursor=0)
    assert after(roll_scenes(1), at(4)).view == ScenesView(cursor=1)


def test_the_wheel_over_the_companion_opens_it_and_another_open_list_goes_first() -> None:
    assert after(roll_companion(1), at(4)).view == CompanionView()
    assert after(roll_companion(1), after(roll_companion(1), at(4))).view == CompanionView()
    assert after(roll_companion(1), replace(at(4), views=(TextView(), CastView()))).view == CastView(cursor=1)


def test_the_companion_leads_to_cards_and_to_why(session: Session) -> None:
    session.give("back", "side")
    assert rows(session) == [OpenCard("ali"), OpenCard("bea"), AskWhy(("ali", "bea"))]
    session.give("bottom", "choose")
    assert opened(session) == WhyView(("ali", "bea"))
    session.give("close")
    assert opened(session) == CompanionView(cursor=2)
    session.give("side")
    assert opened(session) == TextView()


def test_before_the_story_nobody_is_on_stage(session: Session) -> None:
    session.give("first", "side")
    assert opened(session) == TextView()
    assert session.state.notice
    assert session.state.notice.text == "Nobody is on stage on this page."


@pytest.mark.parametrize(("place", "cursor"), [(1, 0), (2, 0), (3, 1), (4, 1), (5, 2), (6, 2), (7, 2), (0, 0)])
def test_the_bookmarks_open_at_the_nearest_at_or_before_the_reader(tmp_path: Path, place: int, cursor: int) -> None:
    story = reading(tables(scene("one", *(beat(f"Beat {number}.") for number in range(6)))))
    reader = Session(story, tmp_path, at=7)
    for marked in (1, 3, 5):
        reader.make(_jumping(marked))
        reader.give("bookmark")
    reader.make(_jumping(place))
    reader.give("bookmarks")
    assert opened(reader) == BookmarksView(cursor=cursor)
    reader.give("bookmarks")
    assert opened(reader) == TextView()


def test_the_story_so_far_opens_at_its_newest_summary(tmp_path: Path) -> None:
    scenes = [scene(f"s{number}", beat(), summary=f"{number}.") for number in range(5)]
    reader = Session(reading(tables(*scenes)), tmp_path, at=5)
    reader.give("recap")
    assert opened(reader) == RecapView(cursor=3)
    reader.give("close", "back", "recap")
    assert opened(reader) == RecapView(cursor=2)
    reader.give("recap", "first", "recap")
    assert opened(reader) == RecapView()


def test_enter_names_what_was_just_kept_also_while_names_are_walked(session: Session) -> None:
    session.give("first", "frontier", "back", "who", "bookmark", "yes")
    assert isinstance(session.state.prompt, NamePrompt)
