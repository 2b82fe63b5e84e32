from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tui.remembered import (
    ROW_FORMS,
    ChosenPanel,
    ChosenRows,
    ChosenTheme,
    RecentLibraries,
    ShownHints,
    SourcesWidth,
)

if TYPE_CHECKING:
    from pathlib import Path

DAMAGED = [b"", b"{", b"[]", b'["ok", 3, null]', b"\x00", b"00000000\n[]", b"\xff\xfe"]


def test_a_theme_chosen_stands_until_the_settings_name_another(tmp_path: Path) -> None:
    file = tmp_path / "state" / "theme.json"
    assert ChosenTheme(None, file).name is None
    assert ChosenTheme("nord", file).name == "nord"
    assert ChosenTheme("nord", file).remember("dracula") == []
    assert ChosenTheme("nord", file).name == "dracula"
    assert ChosenTheme("gruvbox", file).name == "gruvbox"
    assert ChosenTheme(None, file).name is None


@pytest.mark.parametrize("content", DAMAGED)
def test_a_damaged_choice_of_a_theme_is_ignored_and_reported(
    tmp_path: Path, content: bytes
) -> None:
    file = tmp_path / "theme.json"
    file.write_bytes(content)
    chosen = ChosenTheme("nord", file)
    assert chosen.name == "nord"
    (fault,) = chosen.faults()
    assert fault.endswith("set aside as theme.json.damaged-1")


def test_the_form_of_rows_goes_round_and_is_kept(tmp_path: Path) -> None:
    file = tmp_path / "state" / "rows.json"
    assert ChosenRows(file).form == "full"
    for form in ROW_FORMS:
        assert ChosenRows(file).choose_next() == []
        assert ChosenRows(file).form == form


@pytest.mark.parametrize("content", DAMAGED)
def test_a_damaged_form_of_rows_is_the_usual_one(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "rows.json"
    file.write_bytes(content)
    assert ChosenRows(file).form == "full"


def test_a_width_is_there_again_and_a_damaged_one_is_set_aside(tmp_path: Path) -> None:
    kept = tmp_path / "panes.json"
    width = SourcesWidth(kept)
    assert width.cells is None
    assert width.remember(30) == []
    assert SourcesWidth(kept).cells == 30
    kept.write_text("nonsense")
    assert SourcesWidth(kept).cells is None
    assert not kept.exists()


def test_the_library_opened_last_is_first_and_none_is_named_twice(tmp_path: Path) -> None:
    kept = tmp_path / "state" / "libraries.json"
    for name in ("one", "two", "one"):
        assert RecentLibraries(kept).remember(tmp_path / name) == []
    assert RecentLibraries(kept).paths == (str(tmp_path / "one"), str(tmp_path / "two"))


def test_only_so_many_libraries_are_kept(tmp_path: Path) -> None:
    recent = RecentLibraries(tmp_path / "libraries.json")
    for number in range(40):
        recent.remember(tmp_path / str(number))
    assert recent.paths[0] == str(tmp_path / "39")
    assert len(RecentLibraries(tmp_path / "libraries.json").paths) == 30


@pytest.mark.parametrize("content", DAMAGED)
def test_a_damaged_list_of_libraries_is_an_empty_one(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "libraries.json"
    file.write_bytes(content)
    assert RecentLibraries(file).paths == ()


def test_hints_are_shown_once_even_where_that_can_not_be_kept(tmp_path: Path) -> None:
    kept, lost = ShownHints(tmp_path / "hints.json"), ShownHints(tmp_path / "file" / "hints.json")
    (tmp_path / "file").write_text("not a folder")
    assert not kept.seen
    assert kept.remember() == []
    assert ShownHints(tmp_path / "hints.json").seen
    assert len(lost.remember()) == 1
    assert lost.seen


def test_the_panel_is_shown_at_first_and_then_as_it_was_left(tmp_path: Path) -> None:
    path = tmp_path / "panel.json"
    assert ChosenPanel(path).shown
    assert ChosenPanel(path).remember(shown=False) == []
    assert not ChosenPanel(path).shown


def test_a_damaged_choice_of_the_panel_counts_for_nothing(tmp_path: Path) -> None:
    path = tmp_path / "panel.json"
    path.write_text("{", encoding="utf-8")
    assert ChosenPanel(path).shown
