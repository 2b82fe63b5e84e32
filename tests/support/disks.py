"""Running programs with file systems or user ids of their own."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from functools import lru_cache
from pathlib import Path

import pytest

_OWN = ["unshare", "--user", "--map-root-user", "--mount"]
_ROOT = Path(__file__).resolve().parents[2]


@lru_cache(maxsize=1)
def _may_mount() -> bool:
    tried = [*_OWN, "mount", "-t", "tmpfs", "tmpfs", "/mnt"]
    try:
        return subprocess.run(tried, capture_output=True, check=False).returncode == 0
    except OSError:
        return False


OWN_DISKS = pytest.mark.skipif(not _may_mount(), reason="no right to mount a file system")


def _stranger() -> list[str] | None:
    if os.geteuid():
        return None
    keep = "+dac_read_search"  # to read Python itself, wherever it is installed
    as_one = ["setpriv", "--reuid=4242", "--regid=4242", "--clear-groups"]
    prefix = [*as_one, f"--inh-caps={keep}", f"--ambient-caps={keep}"]
    try:
        tried = subprocess.run([*prefix, sys.executable, "-c", ""], check=False)
    except OSError:
        return None
    return None if tried.returncode else prefix


STRANGER = _stranger()
"""The command that runs a program as a user without a home; None if that isn't possible."""

KNOWN_TO_NOBODY = pytest.mark.skipif(STRANGER is None, reason="no right to become another user")


def _bound() -> list[str] | None:
    if os.geteuid():
        return []
    if not shutil.which("setpriv"):
        return None
    return ["setpriv", "--bounding-set=-dac_override,-dac_read_search"]


BOUND = _bound()
"""The command that runs a program bound by file permissions; None if that isn't possible."""

RIGHTS_BIND = pytest.mark.skipif(BOUND is None, reason="root, and no way to give up its rights")


def python(code: str, *arguments: object, home: Path) -> str:
    """Run Python code that may mount file systems; give what it prints.

    The code can call `mount(folder, how)`, which mounts a file system in memory with mount options
    `how`, and `unmount(folder)`.
    """
    begin = """
import subprocess, sys
from pathlib import Path
def mount(folder, how="size=64m"):
    subprocess.run(["mount", "-t", "tmpfs", "-o", how, "tmpfs", str(folder)], check=True)
def unmount(folder):
    subprocess.run(["umount", "--lazy", str(folder)], check=True)
"""
    done = subprocess.run(
        [*_OWN, sys.executable, "-c", begin + code, *map(str, arguments)],
        env={**os.environ, "PYTHONPATH": str(_ROOT), "HOME": str(home)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout
