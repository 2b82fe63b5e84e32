"""Files that are being written are nobody's to remove; what killed programs left is."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from search.export.part_files import part_file, sweep_parts

if TYPE_CHECKING:
    from pathlib import Path


def test_what_is_left_is_removed_and_nothing_else(tmp_path: Path) -> None:
    left = tmp_path / ".wall.md.ab_12xyz.part"
    kept = [tmp_path / name for name in ("film.part", ".wall.part", ".a.b.part", "wall.md")]
    for path in [left, *kept]:
        path.write_text("half")
    folder, link = tmp_path / ".f.md.abcdefgh.part", tmp_path / ".l.md.abcdefgh.part"
    folder.mkdir()
    link.symlink_to(tmp_path / "wall.md")
    sweep_parts(tmp_path)
    assert sorted(tmp_path.iterdir()) == sorted([*kept, folder, link])
    sweep_parts(tmp_path / "nowhere")


def test_a_file_that_is_being_written_stays(tmp_path: Path) -> None:
    with part_file(tmp_path / "wall.md") as (descriptor, name):
        sweep_parts(tmp_path)
        assert os.path.lexists(name)
        os.close(descriptor)
        sweep_parts(tmp_path)
        assert not os.path.lexists(name)
    assert list(tmp_path.iterdir()) == []
