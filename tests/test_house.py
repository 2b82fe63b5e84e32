"""Rules of the house that no linter knows."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).parents[1]
ROOMS = ("search", "tui", "tests", "benchmarks", "docs", ".ci")
SILENT = re.compile(r"# noqa(?!: [A-Z0-9, ]+ - \S)")


def test_whatever_is_kept_from_the_linter_says_why() -> None:
    silent = [
        f"{file.relative_to(ROOT)}:{number}"
        for room in ROOMS
        for file in sorted((ROOT / room).rglob("*.py"))
        for number, line in enumerate(file.read_text("utf-8").splitlines(), 1)
        if SILENT.search(line) and file != Path(__file__)
    ]
    assert silent == []
