"""Which articles there are: the folder's files, and what changed since they were last read."""

from search.library.bundle import bundled
from search.library.folder_scan import NO_FILE, File, Place, article_id, place, scan
from search.library.known_files import Changes, Entry, FilesUpdate, KnownFiles, changes
from search.library.presence import Presence

__all__ = [
    "NO_FILE",
    "Changes",
    "Entry",
    "File",
    "FilesUpdate",
    "KnownFiles",
    "Place",
    "Presence",
    "article_id",
    "bundled",
    "changes",
    "place",
    "scan",
]
