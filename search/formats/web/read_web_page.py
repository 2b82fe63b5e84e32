"""Reading a web page, however it was saved, as an article."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from search.article import Article
from search.errors import ArticleError
from search.formats.limits import LONGEST_MARKUP, MOST_ELEMENTS, MOST_LEVELS, cut_fields
from search.formats.web.author_names import author_names
from search.formats.web.element_text import element_text
from search.formats.web.html_blocks import cut_blocks, read_html_fragment
from search.formats.web.html_encoding import decode_page
from search.formats.web.html_tree import parse_page, slimmed, within_bounds
from search.formats.web.saved.mhtml import page_of_mhtml
from search.formats.web.saved.saved_page import SavedPage
from search.formats.web.saved.webarchive import page_of_webarchive
from search.formats.web.shown_text import ShownText
from search.formats.web.story_blocks import story_blocks
from search.formats.web.story_extraction import extract_story
from search.formats.web.web_page_head import WebHead, web_page_head
from search.page.cut_marks import cut_place, stands_for_rest
from search.page.days.numeric_order import order_of_language
from search.text.clean import clean

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.html import HtmlElement

    from search.article import ArticleId, Block

_ENOUGH = 0.5
"""Share of the text that linked data gives which the story found must have."""
_FOUND_IN_TEXT = "page text"


def read_web_page(data: bytes, path: str, article: ArticleId) -> Article:
    """Read the article of a web page: HTML, MHTML or Safari's web archive.

    The story is found by trafilatura; where it finds none the page's text is understood as
    `search.page` does. The head is what the page's tags and its linked data state, then its text.
    What is longer than `search.formats.limits` allow is cut, and named in `cuts`. Cost: linear:
    some 30 ms for a page of 100 kB, and 200 ms once.

    Args:
        data: the whole file.
        path: relative to the library; it names the file in errors.
        article: the id the article will bear.

    Raises:
        ArticleError: there is no text in it, it is damaged, or the extra that reads pages isn't
            installed; the reason says so.
    """
    page = _saved_page(data, path)
    markup = slimmed(decode_page(page.data, path, page.charset))
    cuts = [f"the page after {LONGEST_MARKUP:,} characters"] if len(markup) > LONGEST_MARKUP else []
    markup = clean(markup[:LONGEST_MARKUP])
    tree, whole = parse_page(markup, path)
    head = web_page_head(tree, markup, page.url) if tree is not None else WebHead()
    shown = ShownText(markup)
    blocks = _story(tree, head, shown, whole=whole)
    _complete(head, shown)
    kept, beyond = cut_blocks(list(blocks))
    fields, beyond_head = cut_fields(head.fields)
    if not kept and not fields.get("title"):
        raise ArticleError(path, "there is no text in the page")
    stated: dict[str, Any] = fields
    evidence = {name: where for name, where in head.evidence.items() if name in fields}
    cut = cut_place(kept) is not None or stands_for_rest(shown.below(_last_said(kept)))
    if cut:
        evidence["whole"] = _FOUND_IN_TEXT
    return Article(
        id=article,
        path=path,
        blocks=tuple(kept),
        evidence=evidence,
        whole=not (cut or cuts or beyond),
        cuts=tuple(dict.fromkeys((*cuts, *beyond, *beyond_head))),
        **stated,
    )


def _saved_page(data: bytes, path: str) -> SavedPage:
    """Take a page out of what it was saved in."""
    suffix = path[path.rfind(".") :].lower()
    if data.startswith(b"bplist") or suffix == ".webarchive":
        page, what = page_of_webarchive(data), "a web archive"
    elif suffix in {".mhtml", ".mht"} or data.lstrip()[:1] != b"<":
        page, what = page_of_mhtml(data), "MHTML"
        if page is None and suffix not in {".mhtml", ".mht"}:
            page = SavedPage(data)
    else:
        return SavedPage(data)
    if page is None:
        if data.lstrip()[:1] == b"<" and suffix != ".webarchive":
            return SavedPage(data)  # a plain page by another name
        raise ArticleError(path, f"this is no page as {what} keeps one, or it is damaged")
    return page


def _story(
    tree: HtmlElement | None, head: WebHead, shown: ShownText, *, whole: bool
) -> tuple[Block, ...]:
    """Give the story's blocks: extracted, else by linked data, else of the text shown."""
    found: list[Block] = []
    if tree is not None and within_bounds(tree, MOST_ELEMENTS, MOST_LEVELS):
        found = extract_story(tree)
    if head.body:
        told = read_html_fragment(head.body)
        if _length(found) < _ENOUGH * _length(told):
            found = told
    if not found or not whole:
        every, title = shown.blocks(_title(head))
        told = [block for block in every if block.kind != "boilerplate"]
        if not found or _length(found) < _length(told):
            head.put("title", title or "", _FOUND_IN_TEXT)
            return every
    authors = head.fields.get("authors") or ()
    names = authors if isinstance(authors, tuple) else (authors,)
    return story_blocks(found, _title(head) or "", names, _captions(tree))


def _last_said(blocks: Sequence[Block]) -> str:
    told = (block.text for block in reversed(blocks) if block.kind != "boilerplate")
    return next(told, "")


def _length(blocks: Any) -> int:
    return sum(len(block.text) for block in blocks)


def _captions(tree: HtmlElement | None) -> frozenset[str]:
    """Give the texts that a page marks as captions."""
    if tree is None:
        return frozenset()
    return frozenset(map(element_text, tree.iter("figcaption", "caption")))


def _title(head: WebHead) -> str | None:
    title = head.fields.get("title")
    return title if isinstance(title, str) else None


def _complete(head: WebHead, shown: ShownText) -> None:
    """Add to a head what only the page's text says: authors and day."""
    if not {"authors", "published"} - head.fields.keys():
        return
    language, address = (str(head.fields.get(name) or "") for name in ("language", "url"))
    said = shown.head(
        _title(head),
        day_first=order_of_language(language, address),
        not_its_days=head.not_its_days,
    )
    head.put("authors", author_names(said.authors, head.itself), _FOUND_IN_TEXT)
    for name in ("published", "updated"):
        if found := getattr(said, name):
            head.put(name, found.value, _FOUND_IN_TEXT)
