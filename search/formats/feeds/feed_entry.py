"""An entry of a feed, whatever form the feed has: fields that state a head, and a text."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from search.errors import ArticleError
from search.formats.heads.stated_head import stated_head
from search.formats.record import Record
from search.formats.web.html_blocks import read_html_fragment
from search.page.outlet_names import outlet_of_address
from search.text.clean import clean, one_line
from search.untrusted import is_web_address

if TYPE_CHECKING:
    from search.article import Article, ArticleId

_SENDER = re.compile(r"[^\s()<>]{1,100}@[^\s()<>]{1,100}\s{1,4}\(([^()]{1,200})\)")
_OF_A_FEED = re.compile(
    r"\s*(?:[-–—|:»]\s*)?(?:RSS|Atom)(?:\s+feeds?)?$|^RSS(?:\s+feed)?\s*[-–—|:]\s*", re.IGNORECASE
)
_TEASER = 600
"""Characters up to which one paragraph of a summary is taken for the beginning of a text: what
outlets put there is 100 to 400, and a news story of one paragraph is rare."""


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """A draft of an article with what an entry of a feed says; see `search.formats.Draft`.

    Attributes:
        own: its identifier, else its address.
        title, content, summary: HTML.
        url, published, updated, language: as the feed states them.
        source: the outlet that the entry or, for want of one, the feed names.
        authors, tags: likewise.
    """

    own: str = ""
    title: str = ""
    content: str = ""
    summary: str = ""
    url: str = ""
    published: str = ""
    updated: str = ""
    language: str = ""
    source: str = ""
    authors: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()

    def article(self, path: str, article: ArticleId) -> Article:
        """Understand it; raise ArticleError if there is no text.

        Where the feed has only a summary, and that is a single paragraph, it isn't whole.
        """
        url = one_line(clean(self.url))
        fields = {
            "title": _shown(self.title),
            "source": outlet_of_address(url) or _OF_A_FEED.sub("", _shown(self.source)),
            "author": [_author(name) for name in self.authors],
            "published": self.published,
            "updated": self.updated,
            "url": url if is_web_address(url) else "",
            "language": self.language,
            "tags": [_shown(tag) for tag in self.tags],
        }
        told = tuple(read_html_fragment(self.content))
        summed = tuple(read_html_fragment(self.summary))
        only_summary = len(summed) > 0 and not told
        blocks = told or summed
        if not blocks:
            raise ArticleError(path, "there is no text in the entry")
        made = Record(stated_head(fields, "feed"), own=self.own, blocks=blocks).article(
            path, article
        )
        teaser = only_summary and len(blocks) == 1 and len(blocks[0].text) <= _TEASER
        if not (teaser and made.url and made.whole):
            return made
        return replace(made, whole=False, evidence={**made.evidence, "whole": "feed: a summary"})


def _shown(html: str) -> str:
    """Give what HTML of one line shows."""
    if "<" not in html and "&" not in html:
        return one_line(clean(html))
    return " ".join(block.text for block in read_html_fragment(html))


def _author(name: str) -> str:
    """Give the name of an author, which RSS writes behind an address: `desk@paper.example (Ann Lee)`."""
    shown = _shown(name)
    found = _SENDER.fullmatch(shown)
    return found[1] if found else shown
