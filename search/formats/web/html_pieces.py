"""HTML as a row of texts and tags, without a tree: all that one pass over it can tell."""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

_TAG = re.compile(
    # A comment, and what a browser doesn't show, ends at its end or with the page.
    r"<!--.*?(?:-->|\Z)"
    r"|<(?P<unseen>script|style|template|noscript|iframe|svg|title|textarea|select|object)\b[^>]*>"
    r".*?(?:</(?P=unseen)\s*+>|\Z)"
    # No `<` within: so a tag that never ends is given up where the next begins.
    r"|<(?P<slash>/?)(?P<tag>[a-z][^\s<>/]*)(?P<rest>(?:[^<>\"']++|\"[^\"<]*+\"|'[^'<]*+')*+)>"
    r"|<(?P<loose_slash>/?)(?P<loose>[a-z][^\s<>/]*)[^>]*>"
    r"|<[!?/][^>]*>",
    re.IGNORECASE | re.DOTALL,
)
_HIDDEN = re.compile(
    r"\shidden(?=[\s=]|$)|aria-hidden\s*=\s*[\"']?true|display\s*:\s*none", re.IGNORECASE
)
VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
"""Tags that hold nothing and are never closed."""


class Piece(NamedTuple):
    """A text or a tag of a page.

    Attributes:
        tag: its name in lower case; empty for a text.
        closes: whether it is the tag that ends an element.
        text: of a text, with its entities resolved and its spaces as they stand.
        hidden: whether the tag says that its element isn't shown.
    """

    tag: str
    closes: bool
    text: str
    hidden: bool = False


def pieces(markup: str) -> Iterator[Piece]:
    """Yield the texts and tags of HTML in order; scripts, styles and their like are left out.

    A `<` that begins no tag is text. Cost: linear, whatever is left open.
    """
    done, last = 0, markup.rfind(">") + 1
    for found in _TAG.finditer(markup, 0, last):
        if found.start() > done:
            yield Piece("", closes=False, text=unescape(markup[done : found.start()]))
        done = found.end()
        name = found["tag"] or found["loose"]
        if name:
            closes = bool(found["slash"] or found["loose_slash"])
            hidden = not closes and bool(_HIDDEN.search(found["rest"] or ""))
            yield Piece(name.lower(), closes, "", hidden)
    if done < len(markup):
        yield Piece("", closes=False, text=unescape(markup[done:]))
