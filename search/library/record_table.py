"""The records of a container file, as the index knows them: which article each is."""

from __future__ import annotations

from hashlib import blake2b
from typing import TYPE_CHECKING

from search.article import ArticleId
from search.library.location import article_id

if TYPE_CHECKING:
    from collections.abc import Iterator

_ID = 8
_CHECK = 8
SIZE = _ID + _CHECK
"""Bytes of a row."""
NO_CHECK = bytes(_CHECK)
"""The checksum of a record that has to be read again in any case."""
_NO_ID = bytes(_ID)


class RecordTable:
    """A row for each record, in their order: the id of its article, and a checksum of its bytes.

    Packed, for there may be millions.
    """

    def __init__(self, rows: bytes | bytearray = b"") -> None:
        """Take rows as `rows` gives them; raise ValueError if they are none."""
        if len(rows) % SIZE:
            raise ValueError("these are no rows")
        self.rows = rows

    def __len__(self) -> int:
        return len(self.rows) // SIZE

    def article(self, number: int) -> ArticleId | None:
        """Give the article of a record, counted from 1; None for one that couldn't be read."""
        at = (number - 1) * SIZE
        raw = bytes(self.rows[at : at + _ID]) if number > 0 else b""
        return ArticleId(raw.hex()) if len(raw) == _ID and raw != _NO_ID else None

    def check(self, number: int) -> bytes:
        """Give the checksum of a record, counted from 1; empty for one that isn't there."""
        at = (number - 1) * SIZE + _ID
        return bytes(self.rows[at : at + _CHECK]) if number > 0 else b""

    @property
    def count(self) -> int:
        """How many records could be read. Cost: some ten nanoseconds a record."""
        return len(self) - memoryview(self.rows).cast("Q").tolist()[::2].count(0)

    def articles(self) -> Iterator[ArticleId]:
        """Give the articles of all records that could be read."""
        for number in range(1, len(self) + 1):
            if article := self.article(number):
                yield article


def row_of(article: ArticleId | None, check: bytes) -> bytes:
    """Give the row of a record; `article` is None if it couldn't be read."""
    return (bytes.fromhex(article) if article else _NO_ID) + check


def check_of(data: bytes, start: int, names: bytes) -> bytes:
    """Give the checksum of a record's bytes, of where they begin in its file, and of how that is named.

    `names` is the stamp of `File.names`, 16 bytes at most.
    """
    salt = start.to_bytes(16, "big")
    return blake2b(data, digest_size=_CHECK, salt=salt, person=names).digest()


def record_id(path: str, number: int, own: str) -> ArticleId:
    """Give the id of an article in a container.

    Args:
        path: the container's, relative to the library.
        number: which of its records it is, from 1; it counts only where there is no name.
        own: the name that the record has of itself, which survives records put before it.
    """
    name = own.encode("utf-8", "backslashreplace").decode()
    return article_id(f"{path}\0{name}" if own else record_path(path, number))


def record_path(path: str, number: int) -> str:
    """Give the path of an article in a container: `path#N`."""
    return f"{path}#{number}"
