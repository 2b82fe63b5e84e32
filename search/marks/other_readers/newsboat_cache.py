"""The cache of newsboat: a SQLite database with a row for each article of a feed."""

from __future__ import annotations

import sqlite3
import time
from contextlib import closing
from typing import TYPE_CHECKING

from search.marks.other_readers.saved_item import SavedItem

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SIGNATURE = b"SQLite format 3\0"
"""What such a file begins with."""

MOST_ROWS = 1_000_000
"""Articles of a cache; the others are left out."""

_PATIENCE = 60.0
"""Seconds after which a question to a file that is no ordinary cache is given up."""
_STEPS = 100_000
"""Steps of SQLite between two looks at the clock."""
_ROWS = "SELECT url, unread, flags FROM rss_item WHERE unread = 0 OR length(flags) > 0 LIMIT ?"


def newsboat_items(path: Path) -> Iterator[SavedItem]:
    """Yield what was read or flagged, whichever the flag; raise ValueError for another file.

    The file is only read. Cost: linear in it.
    """
    end = time.monotonic() + _PATIENCE
    try:
        uri = f"{path.absolute().as_uri()}?mode=ro"
        with closing(sqlite3.connect(uri, uri=True, isolation_level=None)) as cache:
            cache.execute("PRAGMA trusted_schema = OFF")
            cache.set_progress_handler(lambda: time.monotonic() > end, _STEPS)
            kind = cache.execute("SELECT type FROM sqlite_master WHERE name = 'rss_item'")
            if kind.fetchone() != ("table",):
                raise ValueError("this SQLite file is no cache of newsboat")
            for url, unread, flags in cache.execute(_ROWS, (MOST_ROWS,)):
                if isinstance(url, str):
                    yield SavedItem(url, read=unread == 0, starred=bool(flags))
    except sqlite3.Error as error:
        raise ValueError(f"it can't be read as a cache of newsboat: {error}") from None
