"""A segment of the index, opened for reading."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from search.engine.whoosh.segments.columns import Blobs, Groups, Numbers
from search.engine.whoosh.segments.damage import DamagedError
from search.engine.whoosh.segments.field_layout import FieldLayout
from search.engine.whoosh.segments.postings import Postings, TextPostings
from search.engine.whoosh.segments.segment_file import SegmentFile
from search.engine.whoosh.segments.stem_index import Stems

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet
    from pathlib import Path

    from search.engine.whoosh.segments.arrays import Mask

SUFFIX = ".arrays"


class Segment:
    """The arrays of some articles, numbered from 0 in the order they were added.

    Attributes:
        file: the file they lie in.
        count: how many articles, deleted ones too.
        totals: how many words each field of text has in all of them.
        words, stems, keys, numbers, blobs, groups: the fields by name; see `FieldLayout`.
    """

    def __init__(self, path: Path, seal: int | None = None) -> None:
        """Open a file; see `SegmentFile` for what it raises. Cost: its manifest."""
        self.file = file = SegmentFile(path, seal)
        try:
            self.count = int(file.facts["count"])
            self.totals: dict[str, int] = dict(file.facts["totals"])
            self.layout = layout = FieldLayout.load(dict(file.facts["layout"]))
            self.words = {name: TextPostings(file, name) for name in layout.words}
            self.stems = {name: Stems(file, name) for name, _ in layout.stemmed}
            self.keys = {name: Postings(file, name) for name in layout.keys}
            self.numbers = {name: Numbers(file, name) for name in layout.numbers}
            self.blobs = {name: Blobs(file, name) for name in layout.blobs}
            self.groups = {name: Groups(file, name) for name in layout.groups}
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            raise DamagedError(f"{path}: not the arrays expected: {error}") from None

    @cached_property
    def rules(self) -> tuple[str, ...]:
        """The names of the rules that stem the words of its articles, ascending."""
        if self.layout.stemmer is None:
            return ("",)
        return tuple(value.decode() for value in self.groups[self.layout.stemmer].values)

    def read_by(self, rules: AbstractSet[str]) -> Mask | None:
        """Tell which articles are read by any of some rules; None for all."""
        if self.layout.stemmer is None or rules >= set(self.rules):
            return None
        named = np.array([name in rules for name in self.rules])
        return named[self.groups[self.layout.stemmer].numbers]

    def postings(self, name: str) -> Postings:
        """Give the words or the keys of a field."""
        return self.words.get(name) or self.keys[name]
