"""docs/limits.md says what the constants say."""

from __future__ import annotations

import re
from importlib import import_module
from pathlib import Path

import pytest

PAGE = Path(__file__).resolve().parents[1] / "docs" / "limits.md"
ROW = re.compile(
    r"^\|(?P<what>[^|]+)\| (?P<most>[\d,]+)(?P<unit> MB)? \|.*`(?P<constant>[\w.]+)` \|$"
)
ROWS = [row for line in PAGE.read_text("utf-8").splitlines() if (row := ROW.match(line))]


def test_every_row_with_a_constant_is_read() -> None:
    constants = re.findall(r"`((?:search|tui)\.[\w.]+)`", PAGE.read_text("utf-8"))
    assert [row["constant"] for row in ROWS] == constants
    assert len(ROWS) > 20


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["constant"])
def test_a_limit_is_what_the_page_says(row: re.Match[str]) -> None:
    module, _, name = row["constant"].rpartition(".")
    most = getattr(import_module(module), name)
    assert f"{most >> 20 if row['unit'] else most:,}" == row["most"]


def test_the_limits_of_import_are_all_on_the_page() -> None:
    limits = import_module("search.formats.limits")
    named = {row["constant"].rpartition(".")[2] for row in ROWS if ".formats." in row["constant"]}
    assert named == {
        name
        for name in vars(limits)
        if name.isupper() and not name.startswith("_") and name != "TYPE_CHECKING"
    }
