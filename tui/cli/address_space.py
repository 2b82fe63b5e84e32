"""Whether the system gives this process room enough to begin."""

from __future__ import annotations

import resource

LEAST = 200_000 << 10
"""Bytes of address space for a verb: with fewer, libraries end the process in the middle of being
loaded, each in its own way and with lines of its own."""
LEAST_OF_READER = 800_000 << 10
"""Bytes of address space for the reader, whose threads take most of them: with fewer some don't start,
and what they would have told is missing from the screen."""


def require_address_space(*, reader: bool) -> None:
    """Raise MemoryError, with a sentence for the user, where a limit leaves too little."""
    least = LEAST_OF_READER if reader else LEAST
    allowed, _ = resource.getrlimit(resource.RLIMIT_AS)
    if allowed != resource.RLIM_INFINITY and allowed < least:
        reason = f"{allowed // 1_000_000} MB of address space are allowed (ulimit -v)"
        raise MemoryError(f"too little memory: {reason}, and {least // 1_000_000} MB are needed")
