"""What the reader did: marks of articles, notes, saved searches, and what was said of stories.

All of it lies in one SQLite database in the user's data folder. SQLite is loaded only when there
is something to read or to keep.
"""

from search.marks.article_keys import ArticleKeys, keys_of
from search.marks.library_marks import LibraryMarks
from search.marks.mark_values import (
    NO_MARKS,
    WHOLE_ARTICLE,
    MarkChange,
    Marks,
    Note,
    Passage,
    SavedSearch,
    note_text,
    tag_name,
)
from search.marks.passages import PassagePlace, find_again, find_quote, passage_at
from search.marks.reconcile_marks import Reconciliation
from search.marks.story_rulings import Override, Pair, decided_pairs

__all__ = [
    "NO_MARKS",
    "WHOLE_ARTICLE",
    "ArticleKeys",
    "LibraryMarks",
    "MarkChange",
    "Marks",
    "Note",
    "Override",
    "Pair",
    "Passage",
    "PassagePlace",
    "Reconciliation",
    "SavedSearch",
    "decided_pairs",
    "find_again",
    "find_quote",
    "keys_of",
    "note_text",
    "passage_at",
    "tag_name",
]
