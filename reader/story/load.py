"""Loads a story file scene by scene: the result is a sound `Story`, or every problem that was found."""

import os
import re
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from reader.problems import Problem, Problems
from reader.story.check import find_faults
from reader.story.model import FORMAT, Head, Scene, Story
from reader.story.warnings import TOML_1_1, find_warnings
from reader.story.wording import Fault, Scenes, faults_of, problems_of
from reader.text import clean_line
from reader.toml import Progress, TomlError, beyond_1_0, decode, parse

LARGEST_FILE = 128 * 1024 * 1024
"""The most bytes of a story file, unless the user lifts the limit."""
LONGEST_ID = 64
NEEDED = "A story needs format = 1, a [story] with id and title, and a [[scene]] with a [[scene.beat]]."

_SCENE_LINE = re.compile(r"""^[ \t]*\[\[[ \t]*(?:scene|"scene"|'scene')[ \t]*\]\][ \t]*(?:#[^\n]*)?\r?$""", re.M)


def _ignore(_: float) -> None:
    pass


@dataclass(frozen=True, slots=True)
class Checked:
    """A sound story, and warnings for its author; None if there are no warnings."""

    story: Story
    warnings: Problems | None


def check_story(path: Path, largest: int = LARGEST_FILE) -> Checked | Problems:
    """Read a story file, and collect warnings for its author too.

    Args:
        path: The file, as the problems will name it.
        largest: The most bytes that the file may have.

    Returns:
        The sound story with its warnings, or all problems that were found.
    """
    loaded = _load(path, _ignore, largest)
    if isinstance(loaded, Problems):
        return loaded
    warnings = problems_of(find_warnings(loaded.story), loaded.scenes)
    if TOML_1_1 not in loaded.story.story.allow and (newer := beyond_1_0(loaded.text)):
        message = f"warning: {newer.message} ({TOML_1_1})"
        warnings = (replace(newer, message=message), *warnings)
    return Checked(loaded.story, Problems.of(warnings, clean_line(os.fspath(path))) if warnings else None)


def load_story(path: Path, progress: Progress = _ignore, largest: int = LARGEST_FILE) -> Story | Problems:
    """Read a story file.

    Args:
        path: The file, as the problems will name it.
        progress: Called after each scene with how much of the file is done, from 0 to 1.
        largest: The most bytes that the file may have.

    Returns:
        The sound story, or all problems that were found.
    """
    loaded = _load(path, progress, largest)
    return loaded if isinstance(loaded, Problems) else loaded.story


@dataclass(frozen=True, slots=True)
class _Loaded:
    """A sound story, the ids and lines of its scenes, and the text of the file."""

    story: Story
    scenes: Scenes
    text: str


def _load(path: Path, progress: Progress, largest: int) -> _Loaded | Problems:
    name = clean_line(os.fspath(path))
    data = read_file(path, largest)
    if isinstance(data, Problems):
        return data
    try:
        text = decode(data)
        del data
        if not text.strip():
            return Problems.one("this file is empty", NEEDED, name)
        return _load_text(text, name, progress)
    except TomlError as error:
        return Problems.of([error.problem], name)


def read_file(path: Path, largest: int) -> bytes | Problems:
    """Read a regular file.

    Args:
        path: The file.
        largest: The most bytes that it may have.

    Returns:
        The bytes, or the problem because of which the file is not read.
    """
    name = clean_line(os.fspath(path))
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            return Problems.one("this is a folder, not a story file", "Name the .toml file in it.", name)
        if not stat.S_ISREG(status.st_mode):
            return Problems.one("this is not a regular file", "Name a .toml file.", name)
        if status.st_size > largest:
            size = f"{status.st_size:,} bytes, more than the limit of {largest:,}"
            return Problems.one(f"this file has {size}", "--any-size lifts the limit.", name)
        with path.open("rb") as file:
            return file.read(status.st_size + 1)
    except FileNotFoundError:
        return Problems.one("there is no such file", "", name)
    except PermissionError:
        return Problems.one("this file may not be read", "Change its permissions.", name)
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        return Problems.one(f"this file cannot be read: {reason}", "", name)


class _WrongCutError(Exception):
    """The text cannot be parsed in pieces, so it must be parsed as a whole."""


@dataclass(frozen=True, slots=True)
class _Piece:
    """The head of the file, or one scene with the line of its `[[scene]]` header, counted from 1, if known."""

    table: Any
    line: int | None = None


def _load_text(text: str, name: str, progress: Progress) -> _Loaded | Problems:
    cuts = [match.start() for match in _SCENE_LINE.finditer(text)]
    try:
        return _build(_in_pieces(text, cuts, progress), name, text)
    except _WrongCutError:
        return _build(_whole(text, cuts), name, text)


def _in_pieces(text: str, cuts: Sequence[int], progress: Progress) -> Iterator[_Piece]:
    """Parse the head and each scene one by one.

    Raises:
        _WrongCutError: A cut is inside a string, other tables follow a scene, or there is an error. Parsing the whole
            text then finds out which.
    """
    line = 1
    for start, end in pairwise((0, *cuts, len(text))):
        piece = text[start:end]
        try:
            tables = parse(piece)
        except TomlError as error:
            raise _WrongCutError from error
        if start == 0:
            if "scene" in tables and cuts:
                raise _WrongCutError
            yield from _tables(tables, [])
        elif tables.keys() != {"scene"} or len(tables["scene"]) != 1:
            raise _WrongCutError
        else:
            yield _Piece(tables["scene"][0], line)
        line += piece.count("\n")
        progress(end / len(text) if text else 1.0)


def _whole(text: str, cuts: Sequence[int]) -> Iterator[_Piece]:
    yield from _tables(parse(text), [text.count("\n", 0, cut) + 1 for cut in cuts])


def _tables(tables: dict[str, Any], lines: Sequence[int]) -> Iterator[_Piece]:
    scenes = tables.get("scene")
    if not isinstance(scenes, list):
        yield _Piece(tables)
        return
    del tables["scene"]
    yield _Piece(tables)
    known = lines if len(lines) == len(scenes) else [None] * len(scenes)
    for scene, line in zip(scenes, known, strict=True):
        yield _Piece(scene, line)


def _build(pieces: Iterator[_Piece], name: str, text: str) -> _Loaded | Problems:
    faults: list[Fault] = []
    try:
        head = _head(next(pieces).table)
    except ValidationError as error:
        head = None
        faults += faults_of(error)
    scenes: list[Scene] = []
    ids: list[str | None] = []
    lines: list[int | None] = []
    for number, piece in enumerate(pieces):
        ids.append(_id_of(piece.table))
        lines.append(piece.line)
        try:
            scenes.append(Scene.model_validate(piece.table))
        except ValidationError as error:
            faults += faults_of(error, ("scene", number))
    if head is None or faults:
        return Problems.of(problems_of(faults, Scenes(ids, lines)), name)
    fields = {key: getattr(head, key) for key in Head.model_fields}
    story = Story.model_construct(**fields, scenes=tuple(scenes))
    faults += find_faults(story)
    if faults:
        return Problems.of(problems_of(faults, Scenes(ids, lines)), name)
    return _Loaded(story, Scenes(ids, lines), text)


def _id_of(scene: Any) -> str | None:
    written = scene.get("id") if isinstance(scene, dict) else None
    return clean_line(written)[:LONGEST_ID] if isinstance(written, str) else None


def _head(table: dict[str, Any]) -> Head:
    written = table.get("format")
    if isinstance(written, int) and written > FORMAT:
        message = f"this story is in format {written}; this program reads format {FORMAT}"
        raise TomlError(Problem(message, "A newer version of the program is needed: pip install -U companion-reader"))
    return Head.model_validate(table)
