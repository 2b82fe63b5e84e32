"""The text of a DOCX document (ECMA-376, WordprocessingML)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from search.errors import ArticleError
from search.formats.bounded_xml import walk_xml
from search.formats.container import BytesSource
from search.formats.office.document_properties import read_properties
from search.formats.office.office_document import LARGEST_PART, OfficeDocument
from search.formats.office.text_flow import TextFlow
from search.formats.zip_parts import ZipParts

if TYPE_CHECKING:
    from collections.abc import Mapping

    from search.formats.office.office_document import Part

_SPACES = ("http://schemas.openxmlformats.org/wordprocessingml/", "http://purl.oclc.org/ooxml/wordprocessingml/")  # fmt: skip
_PASSED = frozenset({"del", "moveFrom", "instrText", "footnoteReference", "Fallback"})
"""What isn't the text as it stands: deleted, moved away, code, said once more for old programs."""

_SIGNS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011"}


def read_word_document(data: bytes, path: str) -> OfficeDocument:
    """Read a DOCX document; raise ArticleError, which names `path`, if it is broken.

    Headings go by their styles, which Word names in English in every language. What was deleted,
    headers, footers, footnotes and comments are left out. Cost: linear.
    """
    parts = ZipParts(BytesSource(data), path)
    if "word/document.xml" not in parts:
        raise ArticleError(path, "this is a zipped file, but no Word document")
    main = parts.read("word/document.xml", LARGEST_PART)
    styles = _Styles()
    if "word/styles.xml" in parts:
        walk_xml(parts.read("word/styles.xml", LARGEST_PART), styles, path)
    text = _Text(styles.parts)
    walk_xml(main, text, path)
    title, creator = read_properties(parts, "docProps/core.xml", path)
    return OfficeDocument(tuple(text.flow.paragraphs), title, creator)


def _local(name: str) -> str:
    """Give the local name of what is WordprocessingML's, else the whole name."""
    space, _, local = name.rpartition(" ")
    return local if space.startswith(_SPACES) or local == "Fallback" else name


def _value(attributes: Mapping[str, str], wanted: str = "val") -> str:
    found = (value for name, value in attributes.items() if _local(name) == wanted)
    return next(found, "")


class _Styles:
    """Which styles are of headings, by their ids."""

    def __init__(self) -> None:
        self.parts: dict[str, Part] = {}
        self._style = ""

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        match _local(name):
            case "style":
                self._style = _value(attributes, "styleId")
            case "name":
                called = _value(attributes).lower()
                if called == "title":
                    self.parts[self._style] = "title"
                elif called.startswith("heading "):
                    self.parts[self._style] = "heading"
            case "outlineLvl":
                self.parts.setdefault(self._style, "heading")
            case _:
                pass

    def end(self, name: str) -> None:
        del name

    def text(self, text: str) -> None:
        del text


class _Text:
    """The paragraphs of a document."""

    def __init__(self, styles: Mapping[str, Part]) -> None:
        self.flow = TextFlow()
        self._styles = styles
        self._passed = 0
        self._said = False

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        local = _local(name)
        if self._passed or local in _PASSED:
            self._passed += 1
            return
        match local:
            case "p":
                self.flow.begin()
            case "pStyle":
                self.flow.call(self._styles.get(_value(attributes), "paragraph"))
            case "numPr":
                self.flow.call("list")
            case "t":
                self._said = True
            case "tr":
                self.flow.begin_row()
            case "tc":
                self.flow.begin_cell()
            case _:
                self.flow.say(_SIGNS.get(local, ""))

    def end(self, name: str) -> None:
        if self._passed:
            self._passed -= 1
            return
        match _local(name):
            case "p":
                self.flow.finish()
            case "t":
                self._said = False
            case "tr":
                self.flow.finish_row()
            case _:
                pass

    def text(self, text: str) -> None:
        if self._said and not self._passed:
            self.flow.say(text.replace("\n", " "))
