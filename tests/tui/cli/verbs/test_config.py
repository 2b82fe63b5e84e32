"""What is set, from where, and what else it could be."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tui.commands import COMMANDS
from tui.settings.setting_table import PLAIN
from tui.settings.settings_page import markdown

if TYPE_CHECKING:
    from tests.tui.cli.conftest import Run


@pytest.fixture
def file(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the place of a settings file in a home of its own."""
    del run
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.delenv("NO_COLOR", raising=False)
    folder = tmp_path / ".config" / "diptych"
    folder.mkdir(parents=True)
    return folder / "settings.toml"


def by_name(run: Run, *words: str) -> dict[str, Any]:
    document = run("config", *words, "--json").document
    return {row["name"]: row for row in document["settings"]}


def test_without_a_file_all_is_as_by_default(run: Run, file: Path) -> None:
    done = run("config", "--json")
    assert (done.code, done.document["file"], done.document["problems"]) == (0, str(file), [])
    assert {row["from"] for row in done.document["settings"]} == {"default"}
    assert all(row["value"] == row["default"] for row in done.document["settings"])
    names = [row["name"] for row in done.document["settings"]]
    assert set(names) == {one.name for one in PLAIN} | {f"keys.{one.id}" for one in COMMANDS}
    assert len(names) == len(set(names))
    assert all(row["allowed"] for row in done.document["settings"])


def test_where_each_comes_from_is_said(
    run: Run, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file.write_text('column = 60\ntheme = "nord"\n[keys]\nhelp = "f4"\n')
    rows = by_name(run, "--library", "here")
    assert (rows["column"]["value"], rows["column"]["from"]) == (60, "file")
    assert (rows["theme"]["value"], rows["theme"]["from"]) == ("nord", "file")
    assert (rows["keys.help"]["value"], rows["keys.help"]["from"]) == ("f4", "file")
    assert (rows["library"]["value"], rows["library"]["from"]) == ("here", "argument")
    assert rows["memory"]["from"] == "default"
    monkeypatch.setenv("NO_COLOR", "1")
    assert by_name(run)["theme"]["from"] == "environment"
    assert "  column = 60  (file, by default 72)\n" in run("config").out


def test_a_mistake_has_its_line_and_falls_back(run: Run, file: Path) -> None:
    file.write_text('column = "wide"\n\ntheme = "fog"\n[keys]\nfly = "f"\n')
    done = run("config", "--json")
    assert done.code == 0
    assert done.document["problems"] == [
        {"line": 1, "what": "column wants a whole number"},
        {"line": 3, "what": 'there is no theme called "fog"'},
        {"line": 5, "what": 'no command is called "fly"'},
    ]
    assert by_name(run)["column"]["from"] == "default"
    assert '!! settings, line 3: there is no theme called "fog"\n' in run("config").out


@pytest.mark.parametrize(("text", "line"), [("a = 1\nb = [", 2), ("a = 1\n\nc c\n", 3)])
def test_a_damaged_file_has_the_line_of_its_damage(
    run: Run, file: Path, text: str, line: int
) -> None:
    file.write_text(text)
    (problem,) = run("config", "--json").document["problems"]
    assert problem["line"] == line
    assert "is no TOML" in problem["what"]


def test_what_a_value_holds_steers_no_terminal(run: Run, file: Path) -> None:
    file.write_text('library = "\\u001b[2Jnews"\n[words."\\u001b]0;x"]\nwords = ["a"]\n', "utf-8")
    assert run("config").out.replace("\n", "").isprintable()
    document = run("config", "--json")
    assert document.out.rstrip("\n").isprintable()
    assert "\x1b[2Jnews" in {
        row["value"] for row in document.document["settings"] if row["name"] == "library"
    }


def test_the_page_of_settings_is_made_from_the_table() -> None:
    page = Path(__file__).parents[4] / "docs" / "settings.md"
    assert page.read_text("utf-8") == markdown(), "make docs"
