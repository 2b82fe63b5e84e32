"""A page as an archive has it, with the address it was fetched from."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from search.formats.limits import LONGEST_ADDRESS
from search.formats.read import read_text
from search.formats.web import read_web_page
from search.page.days.dates import date_in_address
from search.page.evidence import Evidence
from search.page.page_head import source_of_address
from search.untrusted import decoded, is_web_address

if TYPE_CHECKING:
    from search.article import Article, ArticleId

_MARK = b"\xef\xbb\xbf"
_WHERE = "archived address"


@dataclass(frozen=True, slots=True)
class ArchivedPage:
    """A page, not yet understood.

    Attributes:
        data: as the server sent it, without transfer and content encodings.
        own: the address it was fetched from, clean.
        charset: what the server said it is in; empty if it said nothing.
        html: whether it is HTML, else plain text.
    """

    data: bytes
    own: str
    charset: str = ""
    html: bool = True

    def article(self, path: str, article: ArticleId) -> Article:
        """Understand it; raise ArticleError if there is no text.

        What the page states of itself outranks the address it was fetched from, and the day it
        was fetched is no day of publication.
        """
        data = self._as_unicode()
        read = read_web_page if self.html else read_text
        return _addressed(read(data, path, article), self.own)

    def _as_unicode(self) -> bytes:
        """Give the page in UTF-8 with its mark, if the server says what it is in and it fits."""
        text = decoded(self.data, self.charset) if self.charset else None
        if (
            text is None
            or "\ufffd" in text
            or self.data.startswith((_MARK, b"\xff\xfe", b"\xfe\xff"))
        ):
            return self.data
        return _MARK + text.encode("utf-8", "replace")


def _addressed(known: Article, address: str) -> Article:
    """Add the address, and what it says, to an article that states none."""
    if known.url or len(address) > LONGEST_ADDRESS or not is_web_address(address):
        return known
    added: dict[str, Any] = {"url": address}
    evidence = {**known.evidence, "url": _WHERE}
    if not known.source:
        said = source_of_address(Evidence(address, _WHERE))
        added["source"], evidence["source"] = said.value, said.where
    if not known.published and (day := date_in_address(address)):
        added["published"], evidence["published"] = day, "url"
    return replace(known, evidence=evidence, **added)
