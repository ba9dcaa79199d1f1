"""The benchmarks run, so that they do not rot; what they print is for people."""

from tests.benchmarks.companion import rows


def test_the_companions_table_has_a_row_for_every_query() -> None:
    table = list(rows(400))
    assert table[0] == "400 beats in 10 scenes, 300 people"
    assert {row[:24].strip() for row in table[3:]} >= {"known", "moment", "card", "why", "recap", "a step, drawn"}
