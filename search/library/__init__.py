"""Which articles there are: the folder's files, and what changed since they were last read."""

from search.library.bundle import bundled
from search.library.files import File, Place, article_id, place, scan
from search.library.manifest import Changes, Entry, Manifest, changes

__all__ = [
    "Changes",
    "Entry",
    "File",
    "Manifest",
    "Place",
    "article_id",
    "bundled",
    "changes",
    "place",
    "scan",
]
