"""Exports taken apart: from the bytes of a file, whatever form it has, to its articles.

What reads the lines of a database's exports is asked with the width at which they were wrapped, 0
where they weren't.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from search.formats.container import PassedOverError, WholeContainer
from search.formats.databases.export_lines import wrapping_width
from search.formats.databases.export_sample import is_markup
from search.formats.databases.factiva import has_factiva, read_factiva
from search.formats.databases.lexisnexis import has_lexisnexis, read_lexisnexis
from search.formats.databases.markup_lines import markup_lines
from search.formats.databases.nexis_uni import has_nexis_uni, read_nexis_uni
from search.formats.databases.proquest import has_proquest, read_proquest
from search.formats.decode import decode
from search.untrusted import decoded

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from search.formats.container import Draft, Source

FORMS: tuple[
    tuple[Callable[[Sequence[str]], bool], Callable[[Sequence[str], int], list[Draft]]], ...
] = (
    (has_lexisnexis, read_lexisnexis),
    (has_nexis_uni, read_nexis_uni),
    (has_proquest, read_proquest),
    (has_factiva, read_factiva),
)
_CHARSET = re.compile(rb"charset\s{0,9}=\s{0,9}[\"']?([A-Za-z0-9_.:-]{2,40})", re.IGNORECASE)
_HEAD = 4_096


def markup_text(data: bytes, name: str) -> str:
    """Decode a text or a page: by UTF-8 where it fits, else as a page itself declares."""
    declared = _CHARSET.search(data[:_HEAD])
    if declared and b"\0" not in data:
        fits = decoded(data, "utf-8") or ""
        if "\ufffd" in fits:
            text = decoded(data, decoded(declared[1], "ascii") or "")
            if text is not None and data.strip():
                return text
    return decode(data, name)


def drafts_of(lines: Sequence[str], width: int = 0) -> list[Draft]:
    """Give the articles of an export by its lines; none if they are of no export known.

    Args:
        lines: as the export has them.
        width: at which they were wrapped; 0 where each is a paragraph.
    """
    return next((read(lines, width) for has, read in FORMS if has(lines)), [])


def opened(source: Source, drafts: Sequence[Draft]) -> WholeContainer:
    """Give articles as a container; raise PassedOverError where there are none."""
    if not drafts:
        raise PassedOverError("no articles of a news database")
    return WholeContainer(source.size, drafts)


def open_lines(source: Source, name: str) -> WholeContainer:
    """Open an export that is a text or a page."""
    text = markup_text(source.read(0, source.size), name)
    if is_markup(text):
        return opened(source, drafts_of([line.text for line in markup_lines(text)]))
    lines = text.splitlines()
    return opened(source, drafts_of(lines, wrapping_width(lines)))
