"""Completing the name of a file as it is typed."""

from __future__ import annotations

import os
from itertools import islice

from search import named_path

_MOST = 10_000
"""Entries of a folder that are looked at."""


def completed(typed: str) -> tuple[str, list[str]]:
    """Complete a path as far as all entries that begin so agree; give it, and their names in order.

    A folder gets a `/`. What can't be looked at completes to itself. Hidden entries are left out
    unless their full stop is typed. Cost: a listing of one folder, `_MOST` entries at most.
    """
    folder, slash, begin = typed.rpartition("/")
    try:
        with os.scandir(named_path(folder + slash) if slash else ".") as entries:
            found = [
                entry.name + ("/" if entry.is_dir() else "")
                for entry in islice(entries, _MOST)
                if entry.name.startswith(begin or "") and (begin or not entry.name.startswith("."))
            ]
    except (OSError, ValueError):
        return typed, []
    if not found:
        return typed, []
    found.sort()
    return folder + slash + _agreed(found[0], found[-1]), found


def _agreed(first: str, last: str) -> str:
    """Give what two names begin with alike; of names in order the first and last agree least."""
    pairs = enumerate(zip(first, last, strict=False))
    ends = (place for place, (one, other) in pairs if one != other)
    return first[: next(ends, min(len(first), len(last)))]
