"""XML from strangers, walked element by element and never built as a tree.

A document type is refused if it declares anything, for entities that name entities grow without
bound ("billion laughs") and others read files. Cost: linear in the bytes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from search.errors import ArticleError

if TYPE_CHECKING:
    from collections.abc import Mapping

_MOST = 5_000_000
_DEEPEST = 1_000
"""Elements within each other; what documents have is below fifty."""


class Walker(Protocol):
    """Is told what an XML document has, in its order.

    A name is `namespace local`, or the local name alone where there is no namespace.
    """

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """Meet an element."""

    def end(self, name: str) -> None:
        """Leave an element."""

    def text(self, text: str) -> None:
        """Meet text."""


def walk_xml(data: bytes, walker: Walker, path: str, *, most_elements: int = _MOST) -> None:
    """Tell a walker what a document has; raise ArticleError, which names `path`, if it is broken.

    One of more than `most_elements`, or nested beyond all use, counts as broken.
    """
    from xml.parsers import expat  # noqa: PLC0415 - only who has such files needs it

    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    depth = elements = 0

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal depth, elements
        depth, elements = depth + 1, elements + 1
        if depth > _DEEPEST:
            raise ArticleError(path, f"its XML nests deeper than {_DEEPEST}")
        if elements > most_elements:
            raise ArticleError(path, f"its XML has more than {most_elements:,} elements")
        walker.start(name, attributes)

    def end(name: str) -> None:
        nonlocal depth
        depth -= 1
        walker.end(name)

    def refuse(*_declared: object) -> None:
        raise ArticleError(path, "its XML declares entities, which can grow without bound")

    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = walker.text
    parser.EntityDeclHandler = refuse
    try:
        parser.Parse(data, True)  # noqa: FBT003 - expat takes it by place only
    except expat.ExpatError as error:
        raise ArticleError(path, f"its XML is broken: {error}") from error
    except (LookupError, ValueError) as error:
        raise ArticleError(path, "its XML is in an encoding that can't be read") from error
