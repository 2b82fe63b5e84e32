"""The text of an element that may say no more than a line or two."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from search.text.clean import clean, one_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.html import HtmlElement

LONGEST = 10_000
"""Characters of a text that is looked at."""
_MOST_PARTS = 500
"""Pieces it may have; what has more is a part of the page, and would be read again and again."""
_ONE_LINE = frozenset(
    {"span", "b", "i", "em", "strong", "font", "small", "bdi", "meta", "u", "wbr"}
)
"""Elements whose text goes on with what stands around it."""


def tidy(text: str) -> str:
    """Give strangers' text in one clean line, no longer than any head needs."""
    return one_line(clean(text[:LONGEST]))


def element_text(element: HtmlElement, stroke: str = " ") -> str:
    """Give the text of a small element in one clean line, empty for one that is large.

    Args:
        element: of a page.
        stroke: what stands between the parts of it that a page sets apart: a name, what it
            does, a day.
    """
    parts = list(islice(_parts(element, stroke), _MOST_PARTS + 1))
    if len(parts) > _MOST_PARTS or sum(map(len, parts)) > LONGEST:
        return ""
    return tidy("".join(parts)).strip(" |")


def _is_glued(inner: HtmlElement) -> bool:
    """Tell whether an element begins a word right behind another: what a style sets apart."""
    before = inner.getprevious()
    if before is None or before.tail or before.tag not in _ONE_LINE:
        return False
    return (before.text or "")[-1:].islower() and (inner.text or "")[:1].isupper()


def _parts(element: HtmlElement, stroke: str) -> Iterator[str]:
    yield element.text or ""
    for inner in element:
        apart = "" if inner.tag in _ONE_LINE and not _is_glued(inner) else stroke
        yield apart
        yield from _parts(inner, stroke)
        yield apart
        yield inner.tail or ""
