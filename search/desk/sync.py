"""Bringing an index up to date with its folder."""

from __future__ import annotations

import os
import sqlite3
import time
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from search.desk.outcome import Outcome
from search.desk.taking import Task, take
from search.desk.values import SyncReport
from search.engine.whoosh import PARTNERS_AVAILABLE, DamagedError, write
from search.errors import IndexFailedError, LibraryError, UnseenError
from search.formats import ARTICLE_SUFFIXES
from search.library import Presence, article_id, scan
from search.library.manifest import Manifest, changes

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from search.desk.notes import Notes
    from search.desk.taking import Told
    from search.desk.watch import Watch
    from search.engine.whoosh import Store, Writer
    from search.errors import ArticleError
    from search.library import File, Place
    from search.library.manifest import Changes, Entry

_MANY = 400
"""Files that are worth starting other processes for, which takes as long as reading some."""
_MOST_PARTNERS = 2
"""A third one would find this process, which leads them, to be what they wait for."""
_FIRST_SAVE = 1.0
_LAST_SAVE = 10.0
"""Seconds of work that a crash or a cancel may lose, at first and from some minutes on."""


_LOCKLESS = "{}: this file system has no locks; only one program may index there at a time"
_AWAY = (
    "{}: this folder is empty and isn't the one that was read before, as when a disk is missing;"
    " its articles ({:,}) stay in the index; diptych index --rebuild forgets them"
)


@dataclass(slots=True)
class _Opened:
    """The generation a sync writes to.

    Attributes:
        generation: its folder.
        manifest: which files it holds.
        known: their entries as the sync began.
        fresh: whether this sync makes it.
        early: whether it comes into use as soon as it holds something, for nothing else can be
            searched; else once it is complete.
        rebuilt: why it is made, if not for want of one.
    """

    generation: Path
    manifest: Manifest
    known: dict[str, Entry]
    fresh: bool = False
    early: bool = False
    rebuilt: str | None = None


