"""The engines compared, behind one small interface. Runs on any Python that has the engine.

Each engine builds from batches of `[key, title, body, source, day]`, opens what it built, and
answers a question of a kind with as much as its `answers` say it can hold (`asked.ANSWERS`):
`(hits, total, sources, months)`, the number of the hits it gave and what else was asked for, None
for the rest. None instead for a kind of question it hasn't got. Each is asked in the quickest way
that we know of.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from speed.engines.diptych import Arrays, fields_of
from speed.engines.fts5 import Fts5, Fts5Prefixes
from speed.engines.stock import Stock
from speed.engines.tantivy import Tantivy
from speed.engines.xapian import Xapian

if TYPE_CHECKING:
    from collections.abc import Callable

    from speed.engines.asked import Engine

__all__ = ["ENGINES", "Arrays", "fields_of", "size"]

ENGINES: dict[str, Callable[[str], Engine]] = {
    "diptych": Arrays,
    "SQLite FTS5": Fts5,
    "SQLite FTS5, prefixes": Fts5Prefixes,
    "Tantivy": Tantivy,
    "stock Whoosh": Stock,
    "Xapian": Xapian,
}


def size(folder: str) -> int:
    """Count the bytes of everything in a folder."""
    return sum(
        os.path.getsize(os.path.join(where, name))
        for where, _, names in os.walk(folder)
        for name in names
    )
