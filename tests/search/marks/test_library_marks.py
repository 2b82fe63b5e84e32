"""Marks of one library: kept, seen by others, taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from search.article import ArticleId
from search.marks import MarkChange, Marks, SavedSearch
from search.marks.article_keys import ArticleKeys
from search.marks.library_marks import LibraryMarks
from search.marks.mark_text import note_text, tag_name
from search.marks.mark_values import LONGEST_NAME

if TYPE_CHECKING:
    from pathlib import Path

A, B = ArticleId("a" * 16), ArticleId("b" * 16)


def keys(path: str) -> ArticleKeys:
    return ArticleKeys(path, "", None, path.encode(), b"1234")


def marks(folder: Path, library: str = "one") -> LibraryMarks:
    told: list[str] = []
    opened = LibraryMarks(library, told.append, folder)
    assert told == []
    return opened


def mark(at: LibraryMarks, change: MarkChange, *articles: ArticleId) -> None:
    at.mark({article: keys(article) for article in articles}, change)


def test_nothing_is_made_before_anything_is_marked(tmp_path: Path) -> None:
    at = marks(tmp_path / "data")
    assert at.of([A]) == {}
    assert (at.set_of("read"), at.tagged(), at.notes(), at.saved(), at.rulings(), at.rows()) == (
        frozenset(), {}, [], [], [], [],
    )  # fmt: skip
    assert (at.version(), at.reconciled()) == ((), None)
    assert not (tmp_path / "data").exists()


def test_marks_are_there_again_and_each_library_has_its_own(tmp_path: Path) -> None:
    mark(marks(tmp_path), MarkChange(read=True, starred=True, tags=("x", "a"), note="Why?"), A)
    assert marks(tmp_path).of([A, B]) == {A: Marks(True, True, ("a", "x"), 1)}
    assert marks(tmp_path, "another").of([A]) == {}


def test_what_is_marked_can_be_unmarked(tmp_path: Path) -> None:
    at = marks(tmp_path)
    mark(at, MarkChange(read=True, starred=True, tags=("x", "y")), A)
    at.mark({A: None}, MarkChange(read=False, untags=("x", "z")))
    assert at.of([A]) == {A: Marks(False, True, ("y",), 0)}


def test_the_last_change_is_taken_back_first_and_many_marks_are_one_step(tmp_path: Path) -> None:
    at = marks(tmp_path)
    mark(at, MarkChange(starred=True, tags=("x",)), A)
    mark(at, MarkChange(read=True), A, B)
    at.mark({A: None}, MarkChange(read=True))  # changes nothing, so there is nothing to take back
    assert at.set_of("read") == {A, B}
    assert at.undo() == "read of 2 articles"
    assert [at.set_of(one) for one in ("read", "starred")] == [set(), {A}]
    at.save_search(SavedSearch("boats", "ferry"))
    at.save_search(SavedSearch("boats", "ship"))
    at.remove_search("boats")
    at.remove_search("boats")
    for expected in ([SavedSearch("boats", "ship")], [SavedSearch("boats", "ferry")], []):
        assert at.undo() == "saved search"
        assert at.saved() == expected
    assert (at.undo(), at.undo()) == ("star, tags", None)
    assert at.of([A]) == {A: Marks()}


def test_a_session_takes_back_only_what_it_did(tmp_path: Path) -> None:
    one, other = marks(tmp_path), marks(tmp_path)
    mark(one, MarkChange(read=True), A)
    other.mark({A: None}, MarkChange(starred=True))
    assert one.undo() == "read"
    assert other.of([A]) == {A: Marks(starred=True)}
    assert (one.undo(), other.undo(), other.undo()) == (None, "star", None)


def test_others_see_a_change_by_the_version(tmp_path: Path) -> None:
    one, other = marks(tmp_path), marks(tmp_path)
    seen = [other.version()]
    for change in (MarkChange(read=True), MarkChange(starred=True), MarkChange(read=False)):
        mark(one, change, A)
        seen.append(other.version())
    assert len(set(seen)) == len(seen)
    assert other.version() == seen[-1]
    assert other.set_of("starred") == {A}
    assert one.version() == one.version()


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("#long read", "long read"),
        ("  a  b\n", "a b"),
        ("", None),
        ("#!", None),
        ("x" * LONGEST_NAME, "x" * LONGEST_NAME),
        ("x" * (LONGEST_NAME + 1), None),
    ],
)
def test_names_of_tags_are_one_line_with_a_letter(typed: str, kept: str | None) -> None:
    assert tag_name(typed) == kept


def test_notes_keep_their_lines_and_steer_nothing() -> None:
    assert note_text(" one\ntwo\x1b[31m \n") is not None
    assert "\x1b" not in (note_text("a\x1b[31m") or "")
    assert note_text(" \n") is None


def test_a_note_is_changed_and_removed_and_both_are_taken_back(tmp_path: Path) -> None:
    at = marks(tmp_path)
    mark(at, MarkChange(note="Who is she?"), A)
    (note,) = at.notes()
    at.edit_note(note.number, "Ida Holm, of the port.")
    at.edit_note(note.number, "Ida Holm, of the port.")  # changes nothing
    at.edit_note(note.number + 1, "of none")
    assert [one.text for one in at.notes()] == ["Ida Holm, of the port."]
    assert at.notes()[0].made == note.made
    at.remove_note(note.number)
    at.remove_note(note.number)
    assert at.notes() == []
    assert at.undo() == "note"
    assert [one.text for one in at.notes()] == ["Ida Holm, of the port."]
    assert at.undo() == "note"
    assert at.notes() == [note]


def test_notes_of_some_articles_come_in_the_order_in_which_they_were_made(tmp_path: Path) -> None:
    at = marks(tmp_path)
    for text, article in (("one", B), ("two", A), ("three", B)):
        mark(at, MarkChange(note=text), article)
    assert [note.text for note in at.notes([B])] == ["one", "three"]
    many = [ArticleId(f"{number:016x}") for number in range(600)]
    assert [note.text for note in at.notes([*many, A, B])] == ["one", "two", "three"]
    assert at.notes([]) == []
