"""Rules of the house that no linter knows."""

from __future__ import annotations

import ast
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

ROOT = Path(__file__).parents[1]
ROOMS = ("search", "tui", "tests", "benchmarks", "docs", ".ci")
SILENT = re.compile(
    r"# noqa(?!: [A-Z0-9, ]+ - \S)"
    r"|# type: ignore(?!\[[a-z, -]+\] {1,2}# \S)"
)
LONGEST = 50
"""Lines a function may have, from `def` to its end."""


def files(rooms: Sequence[str]) -> Iterator[Path]:
    """Give every Python file of some rooms but this one, which has to name what it forbids."""
    for room in rooms:
        for file in sorted((ROOT / room).rglob("*.py")):
            if file != Path(__file__):
                yield file


def long_functions(text: str) -> Iterator[tuple[int, str]]:
    """Give where each function begins that is too long, and what it is called and how long."""
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            lines = (node.end_lineno or node.lineno) - node.lineno + 1
            if lines > LONGEST:
                yield node.lineno, f"{node.name} has {lines} lines"


def test_whatever_is_kept_from_a_checker_says_why() -> None:
    silent = [
        f"{file.relative_to(ROOT)}:{number}"
        for file in files(ROOMS)
        for number, line in enumerate(file.read_text("utf-8").splitlines(), 1)
        if SILENT.search(line)
    ]
    assert silent == []


@pytest.mark.parametrize(
    ("line", "silent"),
    [
        ("import this  # noqa: F401 - for its verses", False),
        ("import this  # noqa: F401", True),
        ("import this  # noqa", True),
        ("x = y  # type: ignore[assignment]  # one per bar", False),
        ("x = y  # type: ignore[assignment, misc] # one per bar", False),
        ("x = y  # type: ignore[assignment]", True),
        ("x = y  # type: ignore  # one per bar", True),
        ("x = y  # one per bar", False),
    ],
)
def test_a_reason_is_told_from_none(line: str, silent: bool) -> None:
    assert bool(SILENT.search(line)) is silent


def test_no_function_is_too_long_to_be_seen_at_once() -> None:
    """It is counted from the line of its `def`, without decorators, to its last."""
    long = [
        f"{file.relative_to(ROOT)}:{number}: {said}"
        for file in files(("search", "tui", "tests", "benchmarks"))
        for number, said in long_functions(file.read_text("utf-8"))
    ]
    assert long == []


@pytest.mark.parametrize(("lines", "found"), [(LONGEST, 0), (LONGEST + 1, 1)])
def test_a_function_is_counted_from_def_to_its_end(lines: int, found: int) -> None:
    body = "\n".join(["    pass"] * (lines - 1))
    for kind in ("def", "async def"):
        assert len(list(long_functions(f"@decorated\n{kind} long():\n{body}\n"))) == found
