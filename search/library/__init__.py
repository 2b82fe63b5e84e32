"""The files of a library, and what changed since they were last read."""

from search.library.bundle import bundled
from search.library.folder_scan import NO_FILE, File, Location, article_id, locate, scan
from search.library.known_files import Changes, Entry, FilesUpdate, KnownFiles, changes
from search.library.presence import Presence

__all__ = [
    "NO_FILE",
    "Changes",
    "Entry",
    "File",
    "FilesUpdate",
    "KnownFiles",
    "Location",
    "Presence",
    "article_id",
    "bundled",
    "changes",
    "locate",
    "scan",
]
