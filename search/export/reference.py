"""What a list of references says of an article, whatever the format of the list."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, NamedTuple

from search.export.article_name import name_of
from search.export.person_name import person_name
from search.export.tidy_text import tidy
from search.library import article_id
from search.untrusted import is_web_address, iso_day

if TYPE_CHECKING:
    from datetime import date

    from search.article import Article
    from search.export.person_name import PersonName

_NOT_IN_KEYS = re.compile(r"[^a-z0-9]+")
_IN_KEYS = re.compile(r"[\w@.-]+", re.ASCII)
_LONGEST_WORD = 24


class Reference(NamedTuple):
    """An article as it is referred to; each text in one line, empty where it isn't known.

    Attributes:
        key: unique in a library, and the same each time: `buncombe2019-01ab…`, with the article's id.
        title: its title, else the name of its file.
        source: the outlet.
        authors: in the order of the byline.
        day: of publication; None if it isn't known.
        url: its web address.
        language: a BCP 47 tag.
        note: what the reader noted, in any number of lines.
    """

    key: str
    title: str
    source: str
    authors: tuple[PersonName, ...]
    day: date | None
    url: str
    language: str
    note: str = ""


def reference(article: Article, note: str = "") -> Reference:
    """Say what is known of an article for a list of references. Cost: linear in its head."""
    authors = tuple(person_name(name) for name in article.authors if tidy(name))
    source = tidy(article.source or "")
    day = iso_day(article.published) if article.published else None
    url = article.url or ""
    return Reference(
        key=_key(article, authors[0].family if authors else source, day),
        title=name_of(article),
        source=source,
        authors=authors,
        day=day,
        url=url if is_web_address(url) else "",
        language=tidy(article.language or ""),
        note=note,
    )


def _key(article: Article, name: str, day: date | None) -> str:
    """Make a key of letters and digits that all programs take; it ends in the article's id, or in a digest of it."""
    plain = unicodedata.normalize("NFKD", name).casefold()
    word = _NOT_IN_KEYS.sub("", plain)[:_LONGEST_WORD] or "article"
    ending = article.id if _IN_KEYS.fullmatch(article.id) else article_id(article.id)
    return f"{word}{day.year if day else 'nd'}-{ending}"
