"""Where an article lies in its file, in a few characters that an index keeps with it.

Empty for one that is a file of its own; else the span of a container that is read for it, and
which of the span's articles it is, from 0: `START-STOP/WHICH`.
"""

from __future__ import annotations

import re
from typing import NamedTuple

_PLACE = re.compile(r"(\d{1,19})-(\d{1,19})/(\d{1,9})", re.ASCII)


class Place(NamedTuple):
    """Where an article lies in a container: the bytes of a span, and which of its articles."""

    start: int
    stop: int
    which: int

    def __str__(self) -> str:
        return f"{self.start}-{self.stop}/{self.which}"


def parse_place(text: str) -> Place | None:
    """Read what `str` gave; None if it's none."""
    found = _PLACE.fullmatch(text)
    return Place(*map(int, found.groups())) if found else None
