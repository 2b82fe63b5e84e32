"""Writing sorted runs as the sections of a segment."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from search.engine.whoosh.segments.arrays import narrowed, offsets
from search.engine.whoosh.segments.compact_numbers import write_compact_numbers
from search.engine.whoosh.segments.lexicon import write_lexicon
from search.engine.whoosh.segments.positions import write_positions
from search.engine.whoosh.segments.postings import MOST

if TYPE_CHECKING:
    from collections.abc import Sequence

    from search.engine.whoosh.build.occurrences import SortedRun
    from search.engine.whoosh.segments.arrays import Array
    from search.engine.whoosh.segments.segment_output import SegmentOutput


def write_words(out: SegmentOutput, name: str, run: SortedRun) -> None:
    """Write the postings of one field of text."""
    cf = np.diff(offsets(run.counts)[run.starts])
    write_postings(out, name, run.words, run.starts, run.docs, run.counts)
    write_compact_numbers(out, f"{name}/more", cf - np.diff(run.starts))
    write_positions(out, f"{name}/places", run.places)
    out.add(f"{name}/lengths", narrowed(run.lengths))
    out.add(f"{name}/blocks", narrowed(run.blocks))
    out.add(f"{name}/breaks", narrowed(run.breaks))


def write_postings(
    out: SegmentOutput, name: str, words: Sequence[bytes], starts: Array, docs: Array, counts: Array
) -> None:
    """Write words, ascending, and who holds each how often."""
    write_lexicon(out, name, words)
    much = np.flatnonzero(counts > MOST)
    write_compact_numbers(out, f"{name}/df", np.diff(starts))
    out.add(f"{name}/docs", docs.astype(np.uint16, copy=False))
    out.add(f"{name}/counts", np.minimum(counts, MOST).astype(np.uint8))
    out.add(f"{name}/much-at", narrowed(much))
    out.add(f"{name}/much", narrowed(counts[much]))
