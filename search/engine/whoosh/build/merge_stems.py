"""Merging the stems of one field."""

from __future__ import annotations

from itertools import compress, repeat
from typing import TYPE_CHECKING

import numpy as np

from search.engine.whoosh.build.stem_table import StemTable, document_frequencies, write_stems
from search.engine.whoosh.segments.arrays import offsets

if TYPE_CHECKING:
    from collections.abc import Sequence

    from search.engine.whoosh.build.merge_source import MergeSource
    from search.engine.whoosh.segments.arrays import Array, Mask
    from search.engine.whoosh.segments.segment_output import SegmentOutput


def merge_stems(
    out: SegmentOutput,
    name: str,
    field: str,
    sources: Sequence[MergeSource],
    among: Sequence[Array],
) -> None:
    """Group the merged words of a field by stem, and count the articles that hold each stem.

    `among` gives for each source's words their place among the merged, -1 for none.
    """
    every = sorted({rules for source in sources for rules in source.segment.rules})
    alone = len(every) == 1
    tables = [_merged(name, field, sources, among, rules, alone=alone) for rules in every]
    write_stems(out, name, tables)


def _merged(
    name: str,
    field: str,
    sources: Sequence[MergeSource],
    among: Sequence[Array],
    rules: str,
    *,
    alone: bool,
) -> StemTable:
    """Group the words of the articles read by some rules; `alone` if there are no others."""
    parts = []
    kept: set[bytes] = set()
    for source, places in zip(sources, among, strict=True):
        if rules in source.segment.rules:
            stems = source.segment.stems[name]
            part = stems.by(rules)
            keys = stems.lexicon.words(part.start, part.stop)
            df = _document_frequency(source, name, field, rules)
            kept.update(keys if df.all() else compress(keys, df.tolist()))
            first = stems.first[part.start : part.stop + 1].astype(np.int64)
            members = stems.members[int(first[0]) : int(first[-1])]
            into = places[members]
            if source.alive is not None and not alone and len(members):
                into[~_goes_on(source, field, rules)[members]] = -1
            parts.append((keys, df, np.diff(first), into))
    distinct = sorted(kept)
    number = {key: i for i, key in enumerate(distinct)}
    total = np.zeros(len(distinct), np.int64)
    owner = np.full(max((int(p.max(initial=-1)) for p in among), default=-1) + 1, -1)
    for keys, df, counts, into in parts:
        stem = np.fromiter(map(number.get, keys, repeat(-1)), np.int64, len(keys))
        total[stem[df > 0]] += df[df > 0]
        owners = np.repeat(stem, counts)
        held = (into >= 0) & (owners >= 0)
        owner[into[held]] = owners[held]
    members = np.flatnonzero(owner >= 0)
    owner = owner[members]
    first = offsets(np.bincount(owner, minlength=len(distinct)))
    return StemTable(distinct, first, members[np.argsort(owner, kind="stable")], total)


def _document_frequency(source: MergeSource, name: str, field: str, rules: str) -> Array:
    """Count for each stem by some rules the articles that are kept."""
    stems = source.segment.stems[name]
    part = stems.by(rules)
    if source.alive is None:
        return stems.document_frequency[part].astype(np.int64)
    words = source.segment.words[field]
    first = stems.first[part.start : part.stop + 1].astype(np.int64)
    return document_frequencies(
        words.starts.astype(np.int64),
        words.docs.all(),
        first - first[0],
        stems.members[int(first[0]) : int(first[-1])],
        _read(source, rules),
    )


def _goes_on(source: MergeSource, field: str, rules: str) -> Mask:
    """Tell of each word whether any article that is kept and read by some rules has it."""
    held = source.segment.words[field]
    read = _read(source, rules)[held.docs.all()]
    goes_on: Mask = np.logical_or.reduceat(read, held.starts[:-1].astype(np.int64))
    return goes_on


def _read(source: MergeSource, rules: str) -> Mask:
    """Tell which of the articles that are kept are read by some rules."""
    read = source.segment.read_by({rules})
    alive = np.ones(source.segment.count, np.bool_) if source.alive is None else source.alive
    return alive if read is None else alive & read
