"""The pictures of the README are what the app draws."""

from screenshots.make import stale


def test_the_pictures_are_current() -> None:
    assert list(stale()) == [], "run: python -m screenshots.make"
