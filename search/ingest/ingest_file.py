"""Ingesting one file: reading it if it changed, in whichever process."""

from __future__ import annotations

import time
from hashlib import blake2b
from typing import TYPE_CHECKING, NamedTuple

from search.errors import ArticleError, UnseenError
from search.library import Entry, article_id
from search.library.article_files import parse_article, read_bytes

if TYPE_CHECKING:
    from pathlib import Path

    from search.article import Article
    from search.library import File

_RACY_NS = 2_000_000_000
"""A file changed so shortly before it was read may change again without its time telling."""


class Task(NamedTuple):
    """A file that may have changed; `digest` is that of the bytes indexed, None if none are."""

    file: File
    digest: bytes | None


class FileResult(NamedTuple):
    """The result of ingesting one file.

    Attributes:
        path: the file's.
        known: whether the index had an article of it.
        entry: the file as it was read, None if it couldn't be.
        fresh: whether it was indexed, for its bytes aren't those indexed before.
        reason: why it couldn't be read.
        cuts: what of its article was left out, a phrase each; none if it wasn't indexed.
        gone: whether its article leaves the index then; it stays if the file may be well, but
            the disk or the connection to it isn't.
    """

    path: str
    known: bool
    entry: Entry | None
    fresh: bool = False
    reason: str = ""
    cuts: tuple[str, ...] = ()
    gone: bool = True


def ingest(root: Path, task: Task) -> tuple[Article | None, FileResult]:
    """Read a file; give its article if it differs from what is indexed.

    Never raises ArticleError: what is wrong with a file is told.
    """
    file, known = task.file, task.digest is not None
    try:
        data = read_bytes(root / file.path, file.path)
        digest = blake2b(data, digest_size=16).digest()
        made = None
        if digest != task.digest:
            made = parse_article(data, file.path, article_id(file.path))
    except ArticleError as error:
        gone = not isinstance(error, UnseenError)
        return None, FileResult(file.path, known, None, reason=error.reason, gone=gone)
    # A clock that was set back since leaves files of the future, which may change untold too.
    racy = time.time_ns() - max(file.mtime_ns, file.ctime_ns) < _RACY_NS
    entry = Entry(file.path, file.size, "" if racy else file.stamp, digest)
    cuts = made.cuts if made else ()
    return made, FileResult(file.path, known, entry, fresh=made is not None, cuts=cuts)
