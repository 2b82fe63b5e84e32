"""Functions to send to helping processes."""

from __future__ import annotations

import os
import signal
import time
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Generator

IMPOSSIBLE = 10**6


def made(text: object, number: int) -> Generator[dict[str, Any], None, int]:
    """Make an article with a number; none for the last of each hundred."""
    if number == IMPOSSIBLE:
        raise MemoryError("no article is that large")
    if number % 100 != 99:
        yield {"id": f"{number:016x}", "number": number, "body_exact": text}
    return number


def sleepy(number: int) -> Generator[dict[str, Any], None, int]:
    """Take too long."""
    time.sleep(60)
    yield from ()
    return number


def die(number: int) -> Generator[dict[str, Any], None, int]:
    """Kill the process."""
    os.kill(os.getpid(), signal.SIGKILL)
    yield from ()
    return number
