"""Whatever ends a sync, what was searched before still is, and the next sync goes on from there."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

PERILS = Path(__file__).resolve().parents[1] / "support" / "perils.py"
STEPS = range(1, 200)
"""More than any sync here has; the program stops after the first that comes to its end."""
OWN = ["unshare", "--user", "--map-root-user", "--mount"]


def perils(folder: Path, *asked: object, own: bool = False) -> list[dict[str, Any]]:
    """Put a sync into peril at one moment after another; give what came of each."""
    peril, scenario, *moments = map(str, asked)
    python = [sys.executable, "-W", "ignore::DeprecationWarning"]  # NumPy's threads don't matter
    command = [*python, str(PERILS), peril, scenario, str(folder), *moments]
    done = subprocess.run(
        [*(OWN if own else ()), *command],
        env={**os.environ, "PYTHONPATH": str(PERILS.parents[2])},
        capture_output=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, b"")
    return [json.loads(line) for line in done.stdout.splitlines()]


def faults(came: list[dict[str, Any]]) -> list[tuple[str, str]]:
    return [(one["moment"], fault) for one in came for fault in one["wrong"]]


def refusals(came: list[dict[str, Any]]) -> list[str]:
    """Give what was said of those that didn't come to their end."""
    return [one["said"] for one in came if not one["ended"]]


SCENARIOS = pytest.mark.parametrize("scenario", ["first", "change", "rebuild"])


@SCENARIOS
def test_killed_at_any_step(tmp_path: Path, scenario: str) -> None:
    came = perils(tmp_path, "killed", scenario, *STEPS)
    assert faults(came) == []
    assert came[-1]["said"] == "done"
    assert len(came) > 15
    assert set(refusals(came)) == {""}


@pytest.mark.parametrize("peril", ["killed", "refused"])
def test_ended_while_containers_are_read_in_parts(tmp_path: Path, peril: str) -> None:
    came = perils(tmp_path, peril, "parts", *range(1, 400, 9))
    assert faults(came) == []
    assert came[-1]["said"] == "done"
    assert len(came) > 15


@pytest.mark.parametrize("scenario", ["change", "rebuild"])
def test_killed_at_any_time(tmp_path: Path, scenario: str) -> None:
    moments = [f"{number * 0.006:.3f}" for number in range(15)]
    assert faults(perils(tmp_path, "killed", scenario, *moments)) == []


def test_killed_while_other_processes_read(tmp_path: Path) -> None:
    came = perils(tmp_path, "killed", "many", "0.5", "1.2", "1.8")
    assert faults(came) == []


@pytest.mark.parametrize("peril", ["refused", "limited"])
@SCENARIOS
def test_a_disk_that_is_full_from_any_step_on(tmp_path: Path, peril: str, scenario: str) -> None:
    came = perils(tmp_path, peril, scenario, *STEPS)
    assert faults(came) == []
    assert came[-1]["said"] == "done"
    assert len(came) > 10
    for said in refusals(came):
        assert "the index can't be written: " in said
        assert "\n" not in said


def may_mount() -> bool:
    try:
        tried = [*OWN, "mount", "-t", "tmpfs", "tmpfs", "/mnt"]
        return subprocess.run(tried, capture_output=True, check=False).returncode == 0
    except OSError:
        return False


OWN_DISK = pytest.mark.skipif(not may_mount(), reason="no right to mount a file system")


@OWN_DISK
@SCENARIOS
def test_a_disk_that_is_really_full(tmp_path: Path, scenario: str) -> None:
    came = perils(tmp_path, "full", scenario, *range(4, 2000, 8), own=True)
    assert faults(came) == []
    assert came[-1]["said"] == "done"
    for said in refusals(came):
        assert said.endswith(("no space left on device", "database or disk is full"))


@OWN_DISK
def test_a_disk_that_is_full_while_other_processes_read(tmp_path: Path) -> None:
    came = perils(tmp_path, "full", "many", 4, 120, own=True)
    assert faults(came) == []
    assert all("the index can't be written: " in said for said in refusals(came))
    assert len(refusals(came)) == 2
