"""The stems of one field merged."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from search.index.making.stems import Table, grouped, spreads, write_stems

if TYPE_CHECKING:
    from collections.abc import Sequence

    from search.index.arrays.kinds import Array, Mask
    from search.index.arrays.out import SegmentOut
    from search.index.making.source import Source


def merge_stems(
    out: SegmentOut, name: str, field: str, sources: Sequence[Source], words: Sequence[bytes]
) -> None:
    """Group the merged words of a field by stem, and count the articles that hold each stem."""
    every = sorted({rules for source in sources for rules in source.segment.rules})
    alone = len(every) == 1
    tables = [_merged(name, field, sources, words, rules, alone=alone) for rules in every]
    write_stems(out, name, tables)


def _merged(
    name: str,
    field: str,
    sources: Sequence[Source],
    words: Sequence[bytes],
    rules: str,
    *,
    alone: bool,
) -> Table:
    """Group the words of the articles read by some rules; `alone` if there are no others."""
    key_of: dict[bytes, bytes] = {}
    total: dict[bytes, int] = {}
    for source in sources:
        if rules not in source.segment.rules:
            continue
        key_of.update(_keys(source, name, field, rules, alone=alone))
        stems = source.segment.stems[name]
        part = stems.by(rules)
        keys = stems.lexicon.words(part.start, part.stop)
        for key, df in zip(keys, _spread(source, name, field, rules).tolist(), strict=True):
            if df:
                total[key] = total.get(key, 0) + df
    held = [i for i, word in enumerate(words) if key_of.get(word) in total]
    distinct, first, members = grouped([key_of[words[i]] for i in held])
    df = np.array([total[key] for key in distinct], np.int64)
    return Table(distinct, first, np.array(held, np.int64)[members], df)


def _keys(source: Source, name: str, field: str, rules: str, *, alone: bool) -> dict[bytes, bytes]:
    """Give the key of each word's stem by some rules; `alone` if there are no others."""
    stems = source.segment.stems[name]
    words = source.segment.words[field].lexicon.words()
    part = stems.by(rules)
    first = stems.first[part.start : part.stop + 1].astype(np.int64)
    keys = stems.lexicon.words(part.start, part.stop)
    owners = np.repeat(np.arange(len(keys)), np.diff(first)).tolist()
    members = stems.members[int(first[0]) : int(first[-1])].tolist()
    pairs = zip(members, owners, strict=True)
    if source.alive is None or alone or not members:
        return {words[member]: keys[owner] for member, owner in pairs}
    # A word may go on in articles of other rules only.
    held = source.segment.words[field]
    read = _read(source, rules)[held.docs.all()]
    goes_on = np.logical_or.reduceat(read, held.starts[:-1].astype(np.int64))
    return {words[member]: keys[owner] for member, owner in pairs if goes_on[member]}


def _spread(source: Source, name: str, field: str, rules: str) -> Array:
    """Count the articles that go on of each stem by some rules."""
    stems = source.segment.stems[name]
    part = stems.by(rules)
    if source.alive is None:
        return stems.spread[part].astype(np.int64)
    words = source.segment.words[field]
    first = stems.first[part.start : part.stop + 1].astype(np.int64)
    return spreads(
        words.starts.astype(np.int64),
        words.docs.all(),
        first - first[0],
        stems.members[int(first[0]) : int(first[-1])],
        _read(source, rules),
    )


def _read(source: Source, rules: str) -> Mask:
    """Tell which of the articles that go on are read by some rules."""
    read = source.segment.read_by({rules})
    alive = np.ones(source.segment.count, np.bool_) if source.alive is None else source.alive
    return alive if read is None else alive & read
