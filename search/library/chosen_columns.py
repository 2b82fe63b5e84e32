"""What the columns of some tables are called, where a user has said so."""

from __future__ import annotations

from fnmatch import fnmatchcase
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from search.formats.kinds import ColumnNames

ChosenColumns: TypeAlias = "tuple[tuple[str, ColumnNames], ...]"
"""Patterns of file names, each with the columns of such files; the first that fits counts."""

COLUMN_ROLES = (
    "title",
    "text",
    "id",
    "source",
    "authors",
    "published",
    "updated",
    "url",
    "language",
    "tags",
)
"""What a column may be said to hold."""


def columns_of(chosen: ChosenColumns, path: str) -> ColumnNames:
    """Give the columns that were chosen for a file, none for most.

    A pattern has `*`, `?` and `[…]`, is compared without case, and with the name of the file; with
    its whole path within the library if it has a `/`.
    """
    for pattern, columns in chosen:
        name = path if "/" in pattern else path.rpartition("/")[2]
        if fnmatchcase(name.lower(), pattern.lower()):
            return columns
    return ()
