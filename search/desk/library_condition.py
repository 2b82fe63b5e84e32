"""Diagnosis of a library and its index."""

from __future__ import annotations

import time
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from search.desk import first_page
from search.errors import ArticleError
from search.ingest.skipped_files import SkippedFiles
from search.library import Presence
from search.library.folder_scan import scan

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from search.engine import Engine, Health
    from search.ingest.sync_report import Skipped
    from search.library import File, Location

_AHEAD_NS = 60_000_000_000
"""By how much clocks of two machines may differ without anyone minding."""


@dataclass(frozen=True, slots=True)
class Condition:
    """The condition of a library and its index.

    Attributes:
        library: the folder or file.
        files: how many files there may hold an article.
        size: bytes they take.
        ahead: how many of them were changed in the future, by the clock of now.
        away: whether the folder is empty and not the one that was indexed: a disk is missing.
        indexed: how many articles the index holds.
        failed: what the last sync could not read, and what can't be listed now, by path.
        skipped: the files that are passed over, by suffix, most files first; what in archives is
            when they were read last.
        addresses: how many addresses its files have, of articles whose texts they haven't.
        health: how its search engine is doing.
    """

    library: Path
    files: int
    size: int
    ahead: int
    away: bool
    indexed: int
    failed: tuple[ArticleError, ...]
    skipped: tuple[Skipped, ...]
    addresses: int
    health: Health


def inspect(where: Location, engine: Engine, home: Path) -> Condition:
    """Look at everything and change nothing; see `Desk.inspect`."""
    if where.archive:
        indexed = engine.read(len) if engine.state().kind == "ready" else 0
        health = engine.health()
        return Condition(
            where.path,
            0,
            0,
            0,
            away=False,
            indexed=indexed,
            failed=(),
            skipped=(),
            addresses=0,
            health=health,
        )
    listing = scan(where)
    files, failed = listing.files, listing.failed
    known = engine.known_files()
    skipped = SkippedFiles(listing.others)
    skipped.add_entries(known.entries.values())
    health = engine.health()
    pages = [str(home / first_page.FILE)] if first_page.is_damaged(home) else []
    failures = (ArticleError(*failure) for failure in known.failures)
    every = {error.path: error for error in (*failures, *failed)}
    elsewhere = known.folder not in {"", Presence(where).identity}
    return Condition(
        library=where.path,
        files=len(files),
        size=sum(file.size for file in files),
        ahead=_ahead(files),
        away=bool(known.entries) and not files and elsewhere,
        indexed=known.articles,
        failed=tuple(error for _, error in sorted(every.items())),
        skipped=skipped.report(),
        addresses=sum(entry.addresses for entry in known.entries.values()),
        health=replace(health, damaged=(*health.damaged, *pages)),
    )


def _ahead(files: Sequence[File]) -> int:
    latest = time.time_ns() + _AHEAD_NS
    return sum(file.mtime_ns > latest for file in files)
