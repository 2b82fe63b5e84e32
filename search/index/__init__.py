"""The full-text index: the only room that knows Whoosh.

Above it, nothing tells which engine answers.
"""

from search.index.alike.closest import Near
from search.index.alike.fading import UNDATED
from search.index.alike.packing import Dwelt
from search.index.alike.ties import Ties
from search.index.arrays.damage import DamagedError
from search.index.engine.partner import AVAILABLE as PARTNERS_AVAILABLE
from search.index.engine.writer import MEMORY
from search.index.found import Column, Found
from search.index.reader import Reader
from search.index.schema import Facts
from search.index.spelling import respell
from search.index.store import ENGINE, State, Store
from search.index.tally import NO_TALLY, Tally
from search.index.writer import Writer, write

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
