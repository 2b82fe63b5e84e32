"""Articles read from their files, with a cache of the last ones."""

from __future__ import annotations

import errno
import os
import stat
from collections import OrderedDict
from threading import Lock
from typing import TYPE_CHECKING, NamedTuple

from search.errors import ArticleError, UnseenError, reason_of
from search.formats import read_article
from search.library import NO_FILE

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from search.article import Article, ArticleId

LARGEST_FILE = 8 << 20
"""Bytes of a file that is still read: eight times the longest article, for what surrounds it."""
_AT_ONCE = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0) | getattr(os, "O_BINARY", 0)
_PAGE = 1 << 20
MOST_KEPT = 128
MOST_KEPT_CHARACTERS = 16_000_000
"""Articles kept at hand, and characters of them: a hundred megabytes at worst."""
_TEMPORARY = {
    getattr(errno, name, 0)
    for name in (
        "EIO ESTALE ENODEV ENXIO ENOTCONN ENETDOWN ENETUNREACH EHOSTDOWN EHOSTUNREACH ETIMEDOUT"
        " EREMOTEIO ENOMEDIUM EMFILE ENFILE ENOMEM EAGAIN EBUSY"
    ).split()
}
"""What a disk or a connection answers that fails, and a system short of something."""


def read_bytes(file: Path, path: str) -> bytes:
    """Read a file whole; raise ArticleError, naming it `path`, if it can't be or is too large.

    It never waits: what became a pipe or a device since it was listed is refused, and so is a
    file that is too large, which isn't read at all. One that grows is read as far as allowed.
    """
    try:
        number = os.open(file, os.O_RDONLY | _AT_ONCE)
        with os.fdopen(number, "rb", buffering=0):
            seen = os.fstat(number)
            if not stat.S_ISREG(seen.st_mode) and not stat.S_ISDIR(seen.st_mode):
                raise ArticleError(path, NO_FILE)
            data = _all_of(number, seen.st_size) if seen.st_size <= LARGEST_FILE else None
    except OSError as error:
        passing = error.errno in _TEMPORARY
        raise (UnseenError if passing else ArticleError)(path, reason_of(error)) from None
    except ValueError as error:
        raise ArticleError(path, reason_of(error)) from None
    if data is None or len(data) > LARGEST_FILE:
        raise ArticleError(path, f"larger than {LARGEST_FILE >> 20} MB, which is no article")
    return data


def _all_of(number: int, size: int) -> bytes:
    """Read an open file to its end, whatever its size was said to be, or just beyond the limit."""
    data = os.read(number, size + 1)
    while len(data) <= LARGEST_FILE and (more := os.read(number, _PAGE)):
        data += more
    return data


def parse_article(data: bytes, path: str, article: ArticleId) -> Article:
    """Read an article from its bytes; raise ArticleError whatever goes wrong.

    A file can be broken in ways no reader of files foresees; it must not stop the others.
    """
    try:
        return read_article(data, path, article)
    except ArticleError:
        raise
    except Exception as error:
        raise ArticleError(path, f"can't be understood: {type(error).__name__}") from error


class _CachedArticle(NamedTuple):
    """An article at hand: of which version of its file, and how many characters it has."""

    version: tuple[int, ...]
    article: Article
    size: int


class ArticleFiles:
    """Articles by file, read when asked for and again when the file has changed.

    Safe to call from several threads; two that ask for the same file may both read it.
    """

    def __init__(self, lost: Callable[[], bool]) -> None:
        """Begin with none; `lost` tells whether the library's own folder is gone.

        What is at hand stays readable then.
        """
        self._lost = lost
        self._lock = Lock()
        self._kept: OrderedDict[ArticleId, _CachedArticle] = OrderedDict()
        self._characters = 0

    def read(self, file: Path, path: str, article: ArticleId) -> Article:
        """Give the article in a file; raise ArticleError. Cost: a look at the file, or its size."""
        try:
            seen = os.stat(file)  # noqa: PTH116 - one system call, no object
        except (OSError, ValueError) as error:
            kept = self._kept.get(article)
            if kept and self._lost():
                return kept.article
            self.forget(article)
            raise ArticleError(path, reason_of(error)) from None
        version = seen.st_size, seen.st_mtime_ns, seen.st_ctime_ns
        with self._lock:
            kept = self._kept.get(article)
            if kept and kept.version == version:
                self._kept.move_to_end(article)
                return kept.article
        read = parse_article(read_bytes(file, path), path, article)
        size = sum(len(block.text) for block in read.blocks)
        with self._lock:
            self._drop(article)
            self._kept[article] = _CachedArticle(version, read, size)
            self._characters += size
            while len(self._kept) > MOST_KEPT or self._characters > MOST_KEPT_CHARACTERS:
                self._characters -= self._kept.popitem(last=False)[1].size
        return read

    def forget(self, article: ArticleId) -> None:
        """Let go of an article."""
        with self._lock:
            self._drop(article)

    def _drop(self, article: ArticleId) -> None:
        if kept := self._kept.pop(article, None):
            self._characters -= kept.size
