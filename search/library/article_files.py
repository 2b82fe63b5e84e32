"""Articles read from their files, with a cache of the last ones."""

from __future__ import annotations

import os
from collections import OrderedDict
from dataclasses import replace
from threading import Lock
from typing import TYPE_CHECKING, NamedTuple

from search.errors import ArticleError, reason_of
from search.library.open_containers import CHANGED, OpenContainers, take_apart
from search.library.open_file import FileSource
from search.library.place import Place
from search.library.record_table import record_id

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from search.article import Article, ArticleId
    from search.formats import Draft
    from search.library.chosen_columns import ChosenColumns

MOST_KEPT = 128
MOST_KEPT_CHARACTERS = 16_000_000
"""Articles kept at hand, and characters of them: a hundred megabytes at worst."""


class _CachedArticle(NamedTuple):
    """An article at hand: of which version of its file, and how many characters it has."""

    version: tuple[int, ...]
    article: Article
    size: int


class ArticleFiles:
    """Articles by file, read when asked for and again when the file has changed.

    Safe to call from several threads; two that ask for the same file may both read it.
    """

    def __init__(self, lost: Callable[[], bool], columns: ChosenColumns = ()) -> None:
        """Begin with none; `lost` tells whether the library's own folder is gone.

        What is at hand stays readable then. `columns` is what those of tables are called.
        """
        self._columns = columns
        self._lost = lost
        self._lock = Lock()
        self._kept: OrderedDict[ArticleId, _CachedArticle] = OrderedDict()
        self._characters = 0
        self._containers = OpenContainers(columns)

    def read(self, file: Path, path: str, article: ArticleId, place: str = "") -> Article:
        """Give the article in a file, or in a place of a container; raise ArticleError.

        Cost: a look at the file, or reading it; in a container, only what lies in that place.
        """
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
        read = self._read(file, path, article, place)
        size = sum(len(block.text) for block in read.blocks)
        with self._lock:
            self._drop(article)
            self._kept[article] = _CachedArticle(version, read, size)
            self._characters += size
            while len(self._kept) > MOST_KEPT or self._characters > MOST_KEPT_CHARACTERS:
                self._characters -= self._kept.popitem(last=False)[1].size
        return read

    def _read(self, file: Path, path: str, article: ArticleId, place: str) -> Article:
        if place:
            draft = self._containers.draft(file, path, place)
            _check(draft, path, article)
        else:
            draft = only_draft(file, path, self._columns)
        return replace(understand(draft, path, article), place=place)

    def close(self) -> None:
        """Let go of open files."""
        self._containers.close()

    def forget(self, article: ArticleId) -> None:
        """Let go of an article."""
        with self._lock:
            self._drop(article)

    def _drop(self, article: ArticleId) -> None:
        if kept := self._kept.pop(article, None):
            self._characters -= kept.size


def only_draft(file: Path, path: str, columns: ChosenColumns = ()) -> Draft:
    """Give the article of a file that is one; raise ArticleError."""
    with FileSource(file, path) as source:
        container = take_apart(source, path, columns)
        spans = (span for span in container.spans() if span.records)
        first = next(spans, None)
        if first is None:
            raise ArticleError(path, "there are no articles in it")
        if first.records > 1 or next(spans, None):
            raise ArticleError(path, f"it holds several articles, of which {path}#1 is the first")
        return container.drafts(first.start, first.stop)[0]


def named_record(
    file: Path, path: str, number: int, columns: ChosenColumns = ()
) -> tuple[str, str]:
    """Find an article of a container by its number, from 1; give its own name, and its place.

    Raises ArticleError if there is none. Cost: a walk through the container.
    """
    with FileSource(file, path) as source:
        container = take_apart(source, path, columns)
        before = 0
        for span in container.spans():
            if number <= before + span.records:
                place = Place(span.start, span.stop, number - before - 1)
                return container.drafts(span.start, span.stop)[place.which].own, str(place)
            before += span.records
    raise ArticleError(path, f"it holds {before:,} articles, so there is no number {number:,}")


def understand(draft: Draft, path: str, article: ArticleId) -> Article:
    """Make an article of a draft; raise ArticleError whatever goes wrong.

    A file can be broken in ways no reader of files foresees; it must not stop the others.
    """
    try:
        return draft.article(path, article)
    except ArticleError:
        raise
    except Exception as error:
        raise ArticleError(path, f"can't be understood: {type(error).__name__}") from error


def _check(draft: Draft, path: str, article: ArticleId) -> None:
    """Raise ArticleError if a draft isn't the one that the index has in its place."""
    container, _, number = path.rpartition("#")
    ids = {record_id(container, int(number), own) for own in {draft.own, ""}}
    if article not in ids:
        raise ArticleError(path, CHANGED)
