"""Searches made so far, and the last session, by library."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from search.library import article_id
from search.marks.library_marks import LibraryMarks
from search.marks.marks_access import MarksAccess
from search.marks.past_searches import LONGEST_HISTORY, LONGEST_SEARCH, LastLook, PastSearches
from search.sealed_file import save_sealed

if TYPE_CHECKING:
    from pathlib import Path


def test_the_last_look_is_kept_by_library(tmp_path: Path) -> None:
    told: list[str] = []

    def look(library: str) -> LastLook:
        return LastLook(MarksAccess(library, told.append, tmp_path))

    one, other = article_id("one"), article_id("other")
    assert look("tide").load() is None
    look("tide").keep([])
    assert look("tide").load() == frozenset()
    look("tide").keep([one, other])
    assert look("tide").load() == frozenset({one, other})
    assert look("pilot").load() is None


def past(place: Path, told: list[str], library: str = "one") -> PastSearches:
    access = MarksAccess(library, told.append, place / "data")
    return PastSearches(access, place / "searches.json")


def test_each_search_is_there_once_the_latest_last(tmp_path: Path) -> None:
    searches = past(tmp_path, [])
    assert searches.every() == []
    searches.add("ferry", "", "quay", " ferry ", "x" * (LONGEST_SEARCH + 1))
    assert past(tmp_path, []).every() == ["quay", "ferry"]
    assert past(tmp_path, [], "another").every() == []
    searches.add(*map(str, range(LONGEST_HISTORY)))
    assert searches.every() == [str(number) for number in range(LONGEST_HISTORY)]


def test_those_of_earlier_versions_are_taken_over_once(tmp_path: Path) -> None:
    told: list[str] = []
    save_sealed(tmp_path / "searches.json", ["ferry", "quay", 7])
    searches = past(tmp_path, told)
    assert searches.every() == ["ferry", "quay"]
    assert not (tmp_path / "data").exists()
    searches.add("ferry")
    save_sealed(tmp_path / "searches.json", ["never"])
    assert searches.every() == ["quay", "ferry"]
    assert told == []


@pytest.mark.parametrize(
    "content", [b"", b"{", b"[]", b'["ok", 3, null]', b"\x00", b"00000000\n[]", b"\xff\xfe"]
)
def test_a_damaged_list_is_set_aside_by_name(tmp_path: Path, content: bytes) -> None:
    told: list[str] = []
    file = tmp_path / "searches.json"
    file.write_bytes(content)
    assert past(tmp_path, told).every() == []
    assert told == [
        f"{file}: the list of searches was damaged, and is set aside as {file.name}.damaged-1"
    ]
    assert past(tmp_path, told).every() == []
    assert len(told) == 1
    assert (tmp_path / "searches.json.damaged-1").read_bytes() == content


def test_a_session_is_there_again_and_makes_nobody_look_again(tmp_path: Path) -> None:
    marks = LibraryMarks("one", print, tmp_path)
    assert marks.session.load() is None
    marks.session.keep({"at": ["library", None]})
    other = LibraryMarks("one", print, tmp_path)
    seen = other.version()
    assert other.session.load() == {"at": ["library", None]}
    marks.session.keep(2)
    marks.searches.add("ferry")
    assert other.version() == seen
    marks.session.keep("x" * (1 << 21))  # no routes are as long
    assert other.session.load() == 2
    assert LibraryMarks("another", print, tmp_path).session.load() is None
