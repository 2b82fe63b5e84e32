"""Columns: one value for each article."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from search.engine.whoosh.segments.arrays import narrowed, offsets
from search.engine.whoosh.segments.lexicon import Lexicon, write_lexicon

if TYPE_CHECKING:
    from collections.abc import Sequence

    from search.engine.whoosh.segments.arrays import Array
    from search.engine.whoosh.segments.segment_file import SegmentFile
    from search.engine.whoosh.segments.segment_output import SegmentOutput


class Numbers:
    """A column of numbers."""

    def __init__(self, file: SegmentFile, name: str) -> None:
        self._values = file[f"{name}/values"]

    @cached_property
    def values(self) -> Array:
        """The number of each article."""
        return self._values.all()


class Blobs:
    """A column of bytes."""

    def __init__(self, file: SegmentFile, name: str) -> None:
        self.data = file[f"{name}/data"]
        self._ends = file[f"{name}/ends"]

    def __getitem__(self, doc: int) -> bytes:
        begin = self._ends.at(doc - 1) if doc else 0
        return self.data[begin : self._ends.at(doc)].tobytes()

    @property
    def ends(self) -> Array:
        """Where the bytes of each article end in `data`."""
        return self._ends.all()


class Groups:
    """A column of values of which many articles have the same."""

    def __init__(self, file: SegmentFile, name: str) -> None:
        self._numbers = file[f"{name}/numbers"]
        self._lexicon = Lexicon(file, f"{name}/values")

    @cached_property
    def numbers(self) -> Array:
        """Which of `values` each article has."""
        return self._numbers.all()

    @cached_property
    def values(self) -> list[bytes]:
        """The distinct values, ascending."""
        return self._lexicon.words()

    @cached_property
    def names(self) -> list[str | None]:
        """The distinct values as text; None for the empty one."""
        return [value.decode() or None for value in self.values]


def write_numbers(out: SegmentOutput, name: str, values: Array) -> None:
    """Write a column of numbers, in as few bytes as hold those of no sign."""
    signed = len(values) and values.min() < 0
    out.add(f"{name}/values", values.astype(np.int64) if signed else narrowed(values))


def write_blobs(out: SegmentOutput, name: str, values: Sequence[bytes]) -> None:
    """Write a column of bytes."""
    out.add(f"{name}/data", np.frombuffer(b"".join(values), np.uint8))
    lengths = np.fromiter(map(len, values), np.int64, len(values))
    out.add(f"{name}/ends", narrowed(offsets(lengths)[1:]))


def write_groups(out: SegmentOutput, name: str, values: Sequence[bytes]) -> None:
    """Write a column of bytes that repeat; none may hold a newline."""
    distinct = sorted(set(values))
    number = {value: i for i, value in enumerate(distinct)}
    numbers = np.fromiter(map(number.__getitem__, values), np.int64, len(values))
    out.add(f"{name}/numbers", narrowed(numbers))
    write_lexicon(out, f"{name}/values", distinct)
