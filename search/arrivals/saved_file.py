"""The file that an article is saved as: Markdown with front matter, named by day, outlet, headline."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from search.export.articles.articles_markdown import story_markdown
from search.export.markdown_text import plain
from search.library.saved_head import DIGEST, FEED, FENCE, IDENTITY, SEEN, text_digest
from search.text.clean import clean, one_line
from search.text.fold import fold
from search.untrusted import iso_day

if TYPE_CHECKING:
    from collections.abc import Iterator

    from search.arrivals.arrival import Arrival

_LONGEST_OUTLET, _LONGEST_HEADLINE = 24, 60
"""Letters of a part of a name."""
_MOST_BYTES = 200
"""Bytes of a name, of which file systems take 255: there is room for a number and a suffix."""


def file_text(arrival: Arrival, seen: str = "") -> str:
    """Give the whole text of a file: front matter, the headline, the story. Cost: linear.

    `seen` is when the article came, in ISO 8601; left out if empty.
    """
    body = _body(arrival)
    lines = [f"{name}: {_value(value)}" for name, value in _fields(arrival, body)]
    lines += [f"{SEEN}: {_value(seen)}"] if seen else []
    return "\n".join([FENCE, *lines, FENCE, "", body])


def arrived_digest(arrival: Arrival) -> str:
    """Give the digest of headline and story, as `file_text` writes them."""
    return text_digest(_body(arrival))


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
        yield IDENTITY, arrival.own
    if arrival.feed:
        yield FEED, arrival.feed
    yield DIGEST, text_digest(body)


def _body(arrival: Arrival) -> str:
    article = arrival.article
    headline = f"# {plain(article.title)}\n\n" if article.title else ""
    return f"{headline}{story_markdown(article)}\n"


def _value(value: object) -> str:
    """Give a value as YAML has it; what JSON writes is YAML."""
    if isinstance(value, tuple):
        return f"[{', '.join(map(_value, value))}]"
    if isinstance(value, bool):
        return json.dumps(value)
    return json.dumps(one_line(clean(str(value))), ensure_ascii=False)


def _slug(text: str, most: int) -> str:
    """Give a text's words, folded and joined by hyphens, as many as fit, the first in any case."""
    kept = "".join(letter if letter.isalnum() else " " for letter in fold(one_line(clean(text))))
    slug = ""
    for word in kept.split():
        if slug and len(slug) + 1 + len(word) > most:
            break
        slug = f"{slug}-{word}" if slug else word[:most]
    return slug
