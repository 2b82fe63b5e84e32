"""What nothing here reads among what is named to be brought in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from search import passed_over

if TYPE_CHECKING:
    from pathlib import Path


def test_kinds_of_files_that_nothing_reads_are_counted_in_folders_only(tmp_path: Path) -> None:
    for name in ("a.psd", "b.psd", "c.xcf", "d.md"):
        (tmp_path / "drop").mkdir(exist_ok=True)
        (tmp_path / "drop" / name).write_text("x")
    named = [str(tmp_path / "drop"), str(tmp_path / "drop" / "a.psd"), str(tmp_path / "none")]
    found = passed_over([*named, "https://quay.example/a.psd", "-"])
    assert [(one.suffix, one.files) for one in found] == [(".psd", 2), (".xcf", 1)]
    assert passed_over([]) == ()
