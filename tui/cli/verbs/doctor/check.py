"""One thing that was looked at."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Check:
    """What was looked at, whether it is well, what was found, and if it isn't what mends it."""

    name: str
    ok: bool
    value: str
    mend: str | None = None
