"""The text of an ODT document (OpenDocument, ISO/IEC 26300)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from search.errors import ArticleError
from search.formats.bounded_xml import walk_xml
from search.formats.container import BytesSource
from search.formats.office.document_properties import read_properties
from search.formats.office.office_document import LARGEST_PART, OfficeDocument
from search.formats.office.text_flow import TextFlow
from search.formats.zip_parts import ZipParts
from search.untrusted import whole_number

if TYPE_CHECKING:
    from collections.abc import Mapping

_TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0 "
_OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0 "
_TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0 "
_STYLE = "urn:oasis:names:tc:opendocument:xmlns:style:1.0 "
_PASSED = frozenset({f"{_OFFICE}annotation", f"{_TEXT}tracked-changes", f"{_TEXT}note"})
_MOST_SPACES = 100


def read_open_document(data: bytes, path: str) -> OfficeDocument:
    """Read an ODT document; raise ArticleError, which names `path`, if it is broken.

    What was deleted, comments and notes are left out. Cost: linear.
    """
    parts = ZipParts(BytesSource(data), path)
    if "content.xml" not in parts:
        raise ArticleError(path, "this is a zipped file, but no OpenDocument text")
    main = parts.read("content.xml", LARGEST_PART)
    text = _Text()
    walk_xml(main, text, path)
    title, creator = read_properties(parts, "meta.xml", path)
    return OfficeDocument(tuple(text.flow.paragraphs), title, creator)


class _Text:
    """The paragraphs of a document."""

    def __init__(self) -> None:
        self.flow = TextFlow()
        self._passed = 0
        self._lists = 0
        self._titled = {"Title"}

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        if self._passed or name in _PASSED:
            self._passed += 1
            return
        space, _, local = name.rpartition(" ")
        if f"{space} " == _TABLE:
            self._start_table(local)
        elif f"{space} " == _TEXT:
            self._start_text(local, attributes)
        elif local == "style" and attributes.get(f"{_STYLE}parent-style-name") == "Title":
            self._titled.add(attributes.get(f"{_STYLE}name", ""))

    def _start_table(self, local: str) -> None:
        if local == "table-row":
            self.flow.begin_row()
        elif local == "table-cell":
            self.flow.begin_cell()

    def _start_text(self, local: str, attributes: Mapping[str, str]) -> None:
        match local:
            case "p":
                titled = attributes.get(f"{_TEXT}style-name") in self._titled
                self.flow.begin("title" if titled else "list" if self._lists else "paragraph")
            case "h":
                self.flow.begin("heading")
            case "list":
                self._lists += 1
            case "tab":
                self.flow.say("\t")
            case "line-break":
                self.flow.say("\n")
            case "s":
                count = whole_number(attributes.get(f"{_TEXT}c", "1")) or 1
                self.flow.say(" " * min(count, _MOST_SPACES))
            case _:
                pass

    def end(self, name: str) -> None:
        if self._passed:
            self._passed -= 1
        elif name in {f"{_TEXT}p", f"{_TEXT}h"}:
            self.flow.finish()
        elif name == f"{_TEXT}list":
            self._lists -= 1
        elif name == f"{_TABLE}table-row":
            self.flow.finish_row()

    def text(self, text: str) -> None:
        if not self._passed:
            self.flow.say(text.replace("\n", " "))
