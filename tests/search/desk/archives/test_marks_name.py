"""Marks on an archive belong to its name in the settings, however it is opened."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from archive_to_test import archive_for_test

from search import ArchiveOptions, Desk, MarkChange, NamedArchive, archive_at, bundled, push_library
from search.article import ArticleId
from search.desk.archives.marks_name import marks_name
from search.library.location import locate
from search.marks.article_keys import ArticleKeys
from search.marks.library_marks import LibraryMarks

OPTIONS = ArchiveOptions()


def test_an_archive_is_known_by_its_name_and_all_else_as_it_was(tmp_path: Path) -> None:
    address = archive_at("opensearch://a.example/news").address
    archives = [NamedArchive("", address, OPTIONS), NamedArchive("desk", address, OPTIONS)]
    there, folder = locate(Path("opensearch:/a.example/news")), locate(tmp_path)
    told: list[str] = []
    assert marks_name(there, "x", archives, tmp_path, told.append) == "archive desk"
    assert marks_name(there, "x", archives[:1], tmp_path, told.append) == "x"
    assert marks_name(folder, "x", archives, tmp_path, told.append) == "x"
    assert told == []


def starred(folder: Path, name: str) -> frozenset[str]:
    return frozenset(LibraryMarks(name, print, folder).set_of("starred"))


def star(folder: Path, name: str, article: str) -> None:
    keys = ArticleKeys(f"{article}.md", "", None, article.encode(), b"1234")
    known = {ArticleId(article * 16): keys}
    LibraryMarks(name, print, folder).mark(known, MarkChange(starred=True))


def opened(folder: Path, address: str, *names: tuple[str, str]) -> tuple[str, list[str]]:
    """Give the name of an archive's marks, and what was told, with names in the settings."""
    told: list[str] = []
    archives = [NamedArchive(name, archive_at(there).address, OPTIONS) for name, there in names]
    where = locate(Path(address))
    return marks_name(where, "by address", archives, folder, told.append), told


A, B = "opensearch://a.example/news", "opensearch://b.example/news"
BOTH = "opensearch://b.example,a.example/news"


def test_marks_follow_an_archive_that_is_renamed(tmp_path: Path) -> None:
    assert opened(tmp_path, A, ("desk", A)) == ("archive desk", [])
    star(tmp_path, "archive desk", "a")
    assert opened(tmp_path, BOTH, ("news", BOTH)) == ("archive news", [])
    assert starred(tmp_path, "archive news") == {"a" * 16}
    assert starred(tmp_path, "archive desk") == set()
    star(tmp_path, "archive news", "b")
    assert opened(tmp_path, A) == ("by address", [])  # its name was taken away
    assert starred(tmp_path, "by address") == {"a" * 16, "b" * 16}


def test_marks_stay_with_an_archive_that_has_its_name_still(tmp_path: Path) -> None:
    opened(tmp_path, A, ("desk", A))
    star(tmp_path, "archive desk", "a")
    assert opened(tmp_path, A, ("news", A), ("desk", B)) == ("archive news", [])
    assert opened(tmp_path, B, ("news", A), ("desk", B)) == ("archive desk", [])
    assert starred(tmp_path, "archive desk") == {"a" * 16}


def test_another_index_is_another_archive(tmp_path: Path) -> None:
    opened(tmp_path, A, ("desk", A))
    star(tmp_path, "archive desk", "a")
    other = A.replace("/news", "/old")
    assert opened(tmp_path, other, ("old", other)) == ("archive old", [])
    assert starred(tmp_path, "archive desk") == {"a" * 16}


def test_marks_of_a_name_whose_archive_is_not_known_are_told_until_others_are_made(
    tmp_path: Path,
) -> None:
    star(tmp_path, "archive desk", "a")
    name, (said,) = opened(tmp_path, A, ("news", A))
    assert name == "archive news"
    assert said.startswith('there are marks of "desk"')
    opened(tmp_path, A, ("desk", A))  # as it says
    assert opened(tmp_path, A, ("news", A)) == ("archive news", [])
    assert starred(tmp_path, "archive news") == {"a" * 16}


def test_a_damaged_file_of_names_is_as_none(tmp_path: Path) -> None:
    opened(tmp_path, A, ("desk", A))
    star(tmp_path, "archive desk", "a")
    (tmp_path / "archives.json").write_text("nothing of it")
    assert opened(tmp_path, A, ("news", A))[1]


@pytest.mark.archive
def test_marks_on_an_archive_are_found_by_name_by_address_and_where_it_has_moved(
    tmp_path: Path,
) -> None:
    address = archive_for_test(tmp_path)
    here = Desk(bundled(), cache=tmp_path / "cache", data=tmp_path / "data")
    here.sync()
    push_library(here, str(address))
    here.close()
    asked = NamedArchive("", address, OPTIONS)
    named = NamedArchive("desk", address, OPTIONS)

    def starred_in(*archives: NamedArchive, mark: int = -1) -> int:
        desk = Desk(Path(str(address)), data=tmp_path / "data", archives=archives)
        if mark >= 0:
            desk.marks.mark([sorted(desk.ids())[mark]], MarkChange(starred=True))
        found = desk.search("is:starred").total
        desk.close()
        return found

    assert starred_in(asked, mark=0) == 1  # before it had a name
    assert starred_in(named, mark=1) == 2
    assert starred_in(asked, named, mark=2) == 3  # opened by its address
    elsewhere = replace(address, hosts=(("localhost", address.hosts[0][1]),))
    moved = Desk(
        Path(str(elsewhere)),
        data=tmp_path / "data",
        archives=[NamedArchive("desk", elsewhere, OPTIONS)],
    )
    assert moved.search("is:starred").total == 3
    moved.close()
