"""The stems of one field merged."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from search.index.making.write import grouped, spreads, write_stems

if TYPE_CHECKING:
    from collections.abc import Sequence

    from search.index.arrays.kinds import Array
    from search.index.arrays.out import SegmentOut
    from search.index.arrays.segment import Segment
    from search.index.making.source import Source


def merge_stems(
    out: SegmentOut, name: str, field: str, sources: Sequence[Source], words: Sequence[bytes]
) -> None:
    """Group the merged words of a field by stem, and count the articles that hold each stem."""
    stem_of: dict[bytes, bytes] = {}
    for source in sources:
        stem_of.update(_stems(source.segment, name, field))
    distinct, first, members = grouped([stem_of[word] for word in words])
    number = {stem: i for i, stem in enumerate(distinct)}
    total = np.zeros(len(distinct), np.int64)
    for source in sources:
        stems = source.segment.stems[name]
        for stem, df in zip(
            stems.lexicon.words(), _spread(source, name, field).tolist(), strict=True
        ):
            if df:
                total[number[stem]] += df
    write_stems(out, name, distinct, first, members, total)


def _stems(segment: Segment, name: str, field: str) -> dict[bytes, bytes]:
    """Give each word's stem."""
    stems = segment.stems[name]
    words = segment.words[field].lexicon.words()
    roots = stems.lexicon.words()
    counts: Array = np.diff(stems.first.astype(np.int64))
    owners = np.repeat(np.arange(len(roots)), counts).tolist()
    return {
        words[member]: roots[owner]
        for member, owner in zip(stems.members.tolist(), owners, strict=True)
    }


def _spread(source: Source, name: str, field: str) -> Array:
    """Count the articles that go on of each stem."""
    stems = source.segment.stems[name]
    alive = source.alive
    if alive is None:
        return stems.spread.astype(np.int64)
    words = source.segment.words[field]
    return spreads(
        words.starts.astype(np.int64),
        words.docs.all(),
        stems.first.astype(np.int64),
        stems.members,
        alive,
    )
