"""The tree of a page, bounded; the only place where a page is parsed as one."""

from __future__ import annotations

import re
from html import unescape
from importlib.util import find_spec
from typing import TYPE_CHECKING

from search.errors import ArticleError

if TYPE_CHECKING:
    from lxml.html import HtmlElement

EXTRA = "pages"
"""The extra of the distribution that brings what parses pages."""
_INLINED = re.compile(r"data:[\w.+-]+/[^\"'\s<>)]*+", re.IGNORECASE)
_UNSEEN = re.compile(
    r"<(?P<tag>style|svg|script)\b(?![^>]{0,200}ld\+json)[^>]*+>.*?(?:</(?P=tag)\s*+>|\Z)",
    re.IGNORECASE | re.DOTALL,
)
_LONG_NAME = re.compile(
    r"((?<=[\s\"'])(?:class|id)\s{0,9}=\s{0,9})"
    r"(?:(\"[^\"<>]{1000})[^\"<>]*+|('[^'<>]{1000})[^'<>]*+|([^\s\"'<>]{1000})[^\s\"'<>]*+)",
    re.IGNORECASE,
)
"""Names of an element beyond any use; they are asked for again by each element inside it."""
_ODD_NUMBER = re.compile(r"&#(?:x0*+([0-9a-f]{1,6})|0*+([0-9]{1,7}));?", re.IGNORECASE)
_PLAIN_CONTROLS = frozenset({9, 10, 13})
_C1 = range(127, 160)
_HALVES = range(0xD800, 0xE000)
_SPACE = 32
_NO_CHARACTER = 0xFFFE
"""With or without its last bit, at the end of each plane."""
_MARK = "\ufffd"


def parse_page(markup: str, path: str) -> tuple[HtmlElement | None, bool]:
    """Parse a page's HTML; also tell whether all of it stands in the tree.

    The parser gives up at 256 elements within each other, and what comes after is not there; the
    tree is None where nothing could be parsed. Cost: linear.

    Args:
        markup: cleaned and `slimmed`.
        path: names the file in errors.

    Raises:
        ArticleError: the extra isn't installed; the reason says how to.
    """
    if not all(map(find_spec, ("lxml", "trafilatura"))):
        raise ArticleError(path, f"web pages need an extra: pip install 'diptych[{EXTRA}]'")
    from lxml import etree, html  # noqa: PLC0415 - an extra, and 20 ms that a text never needs

    parser = html.HTMLParser(
        encoding="utf-8",
        remove_pis=True,
        remove_comments=True,
        collect_ids=False,
        default_doctype=False,
    )
    try:
        tree = html.document_fromstring(_parseable(markup).encode(), parser=parser)
    except (etree.LxmlError, ValueError, AssertionError):
        return None, False
    return tree, all(entry.level != etree.ErrorLevels.FATAL for entry in parser.error_log)


def slimmed(markup: str) -> str:
    """Give HTML without the styles, drawings, programs and pictures that stand in it.

    What a browser saved into one file is mostly these. Linked data stays. Cost: linear.
    """
    markup = _INLINED.sub("data:,", markup) if "data:" in markup else markup
    last = markup.rfind(">") + 1  # no tag ends beyond, and each would be followed to the end
    return _UNSEEN.sub(" ", markup[:last]) + markup[last:]


def _parseable(markup: str) -> str:
    """Give HTML without numbers that stand for no character, which extractors stumble over.

    A reference such as `&#27;` becomes U+FFFD; one such as `&#146;` what Windows-1252 has there,
    as browsers read it. Names of elements are cut after a thousand characters.
    """
    return _ODD_NUMBER.sub(_resolved, _LONG_NAME.sub(r"\1\2\3\4", markup)).replace("\f", "\n")


def _resolved(found: re.Match[str]) -> str:
    number = int(found[1], 16) if found[1] else int(found[2])
    if number in _C1:
        return unescape(found[0]) or _MARK
    odd = number < _SPACE and number not in _PLAIN_CONTROLS
    return (
        _MARK if odd or number in _HALVES or number & _NO_CHARACTER == _NO_CHARACTER else found[0]
    )


def within_bounds(tree: HtmlElement, elements: int, levels: int) -> bool:
    """Tell whether a page has at most so many elements, and levels of all of them together."""
    count = total = 0
    row, depth = [tree], 1
    while row:
        count += len(row)
        total += depth * len(row)
        if count > elements or total > levels:
            return False
        row = [inner for element in row for inner in element]
        depth += 1
    return True
