"""Where something stands, as it is written on the command line and in files."""

import pytest

from reader.position import Anchor, read_anchors


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("the-beach", [Anchor("the-beach", 1)]),
        ("the-beach:4", [Anchor("the-beach:4", 1), Anchor("the-beach", 4)]),
        ("act:1:scene:2", [Anchor("act:1:scene:2", 1), Anchor("act:1:scene", 2)]),
        ("act:one", [Anchor("act:one", 1)]),
        ("beach:", [Anchor("beach:", 1)]),
        ("beach:-1", [Anchor("beach:-1", 1)]),
        ("beach:٣", [Anchor("beach:٣", 1)]),
        ("beach:²", [Anchor("beach:²", 1)]),
        ("", [Anchor("", 1)]),
    ],
)
def test_the_whole_is_tried_as_an_id_first_then_the_last_colon_before_digits(written: str, meant: list[Anchor]) -> None:
    assert list(read_anchors(written)) == meant


def test_a_beat_of_any_number_of_digits_is_read() -> None:
    assert read_anchors("beach:" + "9" * 10_000)[1].scene == "beach"


def test_an_anchor_reads_as_it_is_written() -> None:
    assert str(Anchor("the-beach", 4, "Some words", end=True)) == "the-beach:4"
