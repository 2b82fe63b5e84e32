"""Whoosh's codec over arrays: any query of Whoosh reads them, at Whoosh's own pace."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from whoosh.codec import base

from search.engine.whoosh.codec.whoosh_documents import ArrayDocuments
from search.engine.whoosh.codec.whoosh_segment import ArraySegment
from search.engine.whoosh.codec.whoosh_terms import ArrayTerms

if TYPE_CHECKING:
    from search.engine.whoosh.codec.checked_storage import ArrayStorage


class ArrayCodec(base.Codec):
    """Reads segments of arrays. `ArrayWriter` writes them, so there are no writers here."""

    length_stats = False

    def new_segment(self, storage: ArrayStorage, indexname: str) -> ArraySegment:
        return ArraySegment(indexname)

    def per_document_writer(self, storage: ArrayStorage, segment: ArraySegment) -> None:
        return None

    def field_writer(self, storage: ArrayStorage, segment: ArraySegment) -> None:
        return None

    def postings_writer(self, dbfile: Any, byteids: bool = False) -> Any:
        raise NotImplementedError

    def postings_reader(
        self, dbfile: Any, terminfo: Any, format_: Any, term: Any = None, scorer: Any = None
    ) -> Any:
        raise NotImplementedError

    def terms_reader(self, storage: ArrayStorage, segment: ArraySegment) -> ArrayTerms:
        return ArrayTerms(segment.arrays(storage))

    def per_document_reader(self, storage: ArrayStorage, segment: ArraySegment) -> ArrayDocuments:
        return ArrayDocuments(segment.arrays(storage), segment)
