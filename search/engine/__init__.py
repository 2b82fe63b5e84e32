"""Search engines: the protocol, its values, and the choice of one.

Whatever stores an index, how it mends itself, and how it numbers its documents is known below
this room only.
"""

from search.engine.answers import Counts, Frequencies, Row, Similar, SourceCounts, StoryGroup, Total
from search.engine.protocol import Engine, Found, Snapshot, Writer, never_cancelled
from search.engine.sort_order import Sort
from search.engine.state import Health, State, Storage

__all__ = [
    "Counts",
    "Engine",
    "Found",
    "Frequencies",
    "Health",
    "Row",
    "Similar",
    "Snapshot",
    "Sort",
    "SourceCounts",
    "State",
    "Storage",
    "StoryGroup",
    "Total",
    "Writer",
    "never_cancelled",
]
