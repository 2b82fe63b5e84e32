"""XML of strangers as a tree: no entities, bounded depth and number of elements."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree.ElementTree import TreeBuilder

from search.errors import ArticleError
from search.formats.bounded_xml import walk_xml

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from xml.etree.ElementTree import Element

_MOST_ELEMENTS = 200_000


class XmlError(Exception):
    """Bytes are no XML that is read; says why in a phrase."""


def parse_xml(data: bytes) -> Element:
    """Parse XML; names are without their namespaces.

    Raises:
        XmlError: it isn't well formed, declares entities, or nests or grows beyond all use.
    """
    tree = _Tree()
    try:
        walk_xml(data, tree, "", most_elements=_MOST_ELEMENTS)
        return tree.builder.close()
    except ArticleError as error:
        raise XmlError(error.reason) from error


class _Tree:
    """Builds a tree of what it is told."""

    def __init__(self) -> None:
        self.builder = TreeBuilder()

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        named = {_local(one): value for one, value in attributes.items()}
        self.builder.start(_local(name), named)

    def end(self, name: str) -> None:
        self.builder.end(_local(name))

    def text(self, text: str) -> None:
        self.builder.data(text)


def _local(name: str) -> str:
    return name.rpartition(" ")[2]


def text_in(element: Element) -> str:
    """Give all text within an element, its spaces single."""
    return " ".join("".join(element.itertext()).split())


def texts_of(element: Element, tag: str) -> Iterator[str]:
    """Yield the text of each element of that name within one, those that say something."""
    for one in element.iter(tag):
        if said := text_in(one):
            yield said
