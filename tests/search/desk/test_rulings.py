"""What the reader said of stories is remembered."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from search.article import ArticleId
from search.desk.rulings import Ruling, Rulings, resolve
from search.errors import LibraryError

if TYPE_CHECKING:
    from pathlib import Path

A, B, C = map(ArticleId, "abc")


def test_the_later_ruling_counts() -> None:
    merged, split = Ruling("together", (A,), (B, C)), Ruling("apart", (B,), (A, C))
    assert resolve([merged]) == ({(A, B), (A, C)}, set())
    assert resolve([merged, split]) == ({(A, C)}, {(A, B), (B, C)})
    assert resolve([split, merged]) == ({(A, B), (A, C)}, {(B, C)})


def test_they_are_there_again_next_time(tmp_path: Path) -> None:
    said = [Ruling("together", (A,), (B, C)), Ruling("apart", (B,), (A, C))]
    Rulings("library", tmp_path).keep(said)
    assert Rulings("library", tmp_path).all() == said
    assert Rulings("another", tmp_path).all() == []


@pytest.mark.parametrize(
    "damage", ["", "{", "[1]", '[{"kind": "apart"}]', "null", "\udcff", "[" * 10_000]
)
def test_a_file_that_cannot_be_read_says_nothing(tmp_path: Path, damage: str) -> None:
    (tmp_path / "stories").mkdir()
    file = tmp_path / "stories" / "library.json"
    file.write_text(damage, "utf-8", errors="surrogateescape")
    assert Rulings("library", tmp_path).all() == []


def test_what_cannot_be_kept_is_said(tmp_path: Path) -> None:
    (tmp_path / "stories").touch()
    with pytest.raises(LibraryError, match="can't be kept: "):
        Rulings("library", tmp_path).keep([])
