from __future__ import annotations

import os
import signal
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from search.engine.whoosh.manifest import Manifest
from search.engine.whoosh.segments.damage import DamagedError
from search.library import Entry, KnownFiles

if TYPE_CHECKING:
    from pathlib import Path

A = Entry("a.txt", 3, "10 11", b"digest")
ODD = Entry(os.fsdecode(b"caf\xe9.txt"), 1 << 40, "", b"")
FAILURES = (("b.txt", "no text"), ("\udce9.txt", "odd \ud800"))
KNOWN = KnownFiles({A.path: A, ODD.path: ODD}, FAILURES, "7:12")


def test_remembers_files_failures_folder_and_mark(tmp_path: Path) -> None:
    manifest = Manifest(tmp_path / "m")
    manifest.save(KNOWN, "0123")
    known, mark = manifest.load()
    assert (mark, manifest.mark()) == ("0123", "0123")
    assert known.entries == KNOWN.entries
    assert known.failures == (("b.txt", "no text"), ("\udce9.txt", "odd ?"))
    assert known.folder == "7:12"


def test_what_is_saved_later_takes_its_place(tmp_path: Path) -> None:
    manifest = Manifest(tmp_path / "m")
    manifest.save(KNOWN, "0123")
    manifest.save(KnownFiles(), "4567")
    assert manifest.load() == (KnownFiles(), "4567")
    assert [file.name for file in tmp_path.iterdir()] == ["m"]


@pytest.mark.parametrize("damage", [b"", b"no manifest at all, but long enough to be one" * 30])
def test_damage_shows_when_it_is_read(tmp_path: Path, damage: bytes) -> None:
    (tmp_path / "m").write_bytes(damage)
    for ask in (Manifest(tmp_path / "m").load, Manifest(tmp_path / "m").mark):
        with pytest.raises(DamagedError):
            ask()


def test_any_byte_changed_is_noticed_or_means_nothing(tmp_path: Path) -> None:
    manifest = Manifest(tmp_path / "m")
    manifest.save(KNOWN, "0123")
    truth = manifest.load()
    good = (tmp_path / "m").read_bytes()
    for at in range(len(good)):
        (tmp_path / "m").write_bytes(good[:at] + bytes([good[at] ^ 0x20]) + good[at + 1 :])
        try:
            assert manifest.load() == truth  # the padding between sections
        except DamagedError:
            continue
        assert good[at] == 0


@pytest.mark.parametrize("kept", [0, 1, 40, 200, -1])
def test_one_that_is_cut_short_is_noticed(tmp_path: Path, kept: int) -> None:
    manifest = Manifest(tmp_path / "m")
    manifest.save(KNOWN, "0123")
    (tmp_path / "m").write_bytes((tmp_path / "m").read_bytes()[:kept])
    with pytest.raises(DamagedError):
        manifest.load()


def test_a_missing_manifest_is_no_empty_one(tmp_path: Path) -> None:
    with pytest.raises(DamagedError, match="gone"):
        Manifest(tmp_path / "m").load()


KILLED = """
import os, signal, sys
from pathlib import Path
from search.engine.whoosh.manifest import Manifest
from search.library import KnownFiles

def watch(event, given):
    if event == "os.rename":
        os.kill(os.getpid(), signal.SIGKILL)

sys.addaudithook(watch)
Manifest(Path(sys.argv[1])).save(KnownFiles(), "4567")
"""


def test_killed_while_it_is_written_the_one_before_stands(tmp_path: Path) -> None:
    manifest = Manifest(tmp_path / "m")
    manifest.save(KNOWN, "0123")
    done = subprocess.run([sys.executable, "-c", KILLED, str(tmp_path / "m")], check=False)
    assert done.returncode == -signal.SIGKILL
    assert manifest.mark() == "0123"
