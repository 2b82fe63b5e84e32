"""The table of stems: which words have each stem."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from search.engine.whoosh.segments.arrays import (
    concatenated_ranges,
    first_of_each,
    narrowed,
    offsets,
)
from search.engine.whoosh.segments.compact_numbers import write_compact_numbers
from search.engine.whoosh.segments.lexicon import write_lexicon
from search.engine.whoosh.segments.stem_index import key_of
from search.text import stem

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from search.engine.whoosh.build.occurrences import SortedRun
    from search.engine.whoosh.segments.arrays import Array, Mask
    from search.engine.whoosh.segments.segment_output import SegmentOutput

_BATCH = 1 << 21


class Rules(NamedTuple):
    """The rules that articles are read by: their names, and the number of each article's."""

    names: Sequence[str]
    numbers: Array

    @classmethod
    def of(cls, values: Sequence[bytes]) -> Rules:
        """Take the name of each article's rules."""
        names, numbers = np.unique(np.array(values, np.object_), return_inverse=True)
        return cls([name.decode() for name in names.tolist()], numbers)

    def mask(self, rules: str) -> Mask | None:
        """Tell which articles are read by some rules; None for all."""
        if rules not in self.names:
            return np.zeros(len(self.numbers), np.bool_)
        if len(self.names) == 1:
            return None
        mask: Mask = self.numbers == self.names.index(rules)
        return mask


class StemTable(NamedTuple):
    """Stems, ascending, where each one's words begin, the words, and how many articles hold it."""

    keys: Sequence[bytes]
    first: Array
    members: Array
    df: Array


def write_run_stems(out: SegmentOutput, name: str, run: SortedRun, rules: Rules | None) -> None:
    """Write the stems of a field of text, under a name of their own."""
    if rules is None or list(rules.names) == [""]:
        keys, first, members = grouped(run.stems)
        tables = [
            StemTable(
                keys, first, members, document_frequencies(run.starts, run.docs, first, members)
            )
        ]
    else:
        tables = [_table(run, rules, number) for number in range(len(rules.names))]
    write_stems(out, name, tables)


def _table(run: SortedRun, rules: Rules, number: int) -> StemTable:
    """Group the words of the articles read by some rules."""
    name = rules.names[number]
    read = rules.mask(name)
    held = np.arange(len(run.words))
    if read is not None:
        held = held[np.add.reduceat(read[run.docs], run.starts[:-1]) > 0] if len(held) else held
    keys = [key_of(stem(run.words[word].decode(), name), name).encode() for word in held.tolist()]
    distinct, first, members = grouped(keys)
    members = held[members]
    return StemTable(
        distinct, first, members, document_frequencies(run.starts, run.docs, first, members, read)
    )


def write_stems(out: SegmentOutput, name: str, tables: Iterable[StemTable]) -> None:
    """Write which words each stem has, and how many articles hold it."""
    tables = sorted((table for table in tables if table.keys), key=lambda table: table.keys[0])
    write_lexicon(out, f"{name}/stems", [key for table in tables for key in table.keys])
    counts = [np.diff(table.first) for table in tables]
    none = np.zeros(0, np.int64)
    write_compact_numbers(out, f"{name}/stems/counts", np.concatenate([none, *counts]))
    members = np.concatenate([none, *(table.members for table in tables)])
    out.add(f"{name}/stems/members", narrowed(members))
    df = np.concatenate([none, *(table.df for table in tables)])
    write_compact_numbers(out, f"{name}/stems/document_frequency", df)


def grouped(stems: Sequence[bytes]) -> tuple[list[bytes], Array, Array]:
    """Group words by stem: give the stems, where each one's words begin, and the words."""
    distinct = sorted(set(stems))
    number = {stem: i for i, stem in enumerate(distinct)}
    owners = np.fromiter(map(number.__getitem__, stems), np.int64, len(stems))
    return (
        distinct,
        offsets(np.bincount(owners, minlength=len(distinct))),
        np.argsort(owners, kind="stable"),
    )


def document_frequencies(
    starts: Array, docs: Array, first: Array, members: Array, alive: Mask | None = None
) -> Array:
    """Count for each stem the articles, of those alive, that hold any of its words.

    Cost: a sort of the postings of stems with several words, some at a time.
    """
    df = np.diff(starts)
    total = np.add.reduceat(df[members], first[:-1]) if len(members) else df[:0]
    chosen = np.arange(len(total)) if alive is not None else np.flatnonzero(np.diff(first) > 1)
    sizes = offsets(total[chosen])
    begin = 0
    while begin < len(chosen):
        stop = max(begin + 1, int(np.searchsorted(sizes, sizes[begin] + _BATCH, "right")) - 1)
        batch = chosen[begin:stop]
        words = members[concatenated_ranges(first[batch], first[batch + 1] - first[batch])]
        found = docs[concatenated_ranges(starts[words], df[words])]
        keys = np.repeat(np.arange(len(batch)) << 16, total[batch]) | found
        if alive is not None:
            keys = keys[alive[found]]
        keys.sort()
        total[batch] = np.bincount(keys[first_of_each(keys)] >> 16, minlength=len(batch))
        begin = stop
    return total
