"""A buffer of articles that is flushed as segments, in whichever process."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from search.engine.whoosh.build.segment_builder import SegmentBuilder
from search.engine.whoosh.build.vocabulary import ChunkVocabulary
from search.engine.whoosh.codec.array_codec import ArraySegment

if TYPE_CHECKING:
    from collections.abc import Mapping

    from search.engine.whoosh.codec.checked_storage import ArrayStorage
    from search.engine.whoosh.segments.field_layout import FieldLayout


def raw(layout: FieldLayout, fields: Mapping[str, Any]) -> dict[str, Any]:
    """Give the fields of an article as they are stored: what is no text to be read, as bytes."""
    return {
        name: value.encode() if isinstance(value, str) and name not in layout.words else value
        for name, value in fields.items()
    }


def keys_of(layout: FieldLayout, fields: Mapping[str, Any]) -> list[tuple[str, bytes]]:
    """Give the keys an article has, each with its field; `fields` are raw."""
    return [(name, key) for name in layout.keys if (key := fields.get(name))]


class SegmentBuffer:
    """Gathers articles in memory and writes them as segments, which nothing names yet.

    Attributes:
        segments: those written so far.
    """

    def __init__(
        self, storage: ArrayStorage, indexname: str, layout: FieldLayout, budget: int
    ) -> None:
        """Write to a storage; `budget` is how many bytes of memory articles may take."""
        self._storage = storage
        self._indexname = indexname
        self._layout = layout
        self._budget = budget
        self._vocabulary = ChunkVocabulary()
        self._begin()
        self.segments: list[ArraySegment] = []

    def _begin(self) -> None:
        self._builder = SegmentBuilder(self._layout, self._vocabulary)
        self._dropped: set[int] = set()
        self._where: dict[tuple[str, bytes], int] = {}

    @property
    def count(self) -> int:
        """How many articles are in memory."""
        return self._builder.count

    def add(self, fields: Mapping[str, Any]) -> None:
        """Take an article, as `SegmentBuilder.add` does."""
        for key in keys_of(self._layout, fields):
            self._where[key] = self._builder.count
        self._builder.add(fields)
        if self._builder.full or self._builder.memory > self._budget:
            self.flush()

    def remove(self, name: str, key: bytes) -> int:
        """Remove the articles that have a key, in memory or written; give how many there were."""
        count = sum(segment.remove(self._storage, name, key) for segment in self.segments)
        at = self._where.pop((name, key), None)
        if at is not None:
            self._dropped.add(at)
            count += 1
        return count

    def flush(self) -> None:
        """Write what is in memory as a segment."""
        if self._builder.count:
            segment = ArraySegment(self._indexname)
            seal = self._builder.write(Path(self._storage.folder, segment.filename))
            segment.written(self._builder.count, seal)
            for doc in self._dropped:
                segment.delete_document(doc)
            self.segments.append(segment)
        self._vocabulary.trim()
        self._begin()

    def discard(self) -> None:
        """Forget everything and remove the files."""
        for segment in self.segments:
            Path(self._storage.folder, segment.filename).unlink(missing_ok=True)
        self.segments = []
        self._begin()
