"""The file that an article is saved as: Markdown with front matter, named by day, outlet, headline."""

from __future__ import annotations

import json
from hashlib import blake2b
from typing import TYPE_CHECKING, NamedTuple

from search.errors import ArticleError
from search.export.articles.articles_markdown import story_markdown
from search.export.markdown_text import plain
from search.formats.decode import decode
from search.formats.heads.front_matter import front_matter
from search.text.clean import clean, one_line
from search.text.fold import fold
from search.untrusted import iso_day

if TYPE_CHECKING:
    from collections.abc import Iterator

    from search.arrivals.arrival import Arrival

_FENCE = "---"
_IDENTITY, _DIGEST, _FEED = "id", "arrived", "from-feed"
_LONGEST_OUTLET, _LONGEST_HEADLINE = 24, 60
"""Letters of a part of a name."""
_MOST_BYTES = 200
"""Bytes of a name, of which file systems take 255: there is room for a number and a suffix."""


class SavedHead(NamedTuple):
    """What a file says of the article it was saved for.

    Attributes:
        url: its address, None without one.
        own: its identifier where it has no address; maybe empty.
        digest: of the text as it came; empty for a file that wasn't saved so.
        edited: whether the text isn't what came any more.
        whole: whether all of the text came.
        feed: the address of the feed it came from; empty where it came from none.
        fields: what else it says, by the name of the article's field.
    """

    url: str | None
    own: str
    digest: str
    edited: bool
    whole: bool
    feed: str
    fields: dict[str, object]


def file_text(arrival: Arrival) -> str:
    """Give the whole text of a file: front matter, the headline, the story. Cost: linear."""
    body = _body(arrival)
    lines = [f"{name}: {_value(value)}" for name, value in _fields(arrival, body)]
    return "\n".join([_FENCE, *lines, _FENCE, "", body])


def arrived_digest(arrival: Arrival) -> str:
    """Give the digest of headline and story, as `file_text` writes them."""
    return _digest(_body(arrival))


def saved_head(data: bytes) -> SavedHead | None:
    """Read what a file in Markdown says of the article in it; None if it has no front matter.

    Never raises. Cost: linear.
    """
    try:
        found = front_matter(clean(decode(data, "")))
    except ArticleError:
        return None
    if found is None or found.head is None:
        return None
    said = dict(_stated(data))
    digest = said.get(_DIGEST, "")
    return SavedHead(
        found.head.url,
        said.get(_IDENTITY, ""),
        digest,
        edited=bool(digest) and _digest(found.body) != digest,
        whole=found.head.whole,
        feed=said.get(_FEED, ""),
        fields=found.head.fields,
    )


def file_stem(arrival: Arrival) -> str:
    """Give the name of an article's file, without its suffix: `2019-03-14-gazette-bridge-opens`.

    Letters and digits of any script, in lower case, and hyphens: no stroke, no leading dot, at most
    `_MOST_BYTES` in UTF-8. What isn't known is left out, but for the day.
    """
    article = arrival.article
    day = iso_day(article.published or "")
    parts = [
        day.isoformat() if day else "undated",
        _slug(article.source or "", _LONGEST_OUTLET),
        _slug(article.title or "", _LONGEST_HEADLINE) or "article",
    ]
    stem = "-".join(filter(None, parts))
    while len(stem.encode("utf-8", "replace")) > _MOST_BYTES:
        stem = stem[:-1]
    return stem.rstrip("-")


def _fields(arrival: Arrival, body: str) -> Iterator[tuple[str, object]]:
    article = arrival.article
    for name in ("title", "source", "authors", "published", "updated", "url", "language", "tags"):
        if value := getattr(article, name):
            yield name, value
    if not article.whole:
        yield "whole", False
    if arrival.own and not article.url:
        yield _IDENTITY, arrival.own
    if arrival.feed:
        yield _FEED, arrival.feed
    yield _DIGEST, _digest(body)


def _body(arrival: Arrival) -> str:
    article = arrival.article
    headline = f"# {plain(article.title)}\n\n" if article.title else ""
    return f"{headline}{story_markdown(article)}\n"


def _digest(body: str) -> str:
    return blake2b(body.strip().encode("utf-8", "replace"), digest_size=8).hexdigest()


def _value(value: object) -> str:
    """Give a value as YAML has it; what JSON writes is YAML."""
    if isinstance(value, tuple):
        return f"[{', '.join(map(_value, value))}]"
    if isinstance(value, bool):
        return json.dumps(value)
    return json.dumps(one_line(clean(str(value))), ensure_ascii=False)


def _stated(data: bytes) -> Iterator[tuple[str, str]]:
    """Yield the three fields that no other reader of front matter knows."""
    for line in data.decode("utf-8", "replace").split("\n")[1:]:
        if line.rstrip() == _FENCE:
            return
        name, _, said = line.partition(":")
        if name in {_IDENTITY, _DIGEST, _FEED}:
            try:
                value = json.loads(said)
            except (ValueError, RecursionError):
                value = said.strip()
            yield name, str(value)


def _slug(text: str, most: int) -> str:
    """Give a text's words, folded and joined by hyphens, as many as fit, the first in any case."""
    kept = "".join(letter if letter.isalnum() else " " for letter in fold(one_line(clean(text))))
    slug = ""
    for word in kept.split():
        if slug and len(slug) + 1 + len(word) > most:
            break
        slug = f"{slug}-{word}" if slug else word[:most]
    return slug
