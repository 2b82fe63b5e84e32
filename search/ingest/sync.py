"""Syncing an index with its folder."""

from __future__ import annotations

import time
from functools import partial
from typing import TYPE_CHECKING

from search.errors import CancelledError, LibraryError, UnseenError
from search.formats import ARTICLE_SUFFIXES
from search.ingest.ingest_file import Task, ingest
from search.ingest.sync_outcome import SyncOutcome
from search.ingest.sync_report import SyncReport
from search.library import FilesUpdate, Presence, article_id, changes, scan

if TYPE_CHECKING:
    from collections.abc import Sequence

    from search.engine import Engine, Writer
    from search.errors import ArticleError
    from search.ingest.ingest_file import FileResult
    from search.ingest.sync_progress import SyncWatch
    from search.library import Changes, Entry, File, Location
    from search.notices import Notices

_FIRST_SAVE = 1.0
_LAST_SAVE = 10.0
"""Seconds of work that a crash or a cancel may lose, at first and from some minutes on."""

_AWAY = (
    "{}: this folder is empty and isn't the one that was read before, as when a disk is missing;"
    " its articles ({:,}) stay in the index; diptych index --rebuild forgets them"
)


class Sync:
    """One sync; see `Desk.sync`.

    Attributes:
        kept: what was done so far and is safe.
    """

    def __init__(self, where: Location, watch: SyncWatch, notices: Notices) -> None:
        self._where = where
        self._presence = Presence(where)
        self._watch = watch
        self._notices = notices
        self.kept = SyncOutcome()
        self._known = 0

    def run(self, engine: Engine, *, rebuild: bool) -> SyncReport:
        """Do it, or, once cancelled, as much of it as is safe."""
        begun = time.perf_counter()
        files, unlisted = scan(self._where, ARTICLE_SUFFIXES)
        rebuilt = engine.write(partial(self._bring, files, unlisted), rebuild=rebuild)
        return SyncReport(
            articles=self._articles,
            added=self.kept.added,
            changed=self.kept.changed,
            removed=self.kept.removed,
            failed=tuple(sorted(self.kept.failed, key=lambda error: error.path)),
            cut=tuple(sorted(self.kept.cut)),
            rebuilt=rebuilt,
            seconds=time.perf_counter() - begun,
        )

    @property
    def _articles(self) -> int:
        """How many articles can be found by now."""
        return self._known + self.kept.added - self.kept.removed

    def _bring(
        self, files: Sequence[File], unlisted: Sequence[ArticleError], writer: Writer
    ) -> str | None:
        """Bring the index up to date; give why it was built anew, if it was and is complete."""
        self.kept, self._known = SyncOutcome(), len(writer.known.entries)
        diff = changes(writer.known.entries, files)
        work = SyncOutcome(failed=list(unlisted))
        if diff.removed and not files and self._elsewhere(writer):
            self._notices.add(_AWAY.format(self._where.path, len(writer.known.entries)))
            self.kept.take(work)
            return writer.rebuilt
        for path in self._gone(diff, unlisted):
            work.lose(path)
        try:
            if writer.fresh or diff.suspect or work.touched:
                self._read(diff, writer, work)
                total = len(diff.suspect)
                self._watch.tell(total, total, "", self._articles)
                self._finish(writer, work)
            else:
                self._note_files(writer, work)
        except CancelledError:
            return None
        return writer.rebuilt

    def _elsewhere(self, writer: Writer) -> bool:
        """Tell whether another folder lies in the place of the one that was read before.

        That is what is seen of a disk that isn't there: the empty folder it would lie over.
        """
        return writer.known.folder not in {"", self._presence.identity}

    def _gone(self, diff: Changes, unlisted: Sequence[ArticleError]) -> list[str]:
        """Name the files that are gone; what can't be looked at may still be there."""
        if diff.removed:
            self._stay()
        unseen = [error.path for error in unlisted if isinstance(error, UnseenError)]
        below = tuple(f"{path}/" for path in unseen)
        return [path for path in diff.removed if path not in unseen and not path.startswith(below)]

    def _stay(self) -> None:
        """Raise LibraryError if the folder isn't there any more: its files aren't gone then."""
        if self._presence.lost():
            reason = "the folder has gone while it was read; its articles stay in the index"
            raise LibraryError(self._where.path, reason)

    def _count(self, work: SyncOutcome, told: FileResult) -> None:
        if not told.entry:
            self._stay()
        work.note(told)

    def _read(self, diff: Changes, writer: Writer, work: SyncOutcome) -> None:
        """Read what may have changed, and make it safe now and then."""
        total = len(diff.suspect)
        self._watch.tell(0, total, "", self._articles)
        gap = _FIRST_SAVE
        due = time.monotonic() + gap
        known = writer.known.entries
        tasks = (Task(file, _digest(known.get(file.path))) for file in diff.suspect)
        done = 0
        make = partial(ingest, self._where.root)
        for told in writer.put_each(tasks, make, total, self._watch.cancelled):
            self._count(work, told)
            done += 1
            self._watch.tell(done, total, told.path, self._articles)
            if self._watch.cancelled():
                raise CancelledError
            if time.monotonic() >= due and writer.gradual:
                done += self._save(writer, work)
                gap = min(2 * gap, _LAST_SAVE)
                due = time.monotonic() + gap

    def _save(self, writer: Writer, work: SyncOutcome) -> int:
        """Make what was done safe and searchable; give how many more files that turned out."""
        writer.remove(map(article_id, work.gone))
        late: list[FileResult] = writer.save()
        for told in late:
            if told.entry:
                self._count(work, told)
        self._note_files(writer, work)
        for told in late:
            if not told.entry:  # its article leaves the index with the next save
                self._count(work, told)
        return len(late)

    def _finish(self, writer: Writer, work: SyncOutcome) -> None:
        """Make all that was done safe and searchable."""
        writer.remove(map(article_id, work.gone))
        if writer.fresh or work.touched or self.kept.touched:
            writer.commit()
        self._note_files(writer, work)

    def _note_files(self, writer: Writer, work: SyncOutcome) -> None:
        """Note which files are in the index, and count what was done as kept."""
        self.kept.take(work)
        failures = tuple((error.path, error.reason) for error in self.kept.failed)
        update = FilesUpdate(
            tuple(work.written), tuple(work.gone), failures, self._presence.identity
        )
        writer.note(update)
        work.clear()


def _digest(known: Entry | None) -> bytes | None:
    return known.digest if known else None
