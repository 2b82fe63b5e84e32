"""The full-text index: the only room that knows Whoosh.

Above it, nothing tells which engine answers.
"""

from search.index.reader import Match, Reader
from search.index.schema import Facts
from search.index.spelling import respell
from search.index.store import ENGINE, DamagedError, State, Store
from search.index.writer import Writer, write

__all__ = [
    "ENGINE",
    "DamagedError",
    "Facts",
    "Match",
    "Reader",
    "State",
    "Store",
    "Writer",
    "respell",
    "write",
]
