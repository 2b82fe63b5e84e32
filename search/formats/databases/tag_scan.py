"""The tags and texts of HTML or SGML in their order, with no tree and whatever is broken in it."""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

_TAG_NAME = re.compile(r"</?([A-Za-z][A-Za-z0-9:_-]{0,40})")
_RAW = frozenset({"script", "style"})
_LONG_NUMBER = re.compile(r"&#[xX]?[0-9a-fA-F]{9,}")
_ATTRIBUTE = r"""\b{}\s{{0,9}}=\s{{0,9}}(?:"([^"]*)"|'([^']*)'|([^\s>"']+))"""
_LONGEST_TAG = 8_000


class Piece(NamedTuple):
    """A tag, or the text between two.

    Attributes:
        name: the tag's, in lower case, with `/` before it where it closes; empty for text.
        text: the text without character references; of a tag, all between its brackets.
    """

    name: str
    text: str


def scan_tags(markup: str) -> Iterator[Piece]:
    """Yield tags and texts; comments, declarations, scripts and styles are left out.

    A `<` that begins no tag is text. Cost: linear.
    """
    place, ends = 0, _Ends(markup)
    while place < len(markup):
        start = markup.find("<", place)
        if start < 0:
            start = len(markup)
        if start > place:
            yield Piece("", unescaped(markup[place:start]))
        if start == len(markup):
            return
        if markup.startswith("<!--", start) and (stop := ends.after("-->", start + 4)) >= 0:
            place = stop
            continue
        stop = ends.after(">", start + 1)
        tag = _TAG_NAME.match(markup, start) if stop >= 0 else None
        if tag is None:
            place = stop if stop >= 0 and markup[start + 1] in "!?" else start + 1
            if place == start + 1:
                yield Piece("", "<")
            continue
        name = tag[1].lower()
        place = stop
        if markup[start + 1] == "/":
            yield Piece(f"/{name}", "")
            continue
        yield Piece(name, markup[start + 1 : min(stop - 1, start + _LONGEST_TAG)])
        if name in _RAW and (closing := ends.after(f"</{name}", place)) >= 0:
            place = max(ends.after(">", closing), closing)


def attribute(tag: str, name: str) -> str:
    """Give an attribute of a tag's text, empty where it has none."""
    found = re.search(_ATTRIBUTE.format(name), tag, re.IGNORECASE)
    return unescaped(found[1] or found[2] or found[3] or "") if found else ""


def unescaped(text: str) -> str:
    """Give text without character references; one of an endless number is no character."""
    if "&" not in text:
        return text
    return unescape(_LONG_NUMBER.sub("\ufffd", text))


class _Ends:
    """Finds what ends something, and remembers what is nowhere further on."""

    def __init__(self, markup: str) -> None:
        self._markup = markup
        self._lowered = ""
        self._missing: set[str] = set()

    def after(self, sign: str, place: int) -> int:
        """Give the place after the next such sign, -1 if there is none."""
        if sign in self._missing:
            return -1
        whole = self._markup
        if sign.startswith("</"):
            self._lowered = self._lowered or whole.translate(_LOWER)
            whole = self._lowered
        found = whole.find(sign, place)
        if found < 0:
            self._missing.add(sign)
            return -1
        return found + len(sign)


_LOWER = {code: code + 32 for code in range(ord("A"), ord("Z") + 1)}
