"""The full-text index: the only room that knows Whoosh.

Above it, nothing tells which engine answers.
"""

from search.engine.whoosh.codec.partner import AVAILABLE as PARTNERS_AVAILABLE
from search.engine.whoosh.codec.writer import MEMORY
from search.engine.whoosh.found import Column, Found
from search.engine.whoosh.reader import Reader
from search.engine.whoosh.schema import Facts
from search.engine.whoosh.segments.damage import DamagedError
from search.engine.whoosh.similarity.closest import Near
from search.engine.whoosh.similarity.fading import UNDATED
from search.engine.whoosh.similarity.packing import Dwelt
from search.engine.whoosh.similarity.ties import Ties
from search.engine.whoosh.spelling import respell
from search.engine.whoosh.store import ENGINE, State, Store
from search.engine.whoosh.tally import NO_TALLY, Tally
from search.engine.whoosh.writer import Writer, write

__all__ = [
    "ENGINE",
    "MEMORY",
    "NO_TALLY",
    "PARTNERS_AVAILABLE",
    "UNDATED",
    "Column",
    "DamagedError",
    "Dwelt",
    "Facts",
    "Found",
    "Near",
    "Reader",
    "State",
    "Store",
    "Tally",
    "Ties",
    "Writer",
    "respell",
    "write",
]
