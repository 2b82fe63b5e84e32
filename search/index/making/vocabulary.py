"""Every chunk of text seen, with the words it holds: each is read once."""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING

import numpy as np

from search.index.arrays.kinds import ends, spread
from search.text import BREAK, forms, stem

if TYPE_CHECKING:
    from search.index.arrays.kinds import Array

_LONG = 48
"""A longer chunk hardly comes twice."""
_MANY = 400_000
"""Chunks kept from one buffer to the next; some two hundred bytes each."""


_NONE = np.uint32(0xFFFFFFFF)


class _Forms(dict[str, int]):
    """Forms by number; looking up a new one numbers it."""

    def __init__(self) -> None:
        super().__init__({"": 0})
        self.stems = [""]

    def __missing__(self, form: str) -> int:
        number = self[form] = len(self)
        self.stems.append(stem(form))
        return number


class Vocabulary(dict[str, int]):
    """Chunks by number, with the numbers of their forms.

    Looking up a chunk that is new reads it. Numbers hold until `trim`. Form 0 is the break
    between two lines, which no text has.
    """

    def __init__(self) -> None:
        super().__init__()
        self._begin()

    def _begin(self) -> None:
        self.clear()
        self._forms = _Forms()
        self._members = array("I", [0])
        self._counts = array("I", [1])
        self[BREAK] = 0

    def __missing__(self, chunk: str) -> int:
        number = len(self._counts)
        held = forms(chunk)
        for form in held:
            self._members.append(self._forms[form])
        self._counts.append(len(held))
        if len(chunk) <= _LONG:
            self[chunk] = number
        return number

    def listed(self) -> tuple[list[str], list[str]]:
        """Give every form by its number, and every form's stem."""
        return list(self._forms), self._forms.stems

    def read(self, chunks: Array) -> tuple[Array, Array]:
        """Give the forms of so many chunks laid end to end, and how many each chunk has."""
        members = np.frombuffer(self._members, np.uint32)
        counts = np.frombuffer(self._counts, np.uint32)
        begins = ends(counts)
        held = counts[chunks]
        # Nearly all chunks have one word: take the first of each, then mend the others.
        firsts = np.where(counts > 0, members[np.minimum(begins[:-1], len(members) - 1)], _NONE)
        found = firsts[chunks]
        several = np.flatnonzero(held > 1)
        if len(several):
            more = held[several] - 1
            others = members[spread(begins[chunks[several]] + 1, more)]
            found = np.insert(found, np.repeat(several + 1, more), others)
        return found[found != _NONE] if (counts == 0).any() else found, held

    def trim(self) -> None:
        """Forget everything if that is much, and with it all numbers given so far."""
        if len(self._counts) > _MANY:
            self._begin()
