"""The line at which an article begins in its file, for an editor to open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from search.library.place import parse_place

if TYPE_CHECKING:
    from pathlib import Path

_SAMPLE = 1 << 13
_PIECE = 1 << 20
_FARTHEST = 1 << 26
"""Bytes before a place whose lines are counted, some 30 ms; beyond, the file opens at its top."""
_SIGNATURES = (b"%PDF", b"PK\x03\x04", b"\x1f\x8b", b"\xfd7zXZ", b"\x28\xb5\x2f\xfd", b"bplist")
_WIDE = (b"\xff\xfe", b"\xfe\xff")


def line_in_file(file: Path, place: str) -> int | None:
    """Give the line, from 1, at which an article begins; None for a file that is no text.

    It is 1 where the file is the article, and where its line isn't known: in a container that is
    read as a whole, and far down a large one. Cost: reading what stands before, 64 MB at most.

    Args:
        file: which the article is in.
        place: where in it; see `search.library.place`.

    Raises:
        OSError: the file can't be read.
    """
    known = parse_place(place)
    line = 1
    with file.open("rb") as opened:
        sample = opened.read(_SAMPLE)
        if sample.startswith(_SIGNATURES) or (b"\0" in sample and not sample.startswith(_WIDE)):
            return None
        left = known.start if known and known.start <= _FARTHEST else 0
        opened.seek(0)
        while left > 0 and (piece := opened.read(min(left, _PIECE))):
            line += piece.count(b"\n")
            left -= len(piece)
    return line
