"""Containers that articles were read from lately, kept open for the next."""

from __future__ import annotations

from collections import OrderedDict
from threading import Lock
from typing import TYPE_CHECKING, NamedTuple

from search.errors import ArticleError
from search.formats import PassedOverError, open_container
from search.library.chosen_columns import columns_of
from search.library.open_file import FileSource
from search.library.place import parse_place

if TYPE_CHECKING:
    from pathlib import Path

    from search.formats import Container, Draft
    from search.library.chosen_columns import ChosenColumns

CHANGED = "its file has changed since it was indexed; diptych index reads it again"
_MOST_OPEN = 2
"""Containers kept open: one for each side of a comparison."""


class _Open(NamedTuple):
    """A container that is open, and of which version of its file."""

    source: FileSource
    container: Container


class OpenContainers:
    """Reads drafts from containers. Safe to call from several threads, which wait for each other."""

    def __init__(self, columns: ChosenColumns = ()) -> None:
        """Begin with none; `columns` is what those of tables are called."""
        self._columns = columns
        self._lock = Lock()
        self._open: OrderedDict[Path, _Open] = OrderedDict()

    def draft(self, file: Path, path: str, place: str) -> Draft:
        """Give the article in a place of a container; raise ArticleError, which names `path`.

        Cost: a look at the file and reading the span; for the first of a file, opening it too.
        """
        at = parse_place(place)
        if at is None:
            raise ArticleError(path, "the index doesn't say where in its file it lies")
        with self._lock:
            container = self._opened(file, path)
            drafts = container.drafts(at.start, at.stop)
        if at.which >= len(drafts):
            raise ArticleError(path, CHANGED)
        return drafts[at.which]

    def _opened(self, file: Path, path: str) -> Container:
        source = FileSource(file, path)
        kept = self._open.pop(file, None)
        if kept and kept.source.version == source.version:
            source.close()
            self._open[file] = kept
            return kept.container
        if kept:
            kept.source.close()
        try:
            container = take_apart(source, path.rpartition("#")[0], self._columns)
        except ArticleError:
            source.close()
            raise
        self._open[file] = _Open(source, container)
        while len(self._open) > _MOST_OPEN:
            self._open.popitem(last=False)[1].source.close()
        return container

    def close(self) -> None:
        """Let go of all files."""
        with self._lock:
            while self._open:
                self._open.popitem()[1].source.close()


def take_apart(source: FileSource, path: str, columns: ChosenColumns = ()) -> Container:
    """Take a file apart that somebody asked for; raise ArticleError also if it is passed over."""
    try:
        return open_container(source, path, any_text=True, columns=columns_of(columns, path))
    except PassedOverError as error:
        raise ArticleError(path, error.reason) from None
