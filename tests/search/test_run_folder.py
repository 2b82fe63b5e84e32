"""Folders for one run are deleted with their programs, or by the next, and no other is."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

from search import Desk, bundled
from search.run_folder import RunFolder, sweep

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

MAKE = """
import os, sys
from search.run_folder import RunFolder
made = RunFolder(sys.argv[1])
(made.path / "index").write_text("an index", "utf-8")
print(made.path, flush=True)
sys.stdin.read(1)
os.kill(os.getpid(), 9)
"""


def running(place: Path) -> subprocess.Popen[str]:
    """Start a program that has a folder, once it has; it kills itself when it is told something."""
    command = [sys.executable, "-c", MAKE, str(place)]
    child = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert child.stdout
    assert child.stdout.readline().startswith(str(place))
    return child


def test_what_a_killed_program_left_is_deleted_by_the_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = tmp_path / "temporary"
    place.mkdir()
    monkeypatch.setenv("TMPDIR", str(place))
    with running(place) as child:
        (made,) = place.iterdir()
        sweep([str(place)])
        assert (made / "index").exists()
        child.communicate("x")
    assert (made / "index").exists()
    desk = Desk(bundled(), cache=tmp_path / "cache")
    desk.close()
    assert list(place.iterdir()) == []


def test_what_is_not_known_to_be_left_stays(tmp_path: Path) -> None:
    mine = RunFolder(str(tmp_path))
    other = tmp_path / "diptych-run-of-somebody"
    other.mkdir()
    (other / "notes").write_text("mine", "utf-8")
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "held").touch()
    (tmp_path / "diptych-run-link").symlink_to("elsewhere")
    (tmp_path / "diptych-run-file").touch()
    before = sorted(tmp_path.rglob("*"))
    sweep([str(tmp_path), str(tmp_path / "nowhere")])
    assert sorted(tmp_path.rglob("*")) == before
    mine.delete()
    assert not mine.path.exists()
