"""Merging the postings of one field; see `search.engine.whoosh.build.merge`."""

from __future__ import annotations

from itertools import repeat
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from search.engine.whoosh.segments.arrays import concatenated_ranges, narrowed, offsets
from search.engine.whoosh.segments.compact_numbers import write_compact_numbers
from search.engine.whoosh.segments.lexicon import write_lexicon
from search.engine.whoosh.segments.positions import PositionsOutput
from search.engine.whoosh.segments.postings import MOST, TextPostings
from search.errors import CancelledError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from search.engine.whoosh.build.merge_source import MergeSource
    from search.engine.whoosh.segments.arrays import Array
    from search.engine.whoosh.segments.postings import Postings
    from search.engine.whoosh.segments.segment_output import SegmentOutput

_STRETCH = 1 << 20
"""Occurrences moved at a time, unless a single word has more."""


def merge_words(
    out: SegmentOutput, name: str, sources: Sequence[MergeSource], cancelled: Callable[[], bool]
) -> tuple[int, list[Array]]:
    """Merge a field of text; give how many words it has in all, and where each source's come.

    The latter is, for each source's words, their place among the merged ones, -1 for none.
    """
    fields = [source.segment.words[name] for source in sources]
    lengths = np.concatenate(
        [s.keep(f.lengths).astype(np.int64) for s, f in zip(sources, fields, strict=True)]
    )
    parts = _parts(sources, fields)
    among = _write_postings(out, name, parts, cancelled, sum(map(_occurrences, parts)))
    out.add(f"{name}/lengths", narrowed(lengths))
    _write_breaks(out, name, sources, fields)
    return int(lengths.sum()), among


def merge_keys(
    out: SegmentOutput, name: str, sources: Sequence[MergeSource], cancelled: Callable[[], bool]
) -> None:
    """Merge a field of keys."""
    fields = [source.segment.keys[name] for source in sources]
    _write_postings(out, name, _parts(sources, fields), cancelled, None)


class _SourcePart(NamedTuple):
    """One segment's part of the merged field.

    Attributes:
        source: where it comes from.
        field: its postings.
        numbers: the new number of each article.
        df: how many of the articles that are kept have each word.
        starts: where each word's postings begin, and where the last one's end.
        placed: likewise for its positions; the same as `starts` for keys.
    """

    source: MergeSource
    field: Postings
    numbers: Array
    df: Array
    starts: Array
    placed: Array


class _PostingsChunk(NamedTuple):
    """Postings of neighbouring words, from one source or merged.

    Attributes:
        df: how many postings each word has.
        cf: how many positions.
        docs, counts, places: as in `TextPostings`, of these postings only.
    """

    df: Array
    cf: Array
    docs: Array
    counts: Array
    places: Array | None


def _parts(sources: Sequence[MergeSource], fields: Sequence[Postings]) -> list[_SourcePart]:
    parts = []
    base = 0
    for source, field in zip(sources, fields, strict=True):
        starts = field.starts.astype(np.int64)
        placed = field.placed.astype(np.int64) if isinstance(field, TextPostings) else starts
        parts.append(
            _SourcePart(source, field, source.numbers(base), _df(source, field), starts, placed)
        )
        base += source.count
    return parts


def _df(source: MergeSource, field: Postings) -> Array:
    """Count for each word the articles that are kept."""
    starts = field.starts.astype(np.int64)
    if source.alive is None or len(starts) == 1:
        return np.diff(starts)
    df = np.zeros(len(starts) - 1, np.int64)
    for low, high in _chunks(starts):
        first, last = int(starts[low]), int(starts[high])
        alive = source.alive[field.docs[first:last]]
        df[low:high] = np.add.reduceat(alive, starts[low:high] - first, dtype=np.int64)
    return df


def _occurrences(part: _SourcePart) -> int:
    """Count the positions that are kept, those of variants too."""
    if part.source.alive is None or len(part.starts) == 1:
        return int(part.placed[-1])
    kept = 0
    for low, high in _chunks(part.starts):
        first, last = int(part.starts[low]), int(part.starts[high])
        alive = part.source.alive[part.field.docs[first:last]]
        kept += int(part.field.counts(first, last)[alive].sum(dtype=np.int64))
    return kept


def _chunks(bounds: Array) -> Iterator[tuple[int, int]]:
    """Divide words, whose occurrences end at bounds, into chunks of bounded size."""
    low, count = 0, len(bounds) - 1
    while low < count:
        high = int(np.searchsorted(bounds, bounds[low] + _STRETCH, "right")) - 1
        high = min(max(low + 1, high), count)
        yield low, high
        low = high


def _ranked(parts: Sequence[_SourcePart]) -> tuple[list[bytes], list[Array]]:
    """Give the words that are kept, ascending, and the rank of each part's words among them.

    A word that doesn't go on has the place -1.
    """
    lists = [part.field.lexicon.words() for part in parts]
    kept: set[bytes] = set()
    for words, part in zip(lists, parts, strict=True):
        if part.source.alive is None:
            kept.update(words)
        else:
            kept.update(w for w, df in zip(words, part.df.tolist(), strict=True) if df)
    merged = sorted(kept)
    place = {word: i for i, word in enumerate(merged)}
    ranks = [
        np.fromiter(map(place.get, words, repeat(-1)), np.int64, len(words)) for words in lists
    ]
    return merged, ranks


