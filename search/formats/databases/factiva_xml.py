"""Factiva's XML: `article` elements with headline, paragraphs, day and paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from search.formats.bounded_xml import walk_xml
from search.formats.container import Unreadable
from search.formats.databases.export_lines import one_paragraph, paragraphs_of, wrapping_width
from search.formats.databases.export_record import export_record

if TYPE_CHECKING:
    from collections.abc import Mapping

    from search.formats.container import Draft

_WHERE = "Factiva"
_TEXT = frozenset({"leadParagraph", "tailParagraphs", "tailParagraph", "corrections"})
_FIELDS = {
    "headline": "title",
    "byline": "byline",
    "credit": "credit",
    "sourceName": "source",
    "publicationDate": "date",
    "baseLanguage": "language",
    "accessionNo": "own",
}


def read_factiva_xml(data: bytes, path: str) -> list[Draft]:
    """Give the articles of a document; raise ArticleError, which names `path`, if it is broken.

    Cost: linear.
    """
    walker = _Articles()
    walk_xml(data, walker, path)
    return walker.articles


class _Articles:
    def __init__(self) -> None:
        self.articles: list[Draft] = []
        self._fields: dict[str, list[str]] | None = None
        self._into = ""
        self._depth = 0

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        del attributes
        local = name.rpartition(" ")[2]
        if local == "article":
            self._fields = {}
        elif self._into:
            self._depth += 1
            if local == "paragraph":
                self.text("\n\n")
        elif self._fields is not None and (local in _TEXT or local in _FIELDS):
            self._into = _FIELDS.get(local, "text")
            self._fields.setdefault(self._into, []).append("\n\n")

    def end(self, name: str) -> None:
        if self._depth:
            self._depth -= 1
        elif self._into:
            self._into = ""
        elif name.rpartition(" ")[2] == "article" and self._fields is not None:
            self.articles.append(_article(self._fields))
            self._fields = None

    def text(self, text: str) -> None:
        if self._fields is not None and self._into:
            self._fields[self._into].append(text)


def _article(said: Mapping[str, list[str]]) -> Draft:
    fields = {
        name: one_paragraph(pieces) if name != "text" else "" for name, pieces in said.items()
    }
    lines = "".join(said.get("text", ())).split("\n")
    paragraphs = paragraphs_of(lines, wrapping_width(lines))
    if not paragraphs and not fields.get("title"):
        return Unreadable("there is no text in the record", fields.get("own", ""))
    return export_record(fields, paragraphs, _WHERE, fields.get("own", ""))
