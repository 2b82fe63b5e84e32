"""The kinds of files that hold articles, told by their names and their first bytes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from search.formats.container import Container, Source

Recognise: TypeAlias = Callable[[bytes], bool]
Open: TypeAlias = Callable[[Source, str], Container]
ColumnNames: TypeAlias = tuple[tuple[str, str], ...]
"""What a column holds, such as `title`, and what it is called; empty where nobody has said."""
OpenByColumns: TypeAlias = Callable[[Source, str, ColumnNames], Container]

OpenInner: TypeAlias = Callable[[Source, str], Container]
"""Takes a file within an archive apart, given its bytes and its name in the archive."""
OpenArchive: TypeAlias = Callable[[Source, str, OpenInner], Container]

SAMPLE = 1 << 16
"""Bytes of a file's beginning that its kind is told by."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of file.

    Attributes:
        name: what it is, for a sentence: `a LexisNexis export`.
        suffixes: in lower case with their dots, those of its files; `.tar.gz` counts before `.gz`.
        open: takes such a file apart, given its bytes and the name it is reported under; raises
            ArticleError for one that is broken, PassedOverError for one that holds no articles.
        recognises: tells such a file by its first bytes (`SAMPLE` of them at most), and never
            raises; None where the suffix is enough.
        signed: whether they are told so surely that no suffix is needed.
        streamed: whether such files may be too large to be read whole, and are read in pieces.
        single: whether such a file is one article, which goes by the file's path.
        illustrated: whether most of such a file may be pictures that aren't read, so that one
            article may be as large as a file of many.
        by_columns: what `open` does, given also what the columns of a table are called; None for
            files without any.
        extra: which extra of the package has what reads it; empty if nothing more is needed.
        archive: takes the place of `open` for archives of files, which are told how those are read.
    """

    name: str
    suffixes: tuple[str, ...]
    open: Open
    recognises: Recognise | None = None
    signed: bool = False
    streamed: bool = False
    single: bool = False
    illustrated: bool = False
    extra: str = ""
    archive: OpenArchive | None = None
    by_columns: OpenByColumns | None = None