def _write_postings(
    out: SegmentOutput,
    name: str,
    parts: Sequence[_SourcePart],
    cancelled: Callable[[], bool],
    occurrences: int | None,
) -> list[Array]:
    """Write the postings of all parts; positions too if there are `occurrences` of them.

    Gives what `_ranked` tells of each part's words.
    """
    words, among = _ranked(parts)
    # One that doesn't go on is taken along with the one before it: it has no postings left.
    ranks = [np.maximum.accumulate(one) for one in among]
    df = _summed(ranks, [part.df for part in parts], len(words))
    held = _summed(ranks, [np.diff(part.placed) for part in parts], len(words))
    starts = offsets(df)
    postings = int(starts[-1])
    docs = out.place(f"{name}/docs", np.dtype(np.uint16), postings)
    counts = out.place(f"{name}/counts", np.dtype(np.uint8), postings)
    places = None
    if occurrences is not None:
        planes = max(p.field.places.planes for p in parts if isinstance(p.field, TextPostings))
        places = PositionsOutput(out, f"{name}/places", occurrences, planes)
    kept = np.zeros(len(words), np.int64)
    much_at: list[Array] = []
    much: list[Array] = []
    for low, high in _chunks(offsets(held)):
        if cancelled():
            raise CancelledError
        taken = [_take(part, rank, low, high) for part, rank in zip(parts, ranks, strict=True)]
        merged = _joined([one for one in taken if len(one.docs)], high - low)
        docs.write(merged.docs)
        counts.write(np.minimum(merged.counts, MOST))
        often = np.flatnonzero(merged.counts > MOST)
        much_at.append(often + starts[low])
        much.append(merged.counts[often].astype(np.int64))
        if places is not None and merged.places is not None:
            places.write(merged.places)
            kept[low:high] = merged.cf
        for part in parts:
            part.source.segment.file.release()
    write_lexicon(out, name, words)
    write_compact_numbers(out, f"{name}/df", df)
    out.add(f"{name}/much-at", narrowed(np.concatenate([*much_at, np.zeros(0, np.int64)])))
    out.add(f"{name}/much", narrowed(np.concatenate([*much, np.zeros(0, np.int64)])))
    if places is not None:
        places.close()
        write_compact_numbers(out, f"{name}/more", kept - df)
    return among


def _summed(ranks: Sequence[Array], counts: Sequence[Array], size: int) -> Array:
    """Add up what is counted of each part's words, by their rank among `size` words."""
    sums = np.zeros(size, np.int64)
    for rank, count in zip(ranks, counts, strict=True):
        known = rank >= 0
        sums += np.bincount(rank[known], count[known], size).astype(np.int64)
    return sums


def _take(part: _SourcePart, rank: Array, low: int, high: int) -> _PostingsChunk:
    """Read a part's postings of the words from one place up to another."""
    first, last = (int(at) for at in np.searchsorted(rank, (low, high)))
    begin, end = int(part.starts[first]), int(part.starts[last])
    docs = part.field.docs[begin:end]
    counts = part.field.counts(begin, end)
    places = None
    if isinstance(part.field, TextPostings):
        places = part.field.places[int(part.placed[first]) : int(part.placed[last])]
    words = rank[first:last] - low
    sizes = np.diff(part.starts[first : last + 1])
    if part.source.alive is None:
        df, cf = np.zeros(high - low, np.int64), np.zeros(high - low, np.int64)
        df[words] = sizes
        cf[words] = np.diff(part.placed[first : last + 1])
    else:
        alive = part.source.alive[docs]
        if places is not None:
            places = places[np.repeat(alive, counts)]
        words, docs, counts = np.repeat(words, sizes)[alive], docs[alive], counts[alive]
        df = np.bincount(words, minlength=high - low)
        cf = np.bincount(words, counts, high - low).astype(np.int64)
    return _PostingsChunk(df, cf, part.numbers[docs], counts, places)


def _joined(taken: Sequence[_PostingsChunk], size: int) -> _PostingsChunk:
    """Interleave what several parts have of the same words, `size` of them, word by word."""
    if len(taken) == 1:
        return taken[0]
    none = np.zeros(size, np.int64)
    df, cf = sum((one.df for one in taken), none), sum((one.cf for one in taken), none)
    docs = np.empty(int(df.sum()), np.uint16)
    counts = np.empty(len(docs), np.result_type(np.uint8, *(one.counts for one in taken)))
    at = offsets(df)[:-1]
    for one in taken:
        into = concatenated_ranges(at, one.df)
        docs[into], counts[into] = one.docs, one.counts
        at += one.df
    laid = [one.places for one in taken if one.places is not None]
    if not laid:
        return _PostingsChunk(df, cf, docs, counts, None)
    places = np.empty(int(cf.sum()), np.result_type(*laid))
    at = offsets(cf)[:-1]
    for one, positions in zip(taken, laid, strict=True):
        places[concatenated_ranges(at, one.cf)] = positions
        at += one.cf
    return _PostingsChunk(df, cf, docs, counts, places)


def _write_breaks(
    out: SegmentOutput, name: str, sources: Sequence[MergeSource], fields: Sequence[TextPostings]
) -> None:
    blocks, breaks = [], []
    for source, field in zip(sources, fields, strict=True):
        held = field.block_counts()
        blocks.append(source.keep(held).astype(np.int64))
        places = field.break_places().astype(np.int64)
        breaks.append(places if source.alive is None else places[np.repeat(source.alive, held)])
    out.add(f"{name}/blocks", narrowed(np.concatenate(blocks)))
    out.add(f"{name}/breaks", narrowed(np.concatenate(breaks)))
