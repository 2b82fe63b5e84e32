"""An article as text, as an archive holds it, and back."""

from __future__ import annotations

import json
from dataclasses import fields
from hashlib import blake2b
from typing import Any

from search.article import Article, Block, Head
from search.engine.opensearch.harmless_article import harmless, harmless_head
from search.errors import IndexFailedError

_FIELDS = tuple(field.name for field in fields(Article))


def dump_article(article: Article) -> str:
    """Write an article whole: JSON in ASCII, so that a path of any bytes fits."""
    told = {name: getattr(article, name) for name in _FIELDS}
    told["blocks"] = [
        {"kind": block.kind, "text": block.text, "depth": block.depth} for block in article.blocks
    ]
    return json.dumps(told, separators=(",", ":"))


def load_article(text: str) -> Article:
    """Read an article; raise IndexFailedError if the text isn't one."""
    try:
        told: dict[str, Any] = json.loads(text)
        blocks = tuple(Block(**block) for block in told.pop("blocks"))
        told |= {name: tuple(told[name]) for name in ("authors", "tags", "cuts")}
        article = harmless(Article(blocks=blocks, **told))
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        raise IndexFailedError("the archive", "an article of it is broken") from None
    return article


def dump_head(head: Head) -> str:
    """Write what a list shows of an article, likewise."""
    return json.dumps(head, separators=(",", ":"))


def load_head(text: str) -> Head:
    """Read the head of an article; raise IndexFailedError if the text isn't one."""
    try:
        return harmless_head(Head(*json.loads(text)))
    except (ValueError, TypeError, AttributeError, RecursionError):
        raise IndexFailedError("the archive", "the head of an article is broken") from None


def digest_of(article: Article) -> str:
    """Give what differs whenever anything of an article does."""
    return digest_of_text(dump_article(article))


def digest_of_text(text: str) -> str:
    """Give the digest of an article from what was dumped of it."""
    return blake2b(text.encode(), digest_size=16).hexdigest()
