"""Whether the system gives this process room enough to begin."""

from __future__ import annotations

import resource

LEAST = 200_000 << 10
"""Bytes of address space: with fewer, libraries end the process in the middle of being loaded, each in
its own way and with lines of its own."""


def require_address_space() -> None:
    """Raise MemoryError, with a sentence for the user, where a limit leaves too little."""
    allowed, _ = resource.getrlimit(resource.RLIMIT_AS)
    if allowed != resource.RLIM_INFINITY and allowed < LEAST:
        reason = f"{allowed // 1_000_000} MB of address space are allowed (ulimit -v)"
        raise MemoryError(f"too little memory: {reason}, and {LEAST // 1_000_000} MB are needed")
