"""Makes the pictures beside it: `python -m screenshots.make`; with `--check` it says which are stale."""

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.driving import Driven, Setting, drive

FOLDER = Path(__file__).parent


@dataclass(frozen=True)
class Picture:
    """A picture: where in the story, how large, and what is pressed.

    Attributes:
        name: Of the file, without `.svg`.
        at: Scene and beat, as `--at` takes it; the opening page, if empty.
        keys: Pressed one after another; `b` waits until the bookmark is on the shelf.
    """

    name: str
    at: str
    keys: str = ""
    size: tuple[int, int] = (120, 36)
    dark: bool = True


PICTURES = (
    Picture("opening", ""),
    Picture("reading", "the-beach:4"),
    Picture("meter-moved", "the-beach:5"),
    Picture("filter", "the-money:3", "f down down down enter"),
    Picture("bookmarks", "the-beach:6", "b p p b n n B"),
    Picture("end", "warsaw:5", "space"),
    Picture("why", "the-money:3", "w"),
    Picture("card", "the-beach:6", "i enter"),
    Picture("recap", "the-old-club:1", "r"),
    Picture("medium", "the-beach:5", size=(80, 24)),
    Picture("narrow", "the-beach:5", size=(50, 20)),
    Picture("light", "the-beach:5", dark=False),
)


def draw(picture: Picture) -> str:
    """A picture as SVG."""
    drawn: list[str] = []

    async def act(reader: Driven) -> None:
        for key in picture.keys.split():
            await (reader.keep() if key == "b" else reader.press(key))
        await reader.settle()
        drawn.append(reader.picture())

    with TemporaryDirectory() as folder:
        drive(Setting(Path(folder), size=picture.size, at=picture.at, dark=picture.dark), act)
    return drawn[0]


def stale() -> Iterator[str]:
    """The names of pictures that are not what the app draws now."""
    for picture in PICTURES:
        path = FOLDER / f"{picture.name}.svg"
        if not path.is_file() or path.read_text(encoding="utf-8") != draw(picture):
            yield path.name


def main() -> int:
    """Make the pictures, or check them; returns the exit code."""
    if "--check" in sys.argv[1:]:
        old = list(stale())
        print(f"stale: {', '.join(old)}" if old else "The pictures are current.")
        return 1 if old else 0
    for picture in PICTURES:
        (FOLDER / f"{picture.name}.svg").write_text(draw(picture), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
