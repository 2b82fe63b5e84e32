from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from contextlib import closing, suppress
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from search.engine.whoosh.manifest import Manifest
from search.library import Entry

if TYPE_CHECKING:
    from pathlib import Path

A = Entry("a.txt", 3, "10 11", b"digest")
ODD = Entry(os.fsdecode(b"caf\xe9.txt"), 4, "20 20", b"other")


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


@settings(max_examples=300, deadline=None)
@given(place=st.floats(0, 1, exclude_max=True), bit=st.integers(0, 7))
def test_any_bit_flipped_is_noticed_or_means_nothing(
    tmp_path_factory: pytest.TempPathFactory, place: float, bit: int
) -> None:
    path = tmp_path_factory.getbasetemp() / "flipped"
    path.unlink(missing_ok=True)
    manifest = Manifest(path)
    manifest.record([A, ODD], [], [("b.txt", "no text")])
    data = bytearray(path.read_bytes())
    used = [at for at, byte in enumerate(data) if byte]
    data[used[int(place * len(used))]] ^= 1 << bit
    path.write_bytes(data)
    with suppress(sqlite3.Error):
        assert manifest.entries() == {A.path: A, ODD.path: ODD}
    with suppress(sqlite3.Error):
        assert manifest.failures() == (("b.txt", "no text"),)


def test_a_row_that_vanished_is_noticed(tmp_path: Path) -> None:
    manifest = Manifest(tmp_path / "m")
    manifest.record([A, ODD], [], [("b.txt", "no text")])
    with closing(sqlite3.connect(tmp_path / "m")) as base, base:
        base.execute("DELETE FROM files WHERE size = 3")
        base.execute("DELETE FROM failures")
    with pytest.raises(sqlite3.Error):
        manifest.entries()
    with pytest.raises(sqlite3.Error):
        manifest.failures()


def test_the_seal_follows_what_is_recorded(tmp_path: Path) -> None:
    manifest = Manifest(tmp_path / "m")
    for size in range(3):
        manifest.record([A._replace(size=size), A._replace(size=size + 1), ODD], [], [])
        manifest.record([], [A.path, ODD.path, "never.txt"], [("b.txt", "no"), ("b.txt", "yes")])
        assert manifest.entries() == {}
        assert manifest.failures() == (("b.txt", "yes"),)


KILLED = """
import os, signal, sqlite3, sys
base = sqlite3.connect(sys.argv[1], isolation_level=None)
base.execute("PRAGMA cache_size = 1")  # so that pages reach the file before the commit
base.execute("BEGIN")
base.execute("UPDATE files SET size = 7")
os.kill(os.getpid(), signal.SIGKILL)
"""


def test_what_a_crash_left_half_written_is_undone(tmp_path: Path) -> None:
    manifest = Manifest(tmp_path / "m")
    entries = [Entry(f"{number}.txt", number, "1 1", b"digest") for number in range(2_000)]
    manifest.record(entries, [], [])
    before = (tmp_path / "m").read_bytes()
    subprocess.run([sys.executable, "-c", KILLED, str(tmp_path / "m")], check=False)
    assert (tmp_path / "m").read_bytes() != before
    assert list(manifest.entries().values()) == sorted(entries)


def test_a_missing_manifest_is_no_empty_one(tmp_path: Path) -> None:
    with pytest.raises(sqlite3.Error):
        Manifest(tmp_path / "m").entries()


def test_it_knows_which_folder_was_read(tmp_path: Path) -> None:
    manifest = Manifest(tmp_path / "m")
    manifest.record([A], [], [])
    assert manifest.folder() == ""
    manifest.record([A], [], [], "7:12")
    assert manifest.folder() == "7:12"
