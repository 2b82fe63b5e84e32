"""The story of a page by trafilatura, as blocks."""

from __future__ import annotations

import logging
from functools import cache
from typing import TYPE_CHECKING, Any

from search.article import Block
from search.formats.web.html_blocks import LONGEST_CELL
from search.page.lines import line_of
from search.text.clean import clean, one_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element
    from lxml.html import HtmlElement

    from search.article import BlockKind

_SHORT = 400
"""Characters of a story below which a wider look at the page may find more of it."""
_KINDS: dict[str, BlockKind] = {"head": "heading", "quote": "quote", "item": "list"}


def extract_story(tree: HtmlElement) -> list[Block]:
    """Give the blocks of the story that a page tells; empty if none is found.

    The narrow way of looking, which leaves out what is doubtful, and the balanced one where that
    finds next to nothing. Cost: linear for pages of a bounded depth.

    Source: A. Barbaresi, Trafilatura: A Web Scraping Library and Command-Line Tool for Text
    Discovery and Extraction (2021).
    """
    blocks = _extracted(tree, precise=True)
    if _length(blocks) < _SHORT:
        wider = _extracted(tree, precise=False)
        if len(wider) > 1 and _length(wider) > 2 * _length(blocks):
            return wider  # all in one is not a story, but whatever the page has
    return blocks


def _length(blocks: list[Block]) -> int:
    return sum(len(block.text) for block in blocks)


@cache
def _extractor() -> Any:
    """Load trafilatura, which says nothing on its own: whoever reads here may be in a terminal."""
    from trafilatura import bare_extraction  # noqa: PLC0415 - some 200 ms that a text never needs

    for name in ("trafilatura", "justext", "htmldate", "courlan"):
        logging.getLogger(name).setLevel(logging.CRITICAL + 1)
    return bare_extraction


def _extracted(tree: HtmlElement, *, precise: bool) -> list[Block]:
    try:
        found = _extractor()(
            tree, include_comments=False, include_tables=True, favor_precision=precise
        )
    except Exception:  # noqa: BLE001 - whatever it stumbles over: what the page shows is still read
        return []
    return list(_blocks(found.body)) if found is not None and found.body is not None else []


def _blocks(body: _Element) -> Iterator[Block]:
    yield from _told("paragraph", body.text or "")
    for element in body:
        tag = str(element.tag)
        if tag == "table":
            yield from _rows(element)
        elif tag == "list":
            for item in element.iter("item"):
                yield from _told("list", _text(item, without="list"))
        else:
            yield from _lines(_KINDS.get(tag, "paragraph"), element)
        yield from _told("paragraph", element.tail or "")


def _rows(table: _Element) -> Iterator[Block]:
    for row in table.iter("row"):
        cells = {cell: said for cell in row.iter("cell") if (said := _plain(_text(cell)))}
        if len(cells) < 2 or max(map(len, cells.values())) > LONGEST_CELL:  # noqa: PLR2004 - one is no row
            for cell in cells:
                yield from _lines("paragraph", cell)
        else:
            yield Block("list", " | ".join(cells.values()))


def _lines(kind: BlockKind, element: _Element) -> Iterator[Block]:
    """Part an element at its line breaks, where a sentence ends before one."""
    said = ""
    for row in _text(element).split("\n"):
        said = f"{said} {row}".strip()
        if said and line_of(1, one_line(said), gap=True).ends:
            yield from _told(kind, said)
            said = ""
    yield from _told(kind, said)


def _text(element: _Element, without: str = "") -> str:
    r"""Give the text of an element, with `\n` for its breaks and around what stands apart in it."""
    parts = [_flat(element.text)]
    for inner in element:
        if inner.tag != without:
            apart = "\n" if inner.tag in {"lb", "p", "item", "list", "quote", "head"} else ""
            parts += [apart, _text(inner, without), apart if inner.tag != "lb" else ""]
        parts.append(_flat(inner.tail))
    return "".join(parts)


def _flat(text: str | None) -> str:
    return " ".join(text.split("\n")) if text else ""


def _told(kind: BlockKind, text: str) -> Iterator[Block]:
    if said := _plain(text):
        yield Block(kind, said)


def _plain(text: str) -> str:
    return one_line(clean(text))
