"""Syncing an index with its folder."""

from __future__ import annotations

import time
from collections import Counter
from functools import partial
from typing import TYPE_CHECKING

from search.errors import ArticleError, CancelledError, LibraryError, UnseenError
from search.ingest.file_work import FileWork, ingest
from search.ingest.skipped_files import SkippedFiles
from search.ingest.sync_outcome import SyncOutcome
from search.ingest.sync_report import SyncReport
from search.ingest.tasks import PartResult
from search.library import FilesUpdate, Presence, changes
from search.library.folder_scan import Listing, scan, scan_file

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from search.article import ArticleId
    from search.engine import Engine, Writer
    from search.ingest.sync_progress import SyncWatch
    from search.ingest.tasks import FileResult, FileTask, PartTask
    from search.library import Changes, Entry, Location
    from search.notices import Notices

_FIRST_SAVE = 1.0
_LAST_SAVE = 10.0
"""Seconds of work that a crash or a cancel may lose, at first and from some minutes on."""

_AWAY = (
    "{}: this folder is empty and isn't the one that was read before, as when a disk is missing;"
    " its articles ({:,}) stay in the index; diptych index --rebuild forgets them"
)


class Sync:
    """One sync; see `Desk.sync`. With `only`, of that file alone, if it is in the library.

    Attributes:
        kept: what was done so far and is safe.
        fresh: the articles that were put into the index, and some that were there before.
    """

    def __init__(
        self, where: Location, watch: SyncWatch, notices: Notices, only: Path | None = None
    ) -> None:
        self._where = where
        self._only = _within(where.root, only) if only is not None else None
        self._presence = Presence(where)
        self._watch = watch
        self._notices = notices
        self.kept = SyncOutcome()
        self.fresh: list[ArticleId] = []
        self._known = 0
        self._done = 0
        self._total = 0

    def run(self, engine: Engine, *, rebuild: bool) -> SyncReport:
        """Do it, or, once cancelled, as much of it as is safe."""
        begun = time.perf_counter()
        listing = self._listing()
        rebuilt = engine.write(partial(self._bring, listing), rebuild=rebuild)
        return SyncReport(
            articles=self._articles,
            added=self.kept.added,
            changed=self.kept.changed,
            removed=self.kept.removed,
            failed=tuple(sorted(self.kept.failed, key=lambda error: error.path)),
            cut=tuple(sorted(self.kept.cut)),
            skipped=self._skipped.report(),
            addresses=self._addresses,
            rebuilt=rebuilt,
            seconds=time.perf_counter() - begun,
        )

    @property
    def _articles(self) -> int:
        """How many articles can be found by now."""
        return self._known + self.kept.added - self.kept.removed

    def _bring(self, listing: Listing, writer: Writer) -> str | None:
        """Bring the index up to date; give why it was built anew, if it was and is complete."""
        if writer.fresh and self._only is not None:  # a new index wants all
            self._only = None
            listing = scan(self._where)
        entries = writer.known.entries
        self.kept, self._known, self.fresh = SyncOutcome(), writer.known.articles, []
        self._skipped = SkippedFiles(listing.others)
        self._addresses = self._done = self._total = 0
        diff = changes(self._looked_at(entries), listing.files)
        work = SyncOutcome(failed=list(listing.failed))
        if diff.removed and not listing.files and self._elsewhere(writer):
            self._notices.add(_AWAY.format(self._where.path, writer.known.articles))
            self.kept.take(work)
            return writer.rebuilt
        self._remember(writer, diff, work)
        for path in self._gone(diff, listing.failed):
            work.gone.append(path)
            work.lose(entries[path].articles)
        try:
            if writer.fresh or diff.suspect or work.touched:
                self._read(diff, writer, work)
            else:
                self._note_files(writer, work)
        except CancelledError:
            return None
        return writer.rebuilt

    def _listing(self) -> Listing:
        """List the library, or the one file that is looked at."""
        if self._only is None:
            return scan(self._where)
        return Listing(scan_file(self._where, self._only), [], Counter())

    def _looked_at(self, entries: Mapping[str, Entry]) -> Mapping[str, Entry]:
        """Give what is known of the files that are looked at."""
        if self._only is None:
            return entries
        return {path: entries[path] for path in [self._only] if path in entries}

    def _elsewhere(self, writer: Writer) -> bool:
        """Tell whether another folder lies in the place of the one that was read before.

        That is what is seen of a disk that isn't there: the empty folder it would lie over.
        """
        return writer.known.folder not in {"", self._presence.identity}

    def _remember(self, writer: Writer, diff: Changes, work: SyncOutcome) -> None:
        """Count what was said of files that haven't changed, and so aren't read again."""
        read = {file.path for file in diff.suspect} | set(diff.removed)
        same = {path: one for path, one in writer.known.entries.items() if path not in read}
        for entry in same.values():
            self._addresses += entry.addresses
            self._skipped.add_entry(entry)
        for path, reason in writer.known.failures:
            files = {path, path.rpartition("#")[0]}
            if not files.isdisjoint(same) or (self._only is not None and self._only not in files):
                work.failed.append(ArticleError(path, reason))

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

    def _look(self) -> None:
        """Raise CancelledError once nobody wants it any more."""
        if self._watch.cancelled():
            raise CancelledError

    def _read(self, diff: Changes, writer: Writer, work: SyncOutcome) -> None:
        """Read what may have changed, and make it safe now and then."""
        self._watch.tell(0, len(diff.suspect), "", self._articles)
        known, named = writer.known.entries, self._where.only is not None
        self._files = FileWork(self._where.root, diff.suspect, known, self._look, named=named)
        for refused in self._files.refused:
            self._count(work, refused)
        self._done = 0
        self._total = self._files.total
        self._gap = _FIRST_SAVE
        self._due = time.monotonic() + self._gap
        self._work(self._files.tasks(), writer, work)
        again, names = self._files.again()
        if again:
            writer.remove(names)
            work.again = True
            self._work(again, writer, work)
        self._watch.tell(self._total, self._total, "", self._articles)
        self._finish(writer, work)

    def _work(
        self, tasks: Iterable[FileTask | PartTask], writer: Writer, work: SyncOutcome
    ) -> None:
        make = partial(ingest, self._where.root)
        for told in writer.put_each(tasks, make, self._total, self._watch.cancelled):
            self._count(work, told)
            self._watch.tell(self._done, self._total, told.path, self._articles)
            self._look()
            if time.monotonic() >= self._due and writer.gradual:
                self._save(writer, work)
                self._gap = min(2 * self._gap, _LAST_SAVE)
                self._due = time.monotonic() + self._gap

    def _count(self, work: SyncOutcome, told: FileResult | PartResult) -> None:
        """Count what came of a piece of work."""
        if isinstance(told, PartResult):
            self.fresh.extend(told.put_in)
            counted = self._files.take(told)
            work.added += counted.added
            work.changed += counted.changed
            work.leave_out(told.cuts)
            self._done = min(self._done + told.records, self._total)
            return
        if not told.entry:
            self._stay()
        work.note(told)
        if told.entry and (told.added or told.changed):
            self.fresh.extend(told.entry.articles)
        self._done += 1
        self._addresses += told.entry.addresses if told.entry else 0
        if told.passed:
            self._skipped.add(told.path, told.passed.why, told.passed.needs)

    def _closed(self, work: SyncOutcome, *, every: bool = False) -> list[Entry]:
        """Close the containers that are done, and count what in them isn't read."""
        closed = self._files.close(work, every=every)
        for entry in closed:
            self._addresses += entry.addresses
            self._skipped.add_entry(entry)
        return closed

    def _save(self, writer: Writer, work: SyncOutcome) -> None:
        """Make what was done safe and searchable."""
        closed = self._closed(work)
        writer.remove(work.gone_articles)
        late: list[FileResult | PartResult] = writer.save()
        work.written.extend(closed)
        later = [told for told in late if not isinstance(told, PartResult) and told.gone]
        for told in late:
            if told not in later:
                self._count(work, told)
        work.written.extend(self._files.unfinished())
        self._note_files(writer, work)
        for told in later:  # their articles leave the index with the next save
            self._count(work, told)

    def _finish(self, writer: Writer, work: SyncOutcome) -> None:
        """Make all that was done safe and searchable."""
        work.written.extend(self._closed(work, every=True))
        writer.remove(work.gone_articles)
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


def _within(root: Path, file: Path) -> str:
    """Give the path of a file in a library; empty, which no file has, for one outside."""
    return file.relative_to(root).as_posix() if file.is_relative_to(root) else ""
