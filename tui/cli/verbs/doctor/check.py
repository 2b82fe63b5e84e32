"""One thing that the doctor looks at."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Check:
    """What was looked at, whether it is well, what was found, and what would repair it if not."""

    name: str
    ok: bool
    value: str
    mend: str | None = None
