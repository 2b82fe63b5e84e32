"""Runs written as the sections of a segment."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from search.index.arrays.kinds import ends, fresh, narrow, narrowed, spread
from search.index.arrays.lexicon import write_lexicon
from search.index.arrays.places import write_places
from search.index.arrays.postings import MOST

if TYPE_CHECKING:
    from collections.abc import Sequence

    from search.index.arrays.kinds import Array, Mask
    from search.index.arrays.out import SegmentOut
    from search.index.making.occurrences import Run

_BATCH = 1 << 21


def write_words(out: SegmentOut, name: str, run: Run) -> None:
    """Write the postings of one field of text."""
    placed = ends(run.counts)[run.starts]
    write_postings(out, name, run.words, run.starts, run.docs, run.counts)
    out.add(f"{name}/placed", narrowed(placed))
    write_places(out, f"{name}/places", run.places)
    out.add(f"{name}/lengths", narrowed(run.lengths))
    out.add(f"{name}/blocks", narrowed(run.blocks))
    out.add(f"{name}/breaks", narrowed(run.breaks))


def write_run_stems(out: SegmentOut, name: str, run: Run) -> None:
    """Write the stems of a field of text, under a name of their own."""
    distinct, first, members = grouped(run.stems)
    write_stems(out, name, distinct, first, members, spreads(run.starts, run.docs, first, members))


def write_postings(
    out: SegmentOut, name: str, words: Sequence[bytes], starts: Array, docs: Array, counts: Array
) -> None:
    """Write words, ascending, and who holds each how often."""
    write_lexicon(out, name, words)
    much = np.flatnonzero(counts > MOST)
    out.add(f"{name}/starts", narrowed(starts))
    out.add(f"{name}/docs", docs.astype(np.uint16, copy=False))
    out.add(f"{name}/counts", np.minimum(counts, MOST).astype(np.uint8))
    out.add(f"{name}/much-at", narrowed(much))
    out.add(f"{name}/much", narrowed(counts[much]))


def write_stems(
    out: SegmentOut, name: str, stems: Sequence[bytes], first: Array, members: Array, df: Array
) -> None:
    """Write which words each stem has, and how many articles hold it."""
    write_lexicon(out, f"{name}/stems", stems)
    out.add(f"{name}/stems/first", narrowed(first))
    out.add(f"{name}/stems/members", narrowed(members))
    out.add(f"{name}/stems/spread", df.astype(narrow(1 << 16)))


def grouped(stems: Sequence[bytes]) -> tuple[list[bytes], Array, Array]:
    """Group words by stem: give the stems, where each one's words begin, and the words."""
    distinct = sorted(set(stems))
    number = {stem: i for i, stem in enumerate(distinct)}
    owners = np.fromiter(map(number.__getitem__, stems), np.int64, len(stems))
    return (
        distinct,
        ends(np.bincount(owners, minlength=len(distinct))),
        np.argsort(owners, kind="stable"),
    )


def spreads(
    starts: Array, docs: Array, first: Array, members: Array, alive: Mask | None = None
) -> Array:
    """Count for each stem the articles, of those alive, that hold any of its words.

    Cost: a sort of the postings of stems with several words, some at a time.
    """
    df = np.diff(starts)
    total = np.add.reduceat(df[members], first[:-1]) if len(members) else df
    chosen = np.arange(len(total)) if alive is not None else np.flatnonzero(np.diff(first) > 1)
    sizes = ends(total[chosen])
    begin = 0
    while begin < len(chosen):
        stop = max(begin + 1, int(np.searchsorted(sizes, sizes[begin] + _BATCH, "right")) - 1)
        batch = chosen[begin:stop]
        words = members[spread(first[batch], first[batch + 1] - first[batch])]
        found = docs[spread(starts[words], df[words])]
        keys = np.repeat(np.arange(len(batch)) << 16, total[batch]) | found
        if alive is not None:
            keys = keys[alive[found]]
        keys.sort()
        total[batch] = np.bincount(keys[fresh(keys)] >> 16, minlength=len(batch))
        begin = stop
    return total
