"""The benchmarks run, so that they do not rot; what they print is for people."""

from reader.companion.reading import Reading
from tests.benchmarks.companion import rows


def test_the_companions_table_has_a_row_for_every_query() -> None:
    table = list(rows(400))
    assert table[0] == "400 beats in 10 scenes, 300 people"
    rows_of = {row[:24].strip() for row in table[3:]}
    asked = {name for name, value in vars(Reading).items() if callable(value) and not name.startswith("_")}
    # What makes another reading is no query; what is asked in other words has a row by these.
    others = {"of", "reaching", "knowing", "hiding_length", "afresh"}
    words = {"find": "find an anchor", "find_read": "find a bookmark", "thread": "thread of two", "has_met": "met"}
    words |= {"has_scene": "find an anchor"}
    assert {words.get(name, name.replace("_", " ")) for name in asked - others} <= rows_of
    assert rows_of >= {"known", "a step, drawn"}
