"""Bringing an index up to date with its folder."""

from __future__ import annotations

import sqlite3
import time
from dataclasses import dataclass, field
from hashlib import blake2b
from typing import TYPE_CHECKING

from search.desk.reading import read_bytes, understand
from search.desk.values import SyncProgress, SyncReport
from search.errors import ArticleError, IndexFailedError
from search.formats import ARTICLE_SUFFIXES
from search.index import DamagedError, write
from search.library import article_id, scan
from search.library.manifest import Entry, Manifest, changes
from search.stories import terms

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from search.index import Store, Writer
    from search.library import File, Place

_RACY_NS = 2_000_000_000
"""A file changed so shortly before it was read may change again without its time telling."""


@dataclass(slots=True)
class _Tally:
    """What a sync has done so far."""

    added: int = 0
    changed: int = 0
    removed: list[str] = field(default_factory=list)
    written: list[Entry] = field(default_factory=list)
    failed: list[ArticleError] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Opened:
    """The generation a sync writes to, and what it holds already."""

    generation: Path
    manifest: Manifest
    known: dict[str, Entry]
    new: bool
    rebuilt: str | None


def sync(
    where: Place,
    store: Store,
    progress: Callable[[SyncProgress], None] | None,
    cancelled: Callable[[], bool],
    *,
    rebuild: bool,
) -> SyncReport:
    """Bring an index up to date; see `Desk.sync`."""
    begun = time.perf_counter()
    files, unlisted = scan(where, ARTICLE_SUFFIXES)
    with store.lock():
        opened = _open(store, rebuild=rebuild)
        try:
            tally = _bring(where, opened, files, progress, cancelled)
        except DamagedError:
            store.condemn()
            opened = _open(store, rebuild=rebuild)
            tally = _bring(where, opened, files, progress, cancelled)
        finished = tally is not None
        if tally is not None:
            tally.failed.extend(unlisted)
            _record(store, opened, tally)
            if opened.new:
                store.publish(opened.generation)
    tally = tally or _Tally()
    kept = opened.known.keys() - set(tally.removed) | {entry.path for entry in tally.written}
    return SyncReport(
        articles=len(kept),
        added=tally.added,
        changed=tally.changed,
        removed=len(tally.removed),
        failed=tuple(sorted(tally.failed, key=lambda error: error.path)),
        rebuilt=opened.rebuilt if finished else None,
        seconds=time.perf_counter() - begun,
    )


def _open(store: Store, *, rebuild: bool) -> _Opened:
    """Open the generation in use, or begin a new one if it can't be trusted."""
    state = store.state()
    generation = store.generation()
    if state == "ready" and generation and not rebuild:
        manifest = Manifest(generation / "manifest.sqlite")
        try:
            return _Opened(generation, manifest, manifest.entries(), new=False, rebuilt=None)
        except (sqlite3.Error, ValueError, TypeError):
            state = "damaged"
    fresh = store.start()
    why = {"ready": "asked for", "missing": None}.get(state, state)
    return _Opened(fresh, Manifest(fresh / "manifest.sqlite"), {}, new=True, rebuilt=why)


def _bring(
    where: Place,
    opened: _Opened,
    files: Sequence[File],
    progress: Callable[[SyncProgress], None] | None,
    cancelled: Callable[[], bool],
) -> _Tally | None:
    """Read what may have changed into the index; None if cancelled, and nothing is written."""
    tally = _Tally()
    diff = changes(opened.known, files)
    if not (opened.new or diff.suspect or diff.removed):
        return tally
    with write(opened.generation) as writer:
        for done, file in enumerate(diff.suspect):
            if cancelled():
                return None
            if progress:
                progress(SyncProgress(done, len(diff.suspect), file.path))
            _take(where, file, opened.known.get(file.path), writer, tally)
        for path in diff.removed:
            writer.remove(article_id(path))
        tally.removed.extend(diff.removed)
        if opened.new or tally.added or tally.changed or tally.removed:
            writer.commit()
    if progress:
        progress(SyncProgress(len(diff.suspect), len(diff.suspect), ""))
    return tally


def _take(where: Place, file: File, known: Entry | None, writer: Writer, tally: _Tally) -> None:
    """Read one file; index it if its bytes differ from those indexed."""
    id_ = article_id(file.path)
    try:
        data = read_bytes(where.root / file.path, file.path)
        digest = blake2b(data, digest_size=16).digest()
        if known is None or known.digest != digest:
            article = understand(data, file.path, id_)
            writer.put(article, terms(article).to_list())
            tally.added += known is None
            tally.changed += known is not None
    except ArticleError as error:
        tally.failed.append(error)
        if known:
            writer.remove(id_)
            tally.removed.append(file.path)
        return
    racy = time.time_ns() - file.mtime_ns < _RACY_NS
    tally.written.append(Entry(file.path, file.size, -1 if racy else file.mtime_ns, digest))


def _record(store: Store, opened: _Opened, tally: _Tally) -> None:
    failures = [(error.path, error.reason) for error in tally.failed]
    try:
        if (
            tally.written
            or tally.removed
            or opened.new
            or failures != list(opened.manifest.failures())
        ):
            opened.manifest.record(tally.written, tally.removed, failures)
    except sqlite3.Error as error:
        store.condemn()
        reason = f"the index can't be written: {error}"
        raise IndexFailedError(opened.generation, reason) from None
