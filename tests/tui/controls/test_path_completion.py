"""Completing the names of files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.controls.path_completion import completed

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_a_path_is_completed_as_far_as_entries_agree(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("paper-a.md", "paper-b.md", ".hidden"):
        (tmp_path / name).write_text("")
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "x.md").write_text("")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path))
    assert completed("pa") == ("paper-", ["paper-a.md", "paper-b.md"])
    assert completed("f") == ("folder/", ["folder/"])
    assert completed("folder/") == ("folder/x.md", ["x.md"])
    assert completed("~/paper-b") == ("~/paper-b.md", ["paper-b.md"])
    assert completed("") == ("", ["folder/", "paper-a.md", "paper-b.md"])
    assert completed(".h") == (".hidden", [".hidden"])


def test_what_cannot_be_completed_stays(tmp_path: Path) -> None:
    for typed in ("zzz", f"{tmp_path}/no/where", "~nobody/x", "a\0/b", "/" * 5_000):
        assert completed(typed)[0].startswith(typed[:5])
