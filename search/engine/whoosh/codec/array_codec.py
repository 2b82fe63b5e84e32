"""Whoosh's codec over arrays, and what its table of contents keeps of a segment.

Any query of Whoosh reads segments by the codec, at Whoosh's own pace. Each of the two classes
makes the other, so they stand in one module.
"""

from __future__ import annotations

import re
import sys
from array import array
from base64 import b64decode, b64encode
from pathlib import Path
from typing import TYPE_CHECKING, Any
from weakref import WeakValueDictionary

import numpy as np
from whoosh.codec import base

from search.engine.whoosh.codec.whoosh_documents import ArrayDocuments
from search.engine.whoosh.codec.whoosh_terms import ArrayTerms
from search.engine.whoosh.segments.arrays import MOST_DOCS
from search.engine.whoosh.segments.damage import DamagedError
from search.engine.whoosh.segments.segment import SUFFIX, Segment

if TYPE_CHECKING:
    from collections.abc import Iterator

    from search.engine.whoosh.codec.checked_storage import ArrayStorage
    from search.engine.whoosh.segments.arrays import Mask

_ID = re.compile(r"[0-9a-z]{16}")

_open: WeakValueDictionary[tuple[str, int], Segment] = WeakValueDictionary()
"""Segments in use: a reader of the next generation shares what it has in common with the last."""


class ArraySegment(base.Segment):
    """One segment of an index: its name, its size, its seal, and which articles are deleted."""

    def __init__(self, indexname: str) -> None:
        super().__init__(indexname)
        self.compound = False
        self.seal = 0
        self._count = 0
        self._deleted: set[int] = set()

    def __getstate__(self) -> dict[str, Any]:
        return {**self.__dict__, "_deleted": array("H", sorted(self._deleted)).tobytes()}

    def __setstate__(self, state: dict[str, Any]) -> None:
        self.__dict__.update(state)
        deleted = array("H")
        deleted.frombytes(state["_deleted"])
        self._deleted = set(deleted)

    def dump(self) -> dict[str, Any]:
        """Give what the table of contents keeps of it, which fits JSON."""
        deleted = array("H", sorted(self._deleted))
        if sys.byteorder == "big":
            deleted.byteswap()
        return {
            "id": self.segid,
            "count": self._count,
            "seal": self.seal,
            "deleted": b64encode(deleted.tobytes()).decode(),
        }

    @classmethod
    def load(cls, indexname: str, kept: dict[str, Any]) -> ArraySegment:
        """Read what `dump` gave; raise ValueError, TypeError or KeyError if that isn't it."""
        made = cls(indexname)
        made.segid, made._count, made.seal = kept["id"], int(kept["count"]), int(kept["seal"])
        if not _ID.fullmatch(made.segid):
            raise ValueError("no segment has such a name")
        deleted = array("H", b64decode(kept["deleted"], validate=True))
        if sys.byteorder == "big":
            deleted.byteswap()
        made._deleted = set(deleted)
        if not all(doc < made._count <= MOST_DOCS for doc in (0, *made._deleted)):
            raise ValueError("a segment has other articles")
        return made

    def codec(self) -> ArrayCodec:
        """Give the codec that reads it."""
        return ArrayCodec()

    @property
    def filename(self) -> str:
        """The name of its file."""
        name: str = self.make_filename(SUFFIX)
        return name

    def written(self, count: int, seal: int) -> None:
        """Note what was written to its file."""
        self._count = count
        self.seal = seal

    def arrays(self, storage: ArrayStorage) -> Segment:
        """Open its file, or share it if it is open; raise DamagedError, FileNotFoundError."""
        path = Path(storage.folder, self.filename)
        known = _open.get((str(path), self.seal))
        if known is None:
            known = Segment(path, self.seal)
            if known.count != self._count:
                raise DamagedError(f"{path}: {known.count} articles instead of {self._count}")
            _open[str(path), self.seal] = known
        return known

    def remove(self, storage: ArrayStorage, name: str, key: bytes) -> int:
        """Mark the articles that have a key as deleted; give how many there were."""
        keys = self.arrays(storage).keys[name]
        number = keys.lexicon.find(key)
        if number is None:
            return 0
        before = len(self._deleted)
        self._deleted.update(keys.word(number).docs.tolist())
        return len(self._deleted) - before

    def alive(self) -> Mask | None:
        """Give which articles aren't deleted; None for all."""
        if not self._deleted:
            return None
        mask = np.ones(self._count, np.bool_)
        mask[list(self._deleted)] = False
        return mask

    def set_doc_count(self, count: int) -> None:
        self._count = count

    def doc_count_all(self) -> int:
        return self._count

    def deleted_count(self) -> int:
        return len(self._deleted)

    def deleted_docs(self) -> Iterator[int]:
        return iter(self._deleted)

    def delete_document(self, docnum: int, delete: bool = True) -> None:
        if not 0 <= docnum < self._count:
            raise KeyError(docnum)
        (self._deleted.add if delete else self._deleted.discard)(docnum)

    def is_deleted(self, docnum: int) -> bool:
        return docnum in self._deleted

    def should_assemble(self) -> bool:
        return False


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
