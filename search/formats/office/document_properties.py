"""What the properties of a document say of it, in Dublin Core."""

from __future__ import annotations

from typing import TYPE_CHECKING

from search.formats.bounded_xml import walk_xml
from search.formats.office.office_document import LARGEST_PART

if TYPE_CHECKING:
    from collections.abc import Mapping

    from search.formats.zip_parts import ZipParts

_DUBLIN_CORE = "http://purl.org/dc/elements/1.1/ "
_FIRST_CREATOR = "urn:oasis:names:tc:opendocument:xmlns:meta:1.0 initial-creator"
_LONGEST = 2_000


def read_properties(parts: ZipParts, part: str, path: str) -> tuple[str, str]:
    """Give the title and the creator that a document's properties state, empty where they don't.

    `part` is the file within it that has them, if any has.

    When it was created, and saved, says nothing of when an article was published.
    """
    if part not in parts:
        return "", ""
    said = _Properties()
    walk_xml(parts.read(part, LARGEST_PART), said, path)
    creator = said.of(_FIRST_CREATOR) or said.of(f"{_DUBLIN_CORE}creator")
    return said.of(f"{_DUBLIN_CORE}title"), creator


class _Properties:
    def __init__(self) -> None:
        self._said: dict[str, str] = {}
        self._open = ""

    def of(self, name: str) -> str:
        return " ".join(self._said.get(name, "").split())

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        del attributes
        self._open = name

    def end(self, name: str) -> None:
        del name
        self._open = ""

    def text(self, text: str) -> None:
        said = self._said.get(self._open, "")
        if len(said) < _LONGEST:
            self._said[self._open] = said + text[:_LONGEST]