class Sync:
    """One sync; see `Desk.sync`.

    Attributes:
        kept: what was done so far and is safe.
    """

    def __init__(self, where: Place, store: Store, watch: Watch, notes: Notes, memory: int) -> None:
        self._where = where
        self._presence = Presence(where)
        self._notes = notes
        self._locks = True
        self._store = store
        self._watch = watch
        self._memory = memory
        self.kept = Outcome()
        self._known = 0

    def run(self, *, rebuild: bool) -> SyncReport:
        """Do it, or, once cancelled, as much of it as is safe."""
        begun = time.perf_counter()
        files, unlisted = scan(self._where, ARTICLE_SUFFIXES)
        with self._store.lock() as locks:
            self._locks = locks
            if not locks:
                self._notes.add(_LOCKLESS.format(self._store.folder))
            opened = self._open(rebuild=rebuild)
            try:
                finished = self._bring(opened, files, unlisted)
            except DamagedError:
                if not opened.fresh:
                    self._store.condemn()
                opened = self._open(rebuild=rebuild)
                try:
                    finished = self._bring(opened, files, unlisted)
                except DamagedError as error:
                    reason = f"the index can't be written: {error}"
                    raise IndexFailedError(self._store.folder, reason) from None
        return SyncReport(
            articles=self._articles,
            added=self.kept.added,
            changed=self.kept.changed,
            removed=self.kept.removed,
            failed=tuple(sorted(self.kept.failed, key=lambda error: error.path)),
            cut=tuple(sorted(self.kept.cut)),
            rebuilt=opened.rebuilt if finished else None,
            seconds=time.perf_counter() - begun,
        )

    @property
    def _articles(self) -> int:
        """How many articles can be found by now."""
        return self._known + self.kept.added - self.kept.removed

    def _open(self, *, rebuild: bool) -> _Opened:
        """Open the generation in use, or begin a new one if it can't be trusted."""
        self.kept = Outcome()
        state = self._store.state()
        generation = self._store.generation()
        if state == "ready" and generation and not rebuild:
            manifest = Manifest(generation / "manifest.sqlite", locks=self._locks)
            try:
                known = manifest.entries()
                manifest.failures()
                manifest.folder()
            except sqlite3.Error:
                state = "damaged"
            else:
                self._known = len(known)
                self._store.clear()
                return _Opened(generation, manifest, known)
        self._known = 0
        made = self._store.start()
        why = {"ready": "asked for", "missing": None}.get(state, state)
        early = state != "ready"
        manifest = Manifest(made / "manifest.sqlite", locks=self._locks)
        return _Opened(made, manifest, {}, fresh=True, early=early, rebuilt=why)

    def _bring(
        self, opened: _Opened, files: Sequence[File], unlisted: Sequence[ArticleError]
    ) -> bool:
        """Bring the index up to date; False if that was cancelled."""
        diff = changes(opened.known, files)
        work = Outcome(failed=list(unlisted))
        if diff.removed and not files and self._elsewhere(opened):
            self._notes.add(_AWAY.format(self._where.path, len(opened.known)))
            self.kept.take(work)
            return True
        for path in self._gone(diff, unlisted):
            work.lose(path)
        if not (opened.fresh or diff.suspect or work.touched):
            self._record(opened, work)
            return True
        total = len(diff.suspect)
        cancelled = self._watch.cancelled
        try:
            with write(
                opened.generation,
                memory=self._memory,
                partners=_partners(total),
                cancelled=cancelled,
            ) as writer:
                self._read(opened, diff, writer, work)
                self._watch.tell(total, total, "", self._articles)
                self._finish(opened, writer, work)
        except InterruptedError:
            return False
        return True

    def _elsewhere(self, opened: _Opened) -> bool:
        """Tell whether another folder lies in the place of the one that was read before.

        That is what is seen of a disk that isn't there: the empty folder it would lie over.
        """
        return opened.manifest.folder() not in {"", self._presence.identity}

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

    def _note(self, work: Outcome, told: Told) -> None:
        if not told.entry:
            self._stay()
        work.note(told)

    def _read(self, opened: _Opened, diff: Changes, writer: Writer, work: Outcome) -> None:
        """Read what may have changed, and make it safe now and then."""
        total = len(diff.suspect)
        self._watch.tell(0, total, "", self._articles)
        gap = _FIRST_SAVE
        due = time.monotonic() + gap
        tasks = (Task(file, _digest(opened.known.get(file.path))) for file in diff.suspect)
        done = 0
        for told in writer.work(tasks, partial(take, self._where.root)):
            self._note(work, told)
            done += 1
            self._watch.tell(done, total, told.path, self._articles)
            if self._watch.cancelled():
                raise InterruptedError
            if time.monotonic() >= due and (opened.early or not opened.fresh):
                done += self._save(opened, writer, work)
                gap = min(2 * gap, _LAST_SAVE)
                due = time.monotonic() + gap

    def _save(self, opened: _Opened, writer: Writer, work: Outcome) -> int:
        """Make what was done safe and searchable; give how many more files that turned out."""
        for path in work.gone:
            writer.remove(article_id(path))
        late = writer.checkpoint()
        for told in late:
            if told.entry:
                self._note(work, told)
        self._settle(opened, work)
        for told in late:
            if not told.entry:  # its article leaves the index with the next save
                self._note(work, told)
        return len(late)

    def _finish(self, opened: _Opened, writer: Writer, work: Outcome) -> None:
        """Make all that was done safe and searchable."""
        for path in work.gone:
            writer.remove(article_id(path))
        if opened.fresh or work.touched or self.kept.touched:
            writer.commit(whole=opened.fresh)
        self._settle(opened, work)

    def _settle(self, opened: _Opened, work: Outcome) -> None:
        """Have the manifest and the store know what the index holds."""
        self._record(opened, work)
        if opened.fresh and self._store.generation() != opened.generation:
            self._store.publish(opened.generation)
        self._watch.saved()

    def _record(self, opened: _Opened, work: Outcome) -> None:
        """Note in the manifest what is in the index, and count it as kept."""
        self.kept.take(work)
        failures = [(error.path, error.reason) for error in self.kept.failed]
        try:
            changed = opened.fresh or work.written or work.gone or self._elsewhere(opened)
            if changed or _differ(opened.manifest, failures):
                folder = self._presence.identity
                opened.manifest.record(work.written, work.gone, failures, folder)
        except sqlite3.OperationalError as error:
            # The index is ahead of its manifest, so the next sync reads some files again.
            reason = f"the index can't be written: {error}"
            raise IndexFailedError(opened.generation, reason) from None
        work.clear()


def _differ(manifest: Manifest, failures: list[tuple[str, str]]) -> bool:
    return sorted(failures) != sorted(manifest.failures())


def _digest(known: Entry | None) -> bytes | None:
    return known.digest if known else None


def _partners(files: int) -> int:
    """Say how many other processes read so many files.

    Even a single one pays: this process then keeps the interpreter for whoever looks at it.
    """
    if files < _MANY or not PARTNERS_AVAILABLE:
        return 0
    return min(_MOST_PARTNERS, _cores())


def _cores() -> int:
    """Count the processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
