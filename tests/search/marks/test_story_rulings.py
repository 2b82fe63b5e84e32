"""What the reader said of stories is remembered."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from search.article import ArticleId
from search.errors import LibraryError
from search.marks.library_marks import LibraryMarks
from search.marks.story_rulings import Override, decided_pairs
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


def rulings(folder: Path, library: str = "library") -> tuple[LibraryMarks, Notices]:
    notes = Notices()
    return LibraryMarks(library, notes.add, folder), notes


SAID = [Override("together", (A,), (B, C)), Override("apart", (B,), (A, C))]


def test_they_are_there_again_next_time(tmp_path: Path) -> None:
    marks, notes = rulings(tmp_path)
    for one in SAID:
        marks.add_ruling(one)
    assert rulings(tmp_path)[0].rulings() == SAID
    assert rulings(tmp_path, "another")[0].rulings() == []
    assert notes.take() == ()


def test_the_last_one_is_taken_back_first_whoever_made_it(tmp_path: Path) -> None:
    for one in SAID:
        rulings(tmp_path)[0].add_ruling(one)
    marks = rulings(tmp_path)[0]
    assert [marks.take_back_ruling() for _ in range(3)] == [SAID[1], SAID[0], None]
    assert marks.rulings() == []


def test_what_was_taken_back_is_not_taken_back_twice(tmp_path: Path) -> None:
    marks = rulings(tmp_path)[0]
    marks.add_ruling(SAID[0])
    assert marks.take_back_ruling() == SAID[0]
    assert marks.undo() is None


def older(folder: Path, rows: object) -> Path:
    """Keep rulings as earlier versions did."""
    file = folder / "stories" / "library.json"
    save_sealed(file, rows)
    return file


def test_those_of_earlier_versions_are_taken_over_once(tmp_path: Path) -> None:
    file = older(tmp_path, [{"kind": one.kind, "one": one.one, "other": one.other} for one in SAID])
    before = file.read_bytes()
    assert rulings(tmp_path)[0].rulings() == SAID
    marks = rulings(tmp_path)[0]
    assert marks.rulings() == SAID
    assert marks.take_back_ruling() == SAID[1]
    assert rulings(tmp_path)[0].rulings() == SAID[:1]
    assert file.read_bytes() == before


def test_those_of_earlier_versions_come_before_new_ones(tmp_path: Path) -> None:
    older(tmp_path, [{"kind": "together", "one": [A], "other": [B, C]}])
    marks = rulings(tmp_path)[0]
    marks.add_ruling(SAID[1])
    assert marks.rulings() == SAID


@pytest.mark.parametrize(
    "damage", ["", "{", "[1]", '[{"kind": "apart"}]', "null", "\udcff", "[" * 10_000]
)
def test_a_damaged_file_is_set_aside_and_told_by_name(tmp_path: Path, damage: str) -> None:
    (tmp_path / "stories").mkdir()
    file = tmp_path / "stories" / "library.json"
    file.write_text(damage, "utf-8", errors="surrogateescape")
    marks, notes = rulings(tmp_path)
    assert marks.rulings() == []
    assert notes.take() == (
        f"{file}: what you said of stories was damaged, and is set aside as library.json.damaged-1",
    )
    marks.add_ruling(SAID[0])
    aside = tmp_path / "stories" / "library.json.damaged-1"
    assert aside.read_text("utf-8", errors="surrogateescape") == damage
    assert marks.rulings() == SAID[:1]


@pytest.mark.parametrize("rows", [None, [1], [{"kind": "apart"}], [{"kind": "perhaps"}]])
def test_what_is_no_ruling_is_damage_too(tmp_path: Path, rows: object) -> None:
    older(tmp_path, rows)
    marks, notes = rulings(tmp_path)
    assert marks.rulings() == []
    assert len(notes.take()) == 1


def test_what_cannot_be_kept_is_said(tmp_path: Path) -> None:
    (tmp_path / "data").touch()
    with pytest.raises(LibraryError, match="what you marked can't be kept: "):
        rulings(tmp_path / "data")[0].add_ruling(SAID[0])


def test_what_cannot_be_read_is_not_passed_over(tmp_path: Path) -> None:
    (tmp_path / "stories" / "library.json").mkdir(parents=True)
    marks, notes = rulings(tmp_path)
    assert marks.rulings() == []
    said = notes.take()
    assert any(
        one.endswith("what you said of stories can't be read: is a directory") for one in said
    )
    with pytest.raises(LibraryError, match="can't be kept: is a directory"):
        marks.add_ruling(SAID[0])
