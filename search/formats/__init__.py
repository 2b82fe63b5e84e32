"""Reading files of all kinds: which kind one is, its articles, what they say of themselves."""

from search.formats.container import (
    BytesSource,
    Container,
    Draft,
    PassedOverError,
    Source,
    Span,
    Unpacked,
    WholeContainer,
    left_out,
)
from search.formats.kind_of import SUFFIXES, is_candidate, may_be_streamed, suffix_of
from search.formats.open_container import (
    NOTHING_READS,
    check_size,
    find_kind,
    is_one_article,
    open_container,
    open_kind,
    read_article,
)

__all__ = [
    "NOTHING_READS",
    "SUFFIXES",
    "BytesSource",
    "Container",
    "Draft",
    "PassedOverError",
    "Source",
    "Span",
    "Unpacked",
    "WholeContainer",
    "check_size",
    "find_kind",
    "is_candidate",
    "is_one_article",
    "left_out",
    "may_be_streamed",
    "open_container",
    "open_kind",
    "read_article",
    "suffix_of",
]
