"""What the readme says is so."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from textual.theme import BUILTIN_THEMES

from search import Desk, bundled
from tui.commands import COMMANDS, key_name
from tui.settings import Settings, load

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text("utf-8")


def section(heading: str) -> str:
    return README.split(f"## {heading}\n", 1)[1].split("\n## ", 1)[0]


def queries() -> list[str]:
    rows = re.findall(r"^\| (`.+`) \|", section("Queries"), re.MULTILINE)
    return [query for row in rows for query in re.findall(r"`([^`]+)`", row)]


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    desk = Desk(bundled(), cache=tmp_path_factory.mktemp("cache"))
    desk.sync()
    yield desk
    desk.close()


def test_there_are_queries_to_try() -> None:
    assert len(queries()) >= 15


@pytest.mark.parametrize("query", queries())
def test_each_query_is_understood(desk: Desk, query: str) -> None:
    assert desk.search(query).read_as


@pytest.mark.parametrize(
    ("query", "total"),
    [
        ("maduro sanction", 4),
        ("maduro -pompeo", 2),
        ('"armed forces"', 3),
        ('"Southern Command"~3', 1),
        ("guiado~", 5),
        ("source:dw", 1),
        ("author:buncombe", 1),
        ("date:2019-02..2019-05", 3),
    ],
)
def test_and_finds_what_it_says(desk: Desk, query: str, total: int) -> None:
    assert query in queries()
    assert desk.search(query).total == total


def test_the_example_for_other_programs_counts_right(desk: Desk) -> None:
    count = re.search(r"\$ diptych search (\w+) --json \| jq \.total\n(\d+)", README)
    assert count is not None
    assert desk.search(count[1]).total == int(count[2])


def test_all_that_is_linked_is_there() -> None:
    linked = re.findall(r"\]\(([^)#:]+)\)", README)
    assert "docs/screenshots/compare.svg" in linked
    assert [name for name in linked if not (ROOT / name).exists()] == []


@pytest.mark.parametrize(
    ("picture", "left", "right"),
    [
        ("compare", "January recognized Juan Guaidó", "They and others now recognise Guaido"),
        (
            "compare-al-jazeera-independent",
            "They and others now recognise Guaido",
            "In the two weeks since Mr Guaido",
        ),
        (
            "compare-press-tv-unnamed",
            "Washington has been pressuring Maduro",
            "January recognized Juan Guaidó",
        ),
    ],
)
def test_the_pictures_show_the_three_bundled_pairs_where_they_meet(
    picture: str, left: str, right: str
) -> None:
    assert f"](docs/screenshots/{picture}.svg)" in README
    drawn = (ROOT / "docs" / "screenshots" / f"{picture}.svg").read_text("utf-8")
    # Lit words are elements of their own, and blanks between such aren't drawn.
    seen = "".join(unescape(re.sub(r"<[^>]*>", "", drawn)).split())
    assert "".join(left.split()) in seen
    assert "".join(right.split()) in seen


def test_every_key_named_is_bound() -> None:
    named = {key.lower() for key in re.findall(r"`([^`]+)`", section("Keys"))}
    bound = {key_name(key).lower() for command in COMMANDS for key in command.keys}
    assert named - bound == set()


def test_the_settings_shown_are_understood_and_those_that_hold_anyway(tmp_path: Path) -> None:
    (tmp_path / "settings.toml").write_text(section("Settings").split("```")[1][len("toml\n") :])
    shown = load(tmp_path / "settings.toml")
    plain = Settings()
    assert shown.faults == ()
    assert (shown.column, shown.memory) == (plain.column, plain.memory)
    assert list(shown.keys) == ["next-match"]
    assert shown.theme in {theme.name for theme in BUILTIN_THEMES.values()}
