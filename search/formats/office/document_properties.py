"""What the properties of a document say of it, in Dublin Core."""

from __future__ import annotations

from typing import TYPE_CHECKING

from search.formats.office.bounded_xml import walk_xml

if TYPE_CHECKING:
    from collections.abc import Mapping

_DUBLIN_CORE = "http://purl.org/dc/elements/1.1/ "
_FIRST_CREATOR = "urn:oasis:names:tc:opendocument:xmlns:meta:1.0 initial-creator"
_LONGEST = 2_000


def read_properties(data: bytes | None, path: str) -> tuple[str, str]:
    """Give the title and the creator that a part with properties states, empty where it doesn't.

    When it was created, and saved, says nothing of when an article was published.
    """
    if data is None:
        return "", ""
    said = _Properties()
    walk_xml(data, said, path)
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
