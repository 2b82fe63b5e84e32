"""A cache of text chunks and the words they hold: each is tokenized once."""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING

import numpy as np

from search.engine.whoosh.build.hash_table import HashTable
from search.engine.whoosh.build.text_chunks import WIDE, split_chunks
from search.engine.whoosh.segments.arrays import concatenated_ranges, offsets
from search.text import is_variant, sought_forms, stem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from search.engine.whoosh.build.text_chunks import TextChunks
    from search.engine.whoosh.segments.arrays import Array

_LONG = 48
"""A longer chunk hardly comes twice."""
_MANY = 400_000
"""Chunks kept from one buffer to the next; some two hundred bytes each."""
_LINE = b"\n"
_NONE = 0xFFFFFFFF


class _Forms(dict[str, int]):
    """Forms by number; looking up a new one numbers it.

    Attributes:
        stems: the stem of each.
        variants: 1 for each that is a variant.
    """

    def __init__(self) -> None:
        super().__init__({"": 0})
        self.stems = [""]
        self.variants = bytearray(1)

    def __missing__(self, form: str) -> int:
        number = self[form] = len(self)
        self.stems.append(stem(form))
        self.variants.append(is_variant(form))
        return number


class ChunkVocabulary:
    """Chunks by number, with the numbers of their forms.

    A chunk that is new is read; its forms are its words, each followed by its variants. Numbers hold until `trim`. Chunk 0 and form 0 are the break
    between two lines, which no text has.
    """

    def __init__(self) -> None:
        self._begin()

    def _begin(self) -> None:
        self._table = HashTable()
        self._long: dict[bytes, int] = {}
        self._forms = _Forms()
        self._members = array("I", [0])
        self._firsts = array("I", [0])
        self._begins = array("I", [0])
        self._counts = array("I", [1])
        line = split_chunks(_LINE)
        self._table.put(line.low, line.high, np.zeros(1, np.uint32))

    def read(self, raw: bytes, bounds: Array) -> tuple[Array, Array]:
        """Give the forms of several texts laid end to end, and how many each text has.

        Cost: some fifty nanoseconds a chunk, and ten microseconds for one that is new.

        Args:
            raw: the texts, in UTF-8, with space between.
            bounds: where each begins, and where the last one ends.
        """
        found = split_chunks(raw)
        chunks = self._numbers(found)
        held = np.frombuffer(self._counts, np.uint32)[chunks]
        forms_ = np.frombuffer(self._firsts, np.uint32)[chunks]
        # Nearly all chunks have one word: take the first of each, then mend the others.
        several = np.flatnonzero(held > 1)
        if len(several):
            more = held[several] - 1
            begins = np.frombuffer(self._begins, np.uint32)[chunks[several]] + np.uint32(1)
            others = np.frombuffer(self._members, np.uint32)[concatenated_ranges(begins, more)]
            forms_ = np.insert(forms_, np.repeat(several + 1, more), others)
        if not held.all():
            forms_ = forms_[forms_ != _NONE]
        return forms_, np.diff(offsets(held)[np.searchsorted(found.starts, bounds)])

    def _numbers(self, found: TextChunks) -> Array:
        """Give the number of each chunk, numbering those that are new."""
        text = found.text
        wide = found.stops - found.starts > WIDE
        numbers, missing = self._table.get(found.low, found.high)
        numbers[wide] = [self._wide(text[start:stop]) for start, stop in _spans(found, wide)]
        missing = missing[~wide[missing]]
        if len(missing):
            known: dict[bytes, int] = {}
            first = []
            for at, (start, stop) in zip(missing.tolist(), _spans(found, missing), strict=True):
                chunk = text[start:stop]
                number = known.get(chunk)
                if number is None:
                    number = known[chunk] = self._new(chunk)
                    first.append(at)
                numbers[at] = number
            self._table.put(found.low[first], found.high[first], numbers[first])
        return numbers

    def _wide(self, chunk: bytes) -> int:
        number = self._long.get(chunk)
        if number is None:
            number = self._new(chunk)
            if len(chunk) <= _LONG:
                self._long[chunk] = number
        return number

    def _new(self, chunk: bytes) -> int:
        number = len(self._counts)
        held = [self._forms[form] for form in sought_forms(chunk.decode())]
        self._firsts.append(held[0] if held else _NONE)
        self._begins.append(len(self._members))
        self._counts.append(len(held))
        self._members.extend(held)
        return number

    def listed(self) -> tuple[list[str], list[str]]:
        """Give every form by its number, and every form's stem."""
        return list(self._forms), self._forms.stems

    def variants(self) -> Array:
        """Tell of every form, by its number, whether it is a variant of the word before it."""
        return np.frombuffer(self._forms.variants, np.bool_).copy()

    def trim(self) -> None:
        """Forget everything if that is much, and with it all numbers given so far."""
        if len(self._counts) > _MANY:
            self._begin()


def _spans(found: TextChunks, some: Array) -> Iterator[tuple[int, int]]:
    return zip(found.starts[some].tolist(), found.stops[some].tolist(), strict=True)
