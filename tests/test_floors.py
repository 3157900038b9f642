"""The floors of the design: imports point down only, and each file keeps to the house rules."""

from __future__ import annotations

import ast
import re
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "src" / "janadesh"

FLOORS = (
    {"deprecation", "errors", "model"},
    {"laws", "names", "plugins"},
    {"record"},
    {"packs", "sources"},
    {"analysis", "claims", "corpus", "count", "export"},
    {"assistant", "cli", "client", "desk"},
)
"""From the ground up. The package's own front (`__init__`, `lazily`) stands beside the floors and names them all."""

FRONT = {"__init__", "lazily"}


def files() -> list[Path]:
    return sorted(PACKAGE.rglob("*.py"))


def room(file: Path) -> str:
    """Name the module or sub-package directly under `janadesh` that a file belongs to."""
    return file.relative_to(PACKAGE).parts[0].removesuffix(".py")


@cache
def imported_rooms(file: Path) -> frozenset[str]:
    return frozenset(_imported_rooms(ast.parse(file.read_text(encoding="utf-8"))))


def _imported_rooms(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module == "janadesh":
            names = [f"janadesh.{alias.name}" for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are absolute"
            names = [node.module or ""]
        else:
            continue
        yield from (name.split(".")[1] for name in names if name.startswith("janadesh."))


def floor(name: str) -> int:
    return next(place for place, rooms in enumerate(FLOORS) if name in rooms)


def test_every_room_has_a_floor() -> None:
    rooms = {room(file) for file in files()} - FRONT

    assert rooms - set().union(*FLOORS) == set()


def test_imports_point_down_only() -> None:
    """What is asked of the record knows nothing of the faces that show it, and so on down to the nouns."""
    upward = [
        f"{file.relative_to(ROOT)} imports janadesh.{name}"
        for file in files()
        if room(file) not in FRONT
        for name in imported_rooms(file)
        if name not in FRONT | {"__version__"} and floor(name) > floor(room(file))
    ]

    assert upward == []


def test_rooms_of_one_floor_do_not_import_each_other_in_a_circle() -> None:
    """Claims may ask analysis and write with export; neither may ask back."""
    needs: dict[str, set[str]] = {}
    for file in files():
        needs.setdefault(room(file), set()).update(imported_rooms(file) - {room(file)} - FRONT - {"__version__"})

    def reaches(start: str, end: str, seen: frozenset[str] = frozenset()) -> bool:
        return any(
            name == end or (name not in seen and reaches(name, end, seen | {name})) for name in needs.get(start, set())
        )

    assert [name for name in needs if name not in FRONT and reaches(name, name)] == []


@pytest.mark.parametrize("file", sorted(PACKAGE.rglob("__init__.py")), ids=lambda file: str(file.relative_to(PACKAGE)))
def test_an_init_file_holds_no_code(file: Path) -> None:
    """Only a docstring, imports, `__all__` and `__version__`."""
    allowed = [
        node
        for node in ast.parse(file.read_text(encoding="utf-8")).body
        if not isinstance(node, ast.Import | ast.ImportFrom)
        and not _is_docstring(node)
        and not _is_types_only(node)
        and not _assigns(node, {"__all__", "__version__"})
    ]

    assert [ast.unparse(node) for node in allowed] == []


def _is_docstring(node: ast.stmt) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str)


def _is_types_only(node: ast.stmt) -> bool:
    return (
        isinstance(node, ast.If)
        and ast.unparse(node.test) == "TYPE_CHECKING"
        and all(isinstance(inner, ast.Import | ast.ImportFrom) for inner in node.body)
        and not node.orelse
    )


def _assigns(node: ast.stmt, names: set[str]) -> bool:
    return isinstance(node, ast.Assign) and {ast.unparse(target) for target in node.targets} <= names


def test_every_file_says_what_it_is_about() -> None:
    assert [
        str(file.relative_to(ROOT))
        for file in files()
        if ast.get_docstring(ast.parse(file.read_text(encoding="utf-8"))) is None
    ] == []


MACHINE = re.compile(r"/(?:root|home|Users|work)/[\w.]+/|/tmp/\w|[A-Z]:\\\\Users")
REGISTRY = re.compile(r"pypi\.org|pythonhosted\.org|registry\.npmjs|deb\.debian\.org|proxy\.golang", re.IGNORECASE)


def committed_texts() -> Iterator[tuple[str, str]]:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    for name in filter(None, listed.split("\0")):
        file = ROOT / name
        if file.is_file() and file != Path(__file__) and file.suffix not in {".mo", ".png", ".csv", ".woff2", ".ico"}:
            yield name, file.read_text(encoding="utf-8")


@pytest.mark.parametrize("pattern", [MACHINE, REGISTRY], ids=["path of a machine", "registry host"])
def test_no_committed_file_names_a_path_of_a_machine_or_a_registry(pattern: re.Pattern[str]) -> None:
    found = [f"{name}: {match[0]}" for name, text in committed_texts() for match in pattern.finditer(text)]

    assert found == []
