"""What the reader said of stories is remembered."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from search.article import ArticleId
from search.desk.overrides import Override, Overrides, decided_pairs
from search.errors import LibraryError
from search.notices import Notices
from search.sealed_file import save_sealed

if TYPE_CHECKING:
    from pathlib import Path

A, B, C = map(ArticleId, "abc")


def test_the_later_ruling_counts() -> None:
    merged, split = Override("together", (A,), (B, C)), Override("apart", (B,), (A, C))
    assert decided_pairs([merged]) == ({(A, B), (A, C)}, set())
    assert decided_pairs([merged, split]) == ({(A, C)}, {(A, B), (B, C)})
    assert decided_pairs([split, merged]) == ({(A, B), (A, C)}, {(B, C)})


def rulings(folder: Path, library: str = "library") -> tuple[Overrides, Notices]:
    notes = Notices()
    return Overrides(library, notes, folder), notes


def test_they_are_there_again_next_time(tmp_path: Path) -> None:
    said = [Override("together", (A,), (B, C)), Override("apart", (B,), (A, C))]
    rulings(tmp_path)[0].save(said)
    kept, notes = rulings(tmp_path)
    assert kept.all() == said
    assert rulings(tmp_path, "another")[0].all() == []
    assert notes.take() == ()


@pytest.mark.parametrize(
    "damage", ["", "{", "[1]", '[{"kind": "apart"}]', "null", "\udcff", "[" * 10_000]
)
def test_a_damaged_file_is_set_aside_and_told_by_name(tmp_path: Path, damage: str) -> None:
    (tmp_path / "stories").mkdir()
    file = tmp_path / "stories" / "library.json"
    file.write_text(damage, "utf-8", errors="surrogateescape")
    kept, notes = rulings(tmp_path)
    assert notes.take() == (
        f"{file}: what you said of stories was damaged, and is set aside as library.json.damaged-1",
    )
    kept.save([Override("together", (A,), (B,))])
    aside = tmp_path / "stories" / "library.json.damaged-1"
    assert aside.read_text("utf-8", errors="surrogateescape") == damage
    assert len(kept.all()) == 1


@pytest.mark.parametrize("rows", [None, [1], [{"kind": "apart"}], [{"kind": "perhaps"}]])
def test_what_is_no_ruling_is_damage_too(tmp_path: Path, rows: object) -> None:
    save_sealed(tmp_path / "stories" / "library.json", rows)
    kept, notes = rulings(tmp_path)
    assert kept.all() == []
    assert len(notes.take()) == 1


def test_what_cannot_be_kept_is_said(tmp_path: Path) -> None:
    (tmp_path / "stories").touch()
    with pytest.raises(LibraryError, match="can't be kept: "):
        rulings(tmp_path)[0].save([])


def test_what_cannot_be_read_is_not_written_over(tmp_path: Path) -> None:
    (tmp_path / "stories" / "library.json").mkdir(parents=True)
    kept, notes = rulings(tmp_path)
    (said,) = notes.take()
    assert said.endswith("what you said of stories can't be read: is a directory")
    with pytest.raises(LibraryError, match="can't be kept: is a directory"):
        kept.save([])
