"""Articles read from their files, the last ones kept at hand."""

from __future__ import annotations

import os
from collections import OrderedDict
from threading import Lock
from typing import TYPE_CHECKING

from search.errors import ArticleError, reason_of
from search.formats import read_article

if TYPE_CHECKING:
    from pathlib import Path

    from search.article import Article, ArticleId

_LARGEST = 8 * 1024 * 1024
"""Bytes of a file that is still read: no article is longer, and a mistaken one costs minutes."""
_KEPT = 128


def read_bytes(file: Path, path: str) -> bytes:
    """Read a file whole; raise ArticleError, naming it `path`, if it can't be or is too large."""
    try:
        with file.open("rb") as stream:
            data = stream.read(_LARGEST + 1)
    except (OSError, ValueError) as error:
        raise ArticleError(path, reason_of(error)) from None
    if len(data) > _LARGEST:
        raise ArticleError(path, f"larger than {_LARGEST >> 20} MB, which is no article")
    return data


def understand(data: bytes, path: str, article: ArticleId) -> Article:
    """Read an article from its bytes; raise ArticleError whatever goes wrong.

    A file can be broken in ways no reader of files foresees; it must not stop the others.
    """
    try:
        return read_article(data, path, article)
    except ArticleError:
        raise
    except Exception as error:
        raise ArticleError(path, f"can't be understood: {type(error).__name__}") from error


class Articles:
    """Articles by file, read when asked for and again when the file has changed.

    Safe to call from several threads; two that ask for the same file may both read it.
    """

    def __init__(self) -> None:
        self._lock = Lock()
        self._kept: OrderedDict[ArticleId, tuple[tuple[int, int], Article]] = OrderedDict()

    def read(self, file: Path, path: str, article: ArticleId) -> Article:
        """Give the article in a file; raise ArticleError. Cost: a look at the file, or its size."""
        try:
            seen = os.stat(file)  # noqa: PTH116 - one system call, no object
        except (OSError, ValueError) as error:
            self.forget(article)
            raise ArticleError(path, reason_of(error)) from None
        version = seen.st_size, seen.st_mtime_ns
        with self._lock:
            kept = self._kept.get(article)
            if kept and kept[0] == version:
                self._kept.move_to_end(article)
                return kept[1]
        read = understand(read_bytes(file, path), path, article)
        with self._lock:
            self._kept[article] = version, read
            while len(self._kept) > _KEPT:
                self._kept.popitem(last=False)
        return read

    def quietly(self, file: Path, path: str, article: ArticleId) -> Article | None:
        """Give the article in a file, None if it can't be read."""
        try:
            return self.read(file, path, article)
        except ArticleError:
            return None

    def forget(self, article: ArticleId) -> None:
        """Let go of an article."""
        with self._lock:
            self._kept.pop(article, None)
