"""The Reuters-21578 collection: stories in SGML, a thousand a file.

Lewis, Reuters-21578 text categorization test collection, distribution 1.0 (1997).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from search.article import Block
from search.formats.container import Span, Unreadable
from search.formats.databases.export_lines import paragraphs_of, wrapping_width
from search.formats.databases.export_record import author_names, first_day
from search.formats.databases.tag_scan import attribute, unescaped
from search.formats.heads.stated_head import stated_head
from search.formats.record import Record
from search.text.clean import clean, one_line
from search.untrusted import decoded

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from search.formats.container import Draft, Source

_WHERE = "Reuters-21578"
_START, _END = b"<REUTERS ", b"</REUTERS>"
_PIECE = 1 << 20
_LARGEST = 1 << 20
"""Bytes of a story, which has some thousand."""

_SIGNED = frozenset({"reuter", "reuters"})
_STARS = re.compile(r"^\s*\*+.*$", re.MULTILINE)


def has_reuters(sample: bytes) -> bool:
    """Tell a file of the collection by its beginning."""
    return _START in sample and b"NEWID=" in sample


@dataclass(frozen=True, slots=True)
class ReutersStories:
    """A file of the collection, read story by story; see `Container`."""

    source: Source

    def spans(self) -> Iterator[Span]:
        """Find the stories; one that never ends goes to the next, or its bound."""
        for start, stop in pairwise([*self._starts(), self.source.size]):
            yield Span(start, min(stop, start + _LARGEST))

    def _starts(self) -> Iterator[int]:
        for place in range(0, self.source.size, _PIECE):
            piece = self.source.read(place, place + _PIECE + len(_START) - 1)
            found = piece.find(_START)
            while found >= 0:
                yield place + found
                found = piece.find(_START, found + 1)

    def drafts(self, start: int, stop: int) -> Sequence[Draft]:
        """Read one story."""
        data = self.source.read(start, stop)
        end = data.find(_END)
        return [_story(decoded(data[: end if end >= 0 else len(data)], "latin-1") or "")]


def _element(markup: str, name: str) -> str:
    start = markup.find(f"<{name}>")
    stop = markup.find(f"</{name}>", start)
    return markup[start + len(name) + 2 : stop] if 0 <= start < stop else ""


def _story(markup: str) -> Draft:
    own = attribute(markup[: markup.find(">") + 1], "newid")
    text = _element(markup, "BODY") or _unformatted(markup)
    lines = clean(unescaped(text.rstrip().removesuffix("&#3;")).rstrip("\x03 \n")).split("\n")
    if lines[-1].strip().casefold() in _SIGNED:
        lines.pop()
    title = one_line(clean(unescaped(_element(markup, "TITLE"))))
    fields = {
        "title": title,
        "source": "Reuters",
        "authors": list(author_names(unescaped(_element(markup, "AUTHOR")))),
        "published": first_day(_element(markup, "DATE")),
        "tags": re.findall(r"<D>([^<]{1,40})</D>", _element(markup, "TOPICS")),
    }
    head = stated_head({name: said for name, said in fields.items() if said}, _WHERE)
    paragraphs = paragraphs_of(lines, wrapping_width(lines))
    if paragraphs:
        return Record(head, "\n\n".join(paragraphs), own)
    if title:  # a flash is its headline and nothing more
        return Record(head, own=own, blocks=(Block("paragraph", title),))
    return Unreadable("there is no text in the record", own)


def _unformatted(markup: str) -> str:
    """Give the text of a story that the collection has as it came over the wire."""
    if "</TITLE>" in markup or '<TEXT TYPE="UNPROC">' not in markup:
        return ""
    text = markup[markup.index('<TEXT TYPE="UNPROC">') + 20 :].replace("</TEXT>", "")
    return _STARS.sub("", text)
