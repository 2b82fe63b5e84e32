"""What is handed over to whoever reads files, and what they tell."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from search.library import RecordTable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from search.article import ArticleId
    from search.formats import Span
    from search.library import Entry, File


class FileTask(NamedTuple):
    """A file that may have changed, to be read whole.

    Attributes:
        file: the file.
        known: as it was when it was indexed, None if it wasn't.
        named: whether the user named this very file, so that any text is an article.
    """

    file: File
    known: Entry | None
    named: bool


class PartTask(NamedTuple):
    """Some records of a container that is read in pieces.

    Attributes:
        file: the container.
        version: which version of it was walked through; see `FileSource`.
        first: the number of the first record, from 1.
        spans: where they lie, in order.
        rows: their rows of the table (see `RecordTable`) as they were indexed; fewer where there
            were fewer.
        by_number: whether their articles are named by their numbers, whatever their own names.
        named: see `FileTask`.
    """

    file: File
    version: tuple[int, ...]
    first: int
    spans: tuple[Span, ...]
    rows: bytes
    by_number: bool
    named: bool


class Passed(NamedTuple):
    """A file that is passed over: why, the command that would make it readable, its addresses."""

    path: str
    why: str
    needs: str
    addresses: int


class FileResult(NamedTuple):
    """The result of reading one file.

    Attributes:
        path: the file's.
        entry: the file as it was read; None if it couldn't be, or shall be tried again.
        added, changed: how many articles were put in.
        gone: articles that leave the index.
        failures: path and reason of what couldn't be read.
        cuts: the path of each article of which something was left out, and what that is.
        passed: why it is passed over, if it is.
    """

    path: str
    entry: Entry | None
    added: int = 0
    changed: int = 0
    gone: tuple[ArticleId, ...] = ()
    failures: tuple[tuple[str, str], ...] = ()
    cuts: tuple[tuple[str, str], ...] = ()
    passed: Passed | None = None


class PartResult(NamedTuple):
    """The result of reading some records of a container.

    Attributes:
        path: the container's.
        first: the number of the first record.
        records: how many they are.
        rows: the rows of all of them, as they are indexed now.
        fresh: for each, whether its article was put in now.
        failures, cuts: as in `FileResult`.
        changed: whether the file isn't any more the one that was walked through; then nothing
            was read.
    """

    path: str
    first: int
    records: int
    rows: bytes
    fresh: tuple[bool, ...] = ()
    failures: tuple[tuple[str, str], ...] = ()
    cuts: tuple[tuple[str, str], ...] = ()
    changed: bool = False

    @property
    def put_in(self) -> Iterator[ArticleId]:
        """The articles that were put in now."""
        table = RecordTable(self.rows)
        for number, fresh in enumerate(self.fresh, 1):
            if fresh and (article := table.article(number)):
                yield article
