"""Marks on an archive belong to its name in the settings, however it is opened."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from archive_to_test import archive_for_test

from search import ArchiveOptions, Desk, MarkChange, NamedArchive, archive_at, bundled, push_library
from search.desk.archives.marks_name import marks_name
from search.library.location import locate

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

    def starred(*archives: NamedArchive, mark: int = -1) -> int:
        desk = Desk(Path(str(address)), data=tmp_path / "data", archives=archives)
        if mark >= 0:
            desk.marks.mark([sorted(desk.ids())[mark]], MarkChange(starred=True))
        found = desk.search("is:starred").total
        desk.close()
        return found

    assert starred(asked, mark=0) == 1  # before it had a name
    assert starred(named, mark=1) == 2
    assert starred(asked, named, mark=2) == 3  # opened by its address
    elsewhere = replace(address, hosts=(("localhost", address.hosts[0][1]),))
    moved = Desk(
        Path(str(elsewhere)),
        data=tmp_path / "data",
        archives=[NamedArchive("desk", elsewhere, OPTIONS)],
    )
    assert moved.search("is:starred").total == 3
    moved.close()
