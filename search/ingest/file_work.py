"""The work that changed files are: those to be read whole, and those to be read in pieces."""

from __future__ import annotations

from typing import TYPE_CHECKING

from search.errors import ArticleError, UnseenError
from search.formats import PassedOverError, find_kind, may_be_streamed
from search.ingest.ingest_file import ingest_file, passed_over
from search.ingest.ingest_part import ingest_part
from search.ingest.streamed_file import StreamedFile
from search.ingest.tasks import FileResult, FileTask, PartTask
from search.library.open_file import FileSource

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterator, Mapping, Sequence
    from pathlib import Path

    from search.article import Article, ArticleId
    from search.ingest.streamed_file import Counted
    from search.ingest.sync_outcome import SyncOutcome
    from search.ingest.tasks import PartResult
    from search.library import Entry, File


def ingest(
    root: Path, task: FileTask | PartTask
) -> Generator[Article, None, FileResult | PartResult]:
    """Do a piece of work, in whichever process; give the articles that differ from the index."""
    if isinstance(task, PartTask):
        return (yield from ingest_part(root, task))
    return (yield from ingest_file(root, task))


class FileWork:
    """The work that some files are.

    Attributes:
        streamed: the files that are read in pieces, by path.
        refused: what came of files that couldn't be walked through, or are passed over.
    """

    def __init__(
        self,
        root: Path,
        files: Sequence[File],
        known: Mapping[str, Entry],
        look: Callable[[], None],
        *,
        named: bool,
    ) -> None:
        """Walk through those that are read in pieces; the arguments are those of `StreamedFile`."""
        self._root = root
        self._known = known
        self._named = named
        self._whole: list[File] = []
        self.streamed: dict[str, StreamedFile] = {}
        self.refused: list[FileResult] = []
        self._touched: set[str] = set()
        for file in files:
            if may_be_streamed(file.path) or named:
                self._walk(file, look)
            else:
                self._whole.append(file)

    def _walk(self, file: File, look: Callable[[], None]) -> None:
        known = self._known.get(file.path)
        try:
            with FileSource(self._root / file.path, file.path) as source:
                kind = find_kind(source, file.path, any_text=self._named)
                if not kind.streamed:
                    self._whole.append(file)
                    return
                self.streamed[file.path] = StreamedFile(
                    source, kind, file, known, look, named=self._named
                )
        except PassedOverError as error:
            self.refused.append(passed_over(file, known.articles if known else (), error))
        except ArticleError as error:
            held = known.articles if known and not isinstance(error, UnseenError) else ()
            failure = ((file.path, error.reason),)
            self.refused.append(FileResult(file.path, None, gone=held, failures=failure))

    @property
    def total(self) -> int:
        """How many files and records there are to be read."""
        return len(self._whole) + sum(one.records for one in self.streamed.values())

    def tasks(self) -> Iterator[FileTask | PartTask]:
        """Give all there is to be done, once."""
        for file in self._whole:
            yield FileTask(file, self._known.get(file.path), self._named)
        for streamed in tuple(self.streamed.values()):
            yield from streamed.parts()

    def take(self, result: PartResult) -> Counted:
        """Note what came of some records."""
        streamed = self.streamed[result.path]
        self._touched.add(result.path)
        return streamed.take(result)

    def again(self) -> tuple[list[PartTask], list[ArticleId]]:
        """Give what is to be done again, and which articles are to be removed before.

        Records of one name may both have been put in, by different processes. Called once all
        tasks are done.
        """
        tasks: list[PartTask] = []
        names: list[ArticleId] = []
        for streamed in self.streamed.values():
            doubled = streamed.doubled()
            if doubled.names:
                names.extend(doubled.names)
                tasks.extend(streamed.again(doubled))
        return tasks, names

    def close(self, work: SyncOutcome, *, every: bool = False) -> list[Entry]:
        """Count what leaves the index with the containers that are done; give their entries.

        The entries hold once that has been removed. `every` closes all, done or not: those that
        have records of one name are closed so, at the end.
        """
        entries: list[Entry] = []
        for path, streamed in tuple(self.streamed.items()):
            if every or (streamed.done and not streamed.doubled().names):
                work.lose(streamed.gone())
                work.added += streamed.uncounted()
                work.fail(streamed.failures)
                entries.append(streamed.entry(complete=True))
                del self.streamed[path]
                self._touched.discard(path)
        return entries

    def unfinished(self) -> list[Entry]:
        """Give the entries of containers of which something was read since this was last asked."""
        touched, self._touched = self._touched, set()
        return [self.streamed[path].entry(complete=False) for path in sorted(touched)]
