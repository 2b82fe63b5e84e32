"""Which process this is, and whether one that ran on this machine still does."""

from __future__ import annotations

import os
import platform
import uuid
from functools import cache
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

_STATES = frozenset("XxZ")
"""What Linux says of processes that have ended."""


class Process(NamedTuple):
    """A process.

    Attributes:
        machine: names its machine, since it was started, and the room of its process ids there.
        number: its process id.
        started: when, as the system counts; empty where that can't be told.
    """

    machine: str
    number: int
    started: str


def this_process() -> Process:
    """Give this process."""
    return Process(_machine(), os.getpid(), _started(os.getpid()))


def has_ended(process: Process) -> bool:
    """Tell whether a process is known to have ended; never of one on another machine."""
    if os.name != "posix" or process.machine != _machine() or process.number <= 0:
        return False
    try:
        os.kill(process.number, 0)
    except ProcessLookupError:
        return True
    except (OSError, OverflowError):
        return False
    return _started(process.number) != process.started


@cache
def _machine() -> str:
    """Name this machine: containers that share a name have process ids of their own."""
    told = [platform.node(), f"{uuid.getnode():x}", _read("/proc/sys/kernel/random/boot_id")]
    try:
        told.append(os.readlink("/proc/self/ns/pid"))  # noqa: PTH115 - no path, but a name
    except OSError:
        told.append("")
    return blake2b("\n".join(told).encode("utf-8", "replace"), digest_size=12).hexdigest()


def _started(number: int) -> str:
    """Give when a process was started, on Linux; another word for one that has ended."""
    state, *told = _read(f"/proc/{number}/stat").rpartition(")")[2].split() or [""]
    return "ended" if state in _STATES else next(iter(told[18:19]), "")


def _read(path: str) -> str:
    try:
        return Path(path).read_text("utf-8", "replace").strip()
    except OSError:
        return ""
