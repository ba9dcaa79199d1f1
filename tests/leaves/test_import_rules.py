"""The rooms and which others each may import, checked by reading the import statements of every file."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

import reader

PACKAGE = Path(reader.__file__).parent
LEAVES = {"problems", "text", "scripts", "language", "toml", "position"}
MAY_IMPORT = {
    **dict.fromkeys(LEAVES, LEAVES),
    "story": LEAVES | {"story"},
    "companion": LEAVES | {"story", "companion"},
    "shelf": LEAVES | {"shelf"},
    "session": LEAVES | {"companion", "shelf", "session"},
    "tui": LEAVES | {"companion", "shelf", "session", "tui"},
    "cli": LEAVES | {"story", "companion", "shelf", "session", "tui", "cli", ""},
    "__main__": {"cli"},
    "": set[str](),
}
SCREENS = {"textual", "rich"}


@cache
def modules() -> dict[str, Path]:
    """Every module of the program by its dotted name."""
    found = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        steps = path.relative_to(PACKAGE.parent).with_suffix("").parts
        found[".".join(steps[:-1] if steps[-1] == "__init__" else steps)] = path
    return found


@cache
def imports(module: str) -> frozenset[str]:
    """What a module imports, wherever the statement stands in it."""
    return frozenset(_imports(ast.parse(modules()[module].read_text())))


def _imports(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports must be absolute, so that this test can read them"
            assert node.module
            for name in node.names:
                inner = f"{node.module}.{name.name}"
                yield inner if inner in modules() else node.module


def room(module: str) -> str:
    """The room or leaf a module belongs to: "story" of reader.story.load, "" of reader itself."""
    return module.split(".")[1] if "." in module else ""


def test_every_module_belongs_to_a_room_or_is_a_leaf() -> None:
    assert {room(module) for module in modules()} == MAY_IMPORT.keys()


@pytest.mark.parametrize("module", modules())
def test_a_module_imports_only_the_rooms_its_room_may_know(module: str) -> None:
    known = {room(name) for name in imports(module) if name.split(".")[0] == "reader"}
    assert known <= MAY_IMPORT[room(module)]


@pytest.mark.parametrize("module", [module for module in modules() if room(module) in ("session", "tui")])
def test_neither_session_nor_screen_has_the_index_which_knows_the_future(module: str) -> None:
    assert "reader.companion.index" not in imports(module)


@pytest.mark.parametrize("module", [module for module in modules() if room(module) != "tui"])
def test_no_room_but_tui_imports_textual_or_rich(module: str) -> None:
    assert not {name.split(".")[0] for name in imports(module)} & SCREENS


def test_no_module_imports_another_that_imports_it() -> None:
    own = {module: {name for name in imports(module) if name in modules()} for module in modules()}
    TopologicalSorter(own).prepare()


def test_the_rooms_without_screens_are_imported_without_textual() -> None:
    others = [module for module in modules() if room(module) not in ("tui", "__main__") and module != "reader.cli.read"]
    code = f"import sys, {', '.join(others)}\nprint(sorted({SCREENS!r} & sys.modules.keys()))"
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout == "[]\n"
