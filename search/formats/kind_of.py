"""Which kind a file is of: by its name, and by what it begins with."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from search.formats import (
    archives,
    databases,
    documents,
    feeds,
    mail,
    page_file,
    reading_lists,
    tables,
    text_file,
    web_archives,
)

if TYPE_CHECKING:
    from search.formats.kinds import Kind

KINDS: tuple[Kind, ...] = (
    *databases.KINDS,
    *reading_lists.KINDS,
    *mail.KINDS,
    *documents.KINDS,
    *web_archives.KINDS,
    *feeds.KINDS,
    *page_file.KINDS,
    *tables.KINDS,
    *text_file.KINDS,
    *archives.KINDS,
)
"""All there are. Of those that share a suffix the first that knows a file by its content counts, so
what any file may be stands last."""

SUFFIXES = frozenset(suffix for kind in KINDS for suffix in kind.suffixes)
"""The suffixes of files that may hold articles, in lower case."""

_BY_SUFFIX = {
    suffix: tuple(kind for kind in KINDS if suffix in kind.suffixes) for suffix in SUFFIXES
}
_SIGNED = tuple(kind for kind in KINDS if kind.signed)
_DELIVERED = re.compile(r"\d{9,11}\.[^.]+\.")
"""A mail in a Maildir: when it came, what makes it the only one, and a host, whose end is no suffix."""
_LONGEST_SUFFIX = 12
"""Characters after a dot that are still a suffix, and not the end of a name with stops in it."""


def suffix_of(path: str) -> str:
    """Give the suffix that a file's kind is looked for by, in lower case with its dot.

    It is the longest that some kind has, such as `.tar.gz`; else whatever stands after the last
    dot of the name; empty if that is no suffix, or the end of a name that a Maildir gives.
    """
    name = path[path.rfind("/") + 1 :].lower()
    at = name.find(".", 1)
    while at >= 0:
        if name[at:] in SUFFIXES:
            return name[at:]
        at = name.find(".", at + 1)
    if _DELIVERED.match(name):
        return ""
    last = name.rfind(".")
    suffix = name[last:] if last > 0 else ""
    return suffix if 1 < len(suffix) <= _LONGEST_SUFFIX and suffix[1:].isalnum() else ""


def is_candidate(path: str) -> bool:
    """Tell whether a file of this name may hold articles: by its suffix, or for want of one."""
    suffix = suffix_of(path)
    return suffix in SUFFIXES or (not suffix and bool(_SIGNED))


def may_be_streamed(path: str) -> bool:
    """Tell whether a file of this name may be one that is read in pieces."""
    return any(kind.streamed for kind in _BY_SUFFIX.get(suffix_of(path), _SIGNED))


def kind_of(path: str, sample: bytes, *, any_text: bool = False) -> Kind | None:
    """Tell a file's kind; None if it is of none that is known.

    Args:
        path: its name, of which only the suffix counts.
        sample: its first bytes, `kinds.SAMPLE` of them.
        any_text: whether a file that is of no kind is the text of a page, as one is that
            somebody named.
    """
    suffix = suffix_of(path)
    for kind in _BY_SUFFIX.get(suffix, () if suffix else _SIGNED):
        if kind.recognises is None or kind.recognises(sample):
            return kind
    if not any_text:
        return None
    return next((k for k in _SIGNED if k.recognises and k.recognises(sample)), text_file.TEXT)
