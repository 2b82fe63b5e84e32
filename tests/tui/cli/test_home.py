"""Without a home, and with variables that name folders wrongly."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest
from disks import KNOWN_TO_NOBODY, STRANGER

if TYPE_CHECKING:
    from pathlib import Path

HOMELESS = [{}, {"HOME": ""}, {"HOME": "nowhere"}, {"HOME": "/nonexistent"}, {"HOME": "/etc"}]


@pytest.fixture
def shared(tmp_path: Path) -> Path:
    """A folder that anyone may write to, for what may go, with the library beside it."""
    (tmp_path / "library").mkdir()
    (tmp_path / "library" / "a.txt").write_text("A title\n\nA story of the harbour.\n", "utf-8")
    place = tmp_path / "shared"
    place.mkdir()
    place.chmod(0o777)
    return place


def diptych(shared: Path, *arguments: str, **named: str) -> subprocess.CompletedProcess[str]:
    """Run the command as a user who has no home but what the environment names."""
    kept = {k: v for k, v in os.environ.items() if k != "HOME" and not k.startswith("XDG_")}
    return subprocess.run(
        [*(STRANGER or []), sys.executable, "-m", "tui", *arguments],
        env={
            **kept,
            "PYTHONPATH": os.getcwd(),  # noqa: PTH109 - where the tests are run
            "PYTHONDONTWRITEBYTECODE": "1",
            "TMPDIR": str(shared),
            **named,
        },
        cwd=shared,
        capture_output=True,
        text=True,
        check=False,
    )


def checks(done: subprocess.CompletedProcess[str]) -> dict[str, Any]:
    return {check["name"]: check for check in json.loads(done.stdout)["checks"]}


@KNOWN_TO_NOBODY
@pytest.mark.parametrize("named", HOMELESS)
def test_without_a_home_it_works_from_a_folder_of_ones_own_and_says_so(
    shared: Path, named: dict[str, str]
) -> None:
    library = str(shared.parent / "library")
    for _ in range(2):
        done = diptych(shared, "search", "harbour", library, "--json", **named)
        assert done.returncode == 0
        assert json.loads(done.stdout)["total"] == 1
        assert done.stderr == (
            f"diptych: {shared}/diptych-4242: the index is kept here and may be gone tomorrow, as"
            " there is no home folder to write to; set HOME or XDG_CACHE_HOME\n"
        )
    assert [file.name for file in shared.iterdir()] == ["diptych-4242"]
    assert (shared / "diptych-4242").stat().st_mode & 0o777 == 0o700
    home = checks(diptych(shared, "doctor", library, "--json", **named))["home"]
    assert not home["ok"]
    assert "stands in" in home["value"]
    assert "set HOME" in home["mend"]


@KNOWN_TO_NOBODY
def test_a_folder_that_another_user_put_there_is_not_believed(shared: Path) -> None:
    (shared / "diptych-4242").mkdir()
    library = str(shared.parent / "library")
    done = diptych(shared, "search", "harbour", library, "--json")
    assert (done.returncode, json.loads(done.stdout)["total"]) == (0, 1)
    assert list((shared / "diptych-4242").iterdir()) == []


@KNOWN_TO_NOBODY
def test_without_a_cache_that_was_named_a_library_is_indexed_for_one_run(shared: Path) -> None:
    library = str(shared.parent / "library")
    done = diptych(shared, "search", "harbour", library, XDG_CACHE_HOME="/etc/none")
    assert (done.returncode, done.stdout[:9]) == (0, "1 article")
    assert done.stderr.startswith("diptych: /etc/none/diptych/")
    assert (
        ": the index can't be written: permission denied; it is built for this run" in done.stderr
    )
    assert done.stderr.count("\n") == 1
    assert not [path for path in shared.glob("diptych-*") if path.name != "diptych-4242"]
    found = checks(diptych(shared, "doctor", library, "--json", XDG_CACHE_HOME="/etc/none"))
    assert not found["variable"]["ok"]
    assert not found["cache"]["ok"]
    assert "XDG_CACHE_HOME" in found["cache"]["mend"]


def test_a_relative_variable_is_not_followed_and_the_doctor_says_so(
    shared: Path, tmp_path: Path
) -> None:
    named = {"HOME": str(tmp_path), "XDG_CACHE_HOME": "somewhere", "XDG_STATE_HOME": ""}
    library = str(tmp_path / "library")
    kept = {k: v for k, v in os.environ.items() if not k.startswith("XDG_")}
    for verb in (["index"], ["doctor"]):
        done = subprocess.run(
            [sys.executable, "-m", "tui", *verb, library, "--json"],
            env={**kept, "PYTHONPATH": os.getcwd(), **named},  # noqa: PTH109 - as above
            cwd=shared,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.stderr == ""
    assert list(shared.iterdir()) == []
    assert (tmp_path / ".cache" / "diptych").is_dir()
    variable = checks(done)["variable"]
    assert (variable["ok"], variable["mend"]) == (
        False,
        "make it absolute, or unset XDG_CACHE_HOME",
    )
