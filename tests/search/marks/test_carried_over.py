"""Marks that were kept by another name are found by the one a library has now, all of them."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

from search.article import ArticleId
from search.errors import LibraryError
from search.marks import MarkChange, Marks, SavedSearch
from search.marks.article_keys import ArticleKeys
from search.marks.carried_over import carried_over
from search.marks.database.marks_database import MarksDatabase
from search.marks.library_marks import LibraryMarks

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

A, B, C = (ArticleId(sign * 16) for sign in "abc")


def marks(folder: Path, library: str) -> LibraryMarks:
    return LibraryMarks(library, print, folder)


def mark(at: LibraryMarks, change: MarkChange, *articles: ArticleId) -> None:
    known = {one: ArticleKeys(f"{one}.md", "", None, one.encode(), b"1234") for one in articles}
    at.mark(known, change)


def carried(folder: Path) -> tuple[str, list[str]]:
    told: list[str] = []
    return carried_over("named", "former", folder, told.append), told


def test_without_marks_nothing_is_made(tmp_path: Path) -> None:
    assert carried(tmp_path / "data") == ("named", [])
    assert not (tmp_path / "data").exists()


def test_all_that_was_kept_by_the_former_name_is_found_by_the_new_one(tmp_path: Path) -> None:
    before = marks(tmp_path, "former")
    mark(before, MarkChange(read=True, starred=True, tags=("x",), note="Why?"), A, B)
    before.save_search(SavedSearch("Boats", "boat*"))
    before.searches.add("harbour")
    version = marks(tmp_path, "named").version()
    assert carried(tmp_path) == ("named", [])
    after = marks(tmp_path, "named")
    assert after.of([A, B]) == dict.fromkeys((A, B), Marks(True, True, ("x",), 1))
    assert after.saved() == [SavedSearch("Boats", "boat*")]
    assert list(after.searches.every()) == ["harbour"]
    assert after.version() != version
    assert before.rows() == []
    assert carried(tmp_path) == ("named", [])


def test_what_is_kept_by_both_names_is_joined(tmp_path: Path) -> None:
    before, after = marks(tmp_path, "former"), marks(tmp_path, "named")
    mark(before, MarkChange(read=True, tags=("x", "y"), note="One"), A, B)
    mark(after, MarkChange(starred=True, tags=("y", "z"), note="Two"), A, C)
    for kept, query in ((before, "boat*"), (after, "ship*")):
        kept.save_search(SavedSearch("Boats", query))
        kept.save_search(SavedSearch("Quay", "quay"))
    assert carried(tmp_path) == ("named", [])
    assert after.of([A, B, C]) == {
        A: Marks(True, True, ("x", "y", "z"), 2),
        B: Marks(True, False, ("x", "y"), 1),
        C: Marks(False, True, ("y", "z"), 1),
    }
    assert {one.name: one.query for one in after.saved()} == {
        "Boats": "ship*",
        "Boats (2)": "boat*",
        "Quay": "quay",
    }
    with sqlite3.connect(tmp_path / "marks.sqlite3") as at:
        assert at.execute("PRAGMA foreign_key_check").fetchall() == []


def test_where_it_cannot_be_carried_over_the_former_name_is_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mark(marks(tmp_path, "former"), MarkChange(read=True), A)

    def refused(*_: object) -> None:
        raise LibraryError("marks", "the disk is full")

    monkeypatch.setattr(MarksDatabase, "write", refused)
    assert carried(tmp_path) == ("former", ["marks: the disk is full"])
    assert marks(tmp_path, "former").set_of("read") == {A}
