"""The engine of a library: an index kept here for a folder or a file, or an archive elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from search.archive_options import options_of
from search.desk.cache_folder import index_folder, refusal
from search.engine import engine_choice
from search.errors import LibraryError
from search.ingest.sync_report import SyncReport

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from search.archive_address import ArchiveAddress
    from search.archive_options import Archives
    from search.engine import Engine
    from search.library import Location


def library_engine(
    there: tuple[Location, Path | None, Archives],
    memory: int | None,
    refill: Callable[[], object],
    tell: Callable[[str], None],
    stand_in: Callable[[], Path | None],
) -> Engine:
    """Open the engine of a library; see `engine_choice.open_engine`.

    An archive is asked nothing yet. `there` is where the library is, where indexes are kept, the
    user's cache folder when None, and how archives are asked.
    """
    where, cache, archives = there
    if where.archive:
        options = options_of(where.archive, archives)
        return engine_choice.open_any_archive(where.archive, options, tell)
    home, refused = index_folder(where, cache), refusal(where, cache)
    return engine_choice.open_engine(home, memory, refill, tell, refused, stand_in)


def archive_report(engine: Engine, where: ArchiveAddress, news: Callable[[], bool]) -> SyncReport:
    """Report of an archive, which only a push brings up to date; raise LibraryError without one."""
    state = engine.state()
    if state.kind != "ready":
        raise LibraryError(where, state.reason)
    return SyncReport(engine.read(len), 0, 0, 0, (), (), (), 0, None, 0.0, news())
