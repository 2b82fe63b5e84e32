"""Above the seam nobody knows which engine there is, nor what it is made of."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
ENGINES = ROOT / "search" / "engine" / "whoosh"
ABOVE = [
    file
    for folder in ("search", "tui")
    for file in sorted((ROOT / folder).rglob("*.py"))
    if ENGINES not in file.parents
]
MARKS = ROOT / "search" / "marks"
"""What keeps marks, and no articles, in a database of its own."""
CHOICE = ROOT / "search" / "engine" / "engine_choice.py"


def imported(file: Path) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module)
            names.update(f"{node.module}.{alias.name}" for alias in node.names)
    return names


def constants(file: Path) -> set[str]:
    tree = ast.parse(file.read_text("utf-8"))
    return {
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }


def test_one_place_chooses_the_engine() -> None:
    knowing = [file for file in ABOVE if any("engine.whoosh" in one for one in imported(file))]
    assert knowing == [CHOICE]


@pytest.mark.parametrize("file", ABOVE, ids=lambda file: str(file.relative_to(ROOT)))
def test_no_array_exception_or_file_of_an_engine_is_known_above(file: Path) -> None:
    names = imported(file)
    kept_from = {"numpy"} if MARKS in file.parents else {"numpy", "sqlite3"}
    assert not any(one.partition(".")[0] in kept_from for one in names)
    if file.parent.name != "text":
        assert not any(one.partition(".")[0] == "whoosh" for one in names)
    assert "DamagedError" not in {one.rpartition(".")[2] for one in names}
    known = ("manifest.arrays", "stories.arrays", "*.toc", "g-*")
    assert constants(file).isdisjoint(known)


def test_no_engine_loads_before_a_library_is_opened() -> None:
    code = (
        "import sys, search.engine; from search import Desk, bundled, load_first_page;"
        "print(*(m for m in sys.modules if m in ('numpy', 'whoosh.index', 'search.engine.whoosh')));"
        "Desk(bundled()); print('search.engine.whoosh' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, check=True, capture_output=True, text=True
    )
    assert done.stdout.split() == ["True"]
