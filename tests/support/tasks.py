"""Functions to send to helping processes."""

from __future__ import annotations

import os
import signal
import time
from typing import Any

IMPOSSIBLE = 10**6


def made(text: object, number: int) -> tuple[dict[str, Any] | None, int]:
    """Make an article with a number; None for the last of each hundred."""
    if number == IMPOSSIBLE:
        raise MemoryError("no article is that large")
    if number % 100 == 99:
        return None, number
    return {"id": f"{number:016x}", "number": number, "body_exact": text}, number


def sleepy(number: int) -> tuple[None, int]:
    """Take too long."""
    time.sleep(60)
    return None, number


def die(number: int) -> tuple[None, int]:
    """Kill the process."""
    os.kill(os.getpid(), signal.SIGKILL)
    return None, number
