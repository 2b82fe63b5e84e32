"""XML of strangers as a tree: no entities, bounded depth and number of elements."""

from __future__ import annotations

from typing import TYPE_CHECKING, NoReturn
from xml.etree.ElementTree import TreeBuilder
from xml.parsers.expat import ExpatError, ParserCreate

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

_DEEPEST = 100
_MOST_ELEMENTS = 200_000


class XmlError(Exception):
    """Bytes are no XML that is read; says why in a phrase."""


def parse_xml(data: bytes) -> Element:
    """Parse XML; names are without their namespaces.

    Raises:
        XmlError: it isn't well formed, declares entities, or nests or grows beyond all use.
    """
    builder = TreeBuilder()
    depth = elements = 0

    def start(tag: str, attributes: dict[str, str]) -> None:
        nonlocal depth, elements
        depth, elements = depth + 1, elements + 1
        if depth > _DEEPEST or elements > _MOST_ELEMENTS:
            raise XmlError("it has more elements than any such file")
        builder.start(_local(tag), {_local(name): value for name, value in attributes.items()})

    def end(tag: str) -> None:
        nonlocal depth
        depth -= 1
        builder.end(_local(tag))

    def refuse(*_declared: object) -> NoReturn:
        raise XmlError("it declares entities")

    parser = ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = builder.data
    parser.EntityDeclHandler = refuse
    try:
        parser.Parse(data, True)  # noqa: FBT003 - expat takes it by place: all the data is here
    except (ExpatError, LookupError, ValueError) as error:
        raise XmlError("it isn't well formed") from error
    return builder.close()


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
