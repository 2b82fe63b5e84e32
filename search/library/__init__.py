"""The files of a library, and what changed since they were last read.

What has to know the formats of files stands in modules of its own, which a start doesn't wait for:
`folder_scan`, `article_files`, `open_containers`.
"""

from search.library.bundle import bundled
from search.library.known_files import Changes, Entry, File, FilesUpdate, KnownFiles, changes
from search.library.location import Location, article_id, locate
from search.library.place import Place
from search.library.presence import Presence
from search.library.record_table import RecordTable

__all__ = [
    "Changes",
    "Entry",
    "File",
    "FilesUpdate",
    "KnownFiles",
    "Location",
    "Place",
    "Presence",
    "RecordTable",
    "article_id",
    "bundled",
    "changes",
    "locate",
]
