"""A segment built in memory, then written in one go."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from search.engine.whoosh.build.occurrences import Occurrences
from search.engine.whoosh.build.stem_table import Rules, write_run_stems
from search.engine.whoosh.build.write_postings import write_postings, write_words
from search.engine.whoosh.segments.arrays import MOST_DOCS
from search.engine.whoosh.segments.columns import write_blobs, write_groups, write_numbers
from search.engine.whoosh.segments.segment_output import SegmentOutput

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from search.engine.whoosh.build.vocabulary import ChunkVocabulary
    from search.engine.whoosh.segments.arrays import Array
    from search.engine.whoosh.segments.field_layout import FieldLayout

_WORD_BYTES = 40
"""Peak memory that sorting takes, a word of text; measured."""
_DOC_BYTES = 512


class SegmentBuilder:
    """Takes articles, field by field, and writes them as a segment.

    Attributes:
        count: how many articles it has.
    """

    def __init__(self, layout: FieldLayout, vocabulary: ChunkVocabulary) -> None:
        self._layout = layout
        self._words = {name: Occurrences(vocabulary) for name in layout.words}
        self._keys: dict[str, list[bytes]] = {name: [] for name in layout.keys}
        self._numbers: dict[str, list[int]] = {name: [] for name in layout.numbers}
        self._blobs: dict[str, list[bytes]] = {name: [] for name in layout.blobs}
        self._groups: dict[str, list[bytes]] = {name: [] for name in layout.groups}
        self._kept = 0
        self.count = 0

    def add(self, fields: Mapping[str, Any]) -> None:
        """Take an article; a field left out is empty, or 0.

        Text is `str`, keys, blobs and groups `bytes`, numbers `int`.
        """
        for name, words in self._words.items():
            words.add(fields.get(name) or "")
        for kept in (self._keys, self._blobs, self._groups):
            for name, values in kept.items():
                value = fields.get(name) or b""
                values.append(value)
                self._kept += len(value)
        for name, numbers in self._numbers.items():
            numbers.append(fields.get(name) or 0)
        self.count += 1

    @property
    def memory(self) -> int:
        """Estimate how many bytes of memory writing will take."""
        words = sum([field.size for field in self._words.values()])
        return words * _WORD_BYTES + self.count * _DOC_BYTES + 2 * self._kept

    @property
    def full(self) -> bool:
        """Whether a segment takes no more articles."""
        return self.count >= MOST_DOCS

    def write(self, path: Path) -> int:
        """Write the segment and have it on the disk; give its seal."""
        layout = self._layout
        totals = {}
        rules = Rules.of(self._groups[layout.stemmer]) if layout.stemmer else None
        with SegmentOutput(path) as out:
            for name, words in self._words.items():
                run = words.run()
                totals[name] = int(run.lengths.sum())
                write_words(out, name, run)
                for stems, field in layout.stemmed:
                    if field == name:
                        write_run_stems(out, stems, run, rules)
            for name, keys in self._keys.items():
                _write_keys(out, name, keys)
            for name, numbers in self._numbers.items():
                write_numbers(out, name, _integers(numbers))
            for name, blobs in self._blobs.items():
                write_blobs(out, name, blobs)
            for name, groups in self._groups.items():
                write_groups(out, name, groups)
            return out.close({"count": self.count, "totals": totals, "layout": layout._asdict()})


def _integers(numbers: list[int]) -> Array:
    """Make an array of numbers that all fit 64 bits, with a sign or without."""
    return np.array(numbers, np.int64 if min(numbers, default=0) < 0 else np.uint64)


def _write_keys(out: SegmentOutput, name: str, keys: list[bytes]) -> None:
    """Write who has each key; an article without one has the empty key, which isn't kept."""
    pairs = sorted((key, doc) for doc, key in enumerate(keys) if key)
    words = [key for i, (key, _) in enumerate(pairs) if not i or pairs[i - 1][0] != key]
    fresh = [i for i, (key, _) in enumerate(pairs) if not i or pairs[i - 1][0] != key]
    docs = np.array([doc for _, doc in pairs], np.uint16)
    starts = np.array([*fresh, len(pairs)], np.int64)
    write_postings(out, name, words, starts, docs, np.ones(len(docs), np.int64))
