"""What the reader did: marks of articles, notes, saved searches, and what was said of stories.

All of it lies in one SQLite database in the user's data folder. SQLite is loaded only when there
is something to read or to keep; here stand the values alone, which a start doesn't wait long for.
"""

from search.marks.mark_values import (
    NO_MARKS,
    WHOLE_ARTICLE,
    MarkChange,
    Marks,
    Note,
    Passage,
    SavedSearch,
)

__all__ = [
    "NO_MARKS",
    "WHOLE_ARTICLE",
    "MarkChange",
    "Marks",
    "Note",
    "Passage",
    "SavedSearch",
]
