"""Bytes without a name, as of standard input, named so that their kind is told as a file's is."""

from __future__ import annotations

import codecs
from typing import TYPE_CHECKING

from search.errors import ArticleError
from search.formats import PassedOverError, open_container
from search.formats.feeds import is_feed
from search.formats.feeds.opml import is_opml
from search.formats.kinds import SAMPLE
from search.formats.tables.json_lines import is_json_lines

if TYPE_CHECKING:
    from search.formats import Source
    from search.formats.kinds import ColumnNames

_UNNAMED = "standard input"


def name_by_content(source: Source, columns: ColumnNames = ()) -> str:
    """Name bytes without a name so that their kind is told as a file's is.

    What a table or JSON is isn't told by its first bytes alone, so it is tried: what can be read as
    one is one, as are JSON and addresses in which there is no article. Cost: that of opening them.
    """
    begin = source.read(0, SAMPLE).removeprefix(codecs.BOM_UTF8).lstrip()
    if is_feed(begin) or is_opml(begin):
        return _UNNAMED
    if begin[:1] in {b"{", b"["}:
        suffixes: tuple[str, ...] = (".jsonl" if is_json_lines(begin) else ".json",)
    else:
        suffixes = (".csv", ".tsv")
    if columns:  # who names columns means a table, and is told what it lacks
        return _UNNAMED + suffixes[0]
    for suffix in suffixes:
        try:
            open_container(source, _UNNAMED + suffix)
        except PassedOverError as error:
            if suffix.startswith(".json") or error.addresses:
                return _UNNAMED + suffix
        except ArticleError:
            continue
        else:
            return _UNNAMED + suffix
    return _UNNAMED
