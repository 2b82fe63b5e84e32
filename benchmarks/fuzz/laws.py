"""What must hold of anything that is read."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from search import ArticleError, QueryError, Span
    from search.text import Token

T = TypeVar("T")

_STEERING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def twice(read: Callable[[], T]) -> T:
    """Give what a reader gives, which is the same when nothing is known yet and when all is."""
    first = read()
    assert read() == first
    return first


def sentence(error: ArticleError | QueryError) -> str:
    """Give what an error says, which is one harmless line."""
    said = str(error)
    assert "\n" not in said
    harmless(error.reason)
    return said


def harmless(text: str) -> None:
    """Hold that a text steers no terminal."""
    assert not any(unicodedata.category(sign) in {"Cc", "Cs"} for sign in text), ascii(text)
    assert not _STEERING & set(text), ascii(text)


def ordered(spans: Sequence[Span | Token], length: int) -> None:
    """Hold that spans lie in order within a text of that length, none empty, none overlapping."""
    stop = 0
    for span in spans:
        assert stop <= span.start < span.stop <= length
        stop = span.stop


def text_of(data: bytes) -> str:
    """Give the text of any bytes."""
    return data.decode("utf-8", "replace")
