from __future__ import annotations

import os
import sqlite3
from typing import TYPE_CHECKING

import pytest

from search.library import File
from search.library.manifest import Changes, Entry, Manifest, changes

if TYPE_CHECKING:
    from pathlib import Path

A = Entry("a.txt", 3, 10, b"digest")
ODD = Entry(os.fsdecode(b"caf\xe9.txt"), 4, 20, b"other")


def test_remembers_files_and_failures(tmp_path: Path) -> None:
    manifest = Manifest(tmp_path / "m")
    manifest.record([A, ODD], [], [("b.txt", "no text"), ("\udce9.txt", "odd \ud800")])
    assert manifest.entries() == {A.path: A, ODD.path: ODD}
    assert manifest.failures() == (("b.txt", "no text"), ("\udce9.txt", "odd ?"))


def test_a_later_record_replaces_and_removes(tmp_path: Path) -> None:
    manifest = Manifest(tmp_path / "m")
    manifest.record([A, ODD], [], [("b.txt", "no text")])
    newer = A._replace(size=5)
    manifest.record([newer], [ODD.path], [])
    assert manifest.entries() == {A.path: newer}
    assert manifest.failures() == ()


@pytest.mark.parametrize("damage", [b"", b"no database at all, but long enough to be one" * 30])
def test_damage_shows_when_it_is_read(tmp_path: Path, damage: bytes) -> None:
    (tmp_path / "m").write_bytes(damage)
    with pytest.raises(sqlite3.Error):
        Manifest(tmp_path / "m").entries()


def test_a_missing_manifest_is_no_empty_one(tmp_path: Path) -> None:
    with pytest.raises(sqlite3.Error):
        Manifest(tmp_path / "m").entries()


def test_size_and_time_tell_what_to_look_at() -> None:
    known = {path: Entry(path, 3, 10, b"") for path in ("same", "longer", "later", "gone")}
    here = [File("same", 3, 10), File("longer", 4, 10), File("later", 3, 11), File("new", 3, 10)]
    assert changes(known, here) == Changes((here[1], here[2], here[3]), ("gone",))
