from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tui.remembered import LONGEST_HISTORY, ChosenTheme, History

if TYPE_CHECKING:
    from pathlib import Path

DAMAGED = [b"", b"{", b"[]", b'["ok", 3, null]', b"\x00", b"00000000\n[]", b"\xff\xfe"]


def test_searches_are_kept_in_order_each_once(tmp_path: Path) -> None:
    path = tmp_path / "state" / "searches.json"
    history = History(path)
    for text in ("one", "two", "one", "  ", "one"):
        history.remember(text)
    assert history.searches == ("two", "one")
    assert History(path).searches == ("two", "one")
    assert history.faults() == []


def test_old_searches_are_forgotten(tmp_path: Path) -> None:
    history = History(tmp_path / "searches.json")
    for i in range(LONGEST_HISTORY + 5):
        history.remember(str(i))
    assert len(history.searches) == LONGEST_HISTORY
    assert history.searches[0] == "5"


@pytest.mark.parametrize("content", DAMAGED)
def test_damaged_searches_are_set_aside_by_name_and_made_anew(
    tmp_path: Path, content: bytes
) -> None:
    path = tmp_path / "searches.json"
    path.write_bytes(content)
    history = History(path)
    assert history.faults() == [
        f"{path}: the list of searches was damaged, and is set aside as searches.json.damaged-1"
    ]
    history.remember("new")
    assert History(path).searches == ("new",)
    assert (tmp_path / "searches.json.damaged-1").read_bytes() == content


def test_a_history_that_cannot_be_written_still_works_and_says_so_once(tmp_path: Path) -> None:
    (tmp_path / "state").write_text("a file, no folder")
    path = tmp_path / "state" / "searches.json"
    history = History(path)
    history.remember("one")
    history.remember("two")
    assert history.searches == ("one", "two")
    assert history.faults() == [f"{path}: the list of searches can't be kept: file exists"]
    assert history.faults() == []


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
