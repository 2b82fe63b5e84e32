"""Search engines: the protocol, its values, and the choice of one.

Whatever stores an index, how it mends itself, and how it numbers its documents is known below
this room only.
"""

from search.engine.answers import (
    Counts,
    Frequencies,
    Row,
    SharedStory,
    Similar,
    SourceCounts,
    StoryGroup,
    Total,
    WordCounts,
)
from search.engine.cancellation import never_cancelled, while_wanted
from search.engine.protocol import Engine, Found, Snapshot
from search.engine.sort_order import Sort
from search.engine.state import Health, State, Storage
from search.engine.writer_protocol import Writer

__all__ = [
    "Counts",
    "Engine",
    "Found",
    "Frequencies",
    "Health",
    "Row",
    "SharedStory",
    "Similar",
    "Snapshot",
    "Sort",
    "SourceCounts",
    "State",
    "Storage",
    "StoryGroup",
    "Total",
    "WordCounts",
    "Writer",
    "never_cancelled",
    "while_wanted",
]
