"""An article as text, as an archive holds it, and back."""

from __future__ import annotations

import json
from dataclasses import fields
from hashlib import blake2b
from typing import TYPE_CHECKING, Any

from search.article import Article, Block, Head
from search.engine.opensearch.harmless_article import harmless, harmless_head
from search.errors import IndexFailedError
from search.stories import LEVELS

if TYPE_CHECKING:
    from search.stories import Profile, ProfileTerm

_FIELDS = tuple(field.name for field in fields(Article))
_MARKS = {
    (weight, named): str(at * 2 + named)
    for at, weight in enumerate(LEVELS)
    for named in (False, True)
}
"""A digit for each weight that is told apart, for words and for names."""
_TERMS = {mark: term for term, mark in _MARKS.items()}
dump = json.JSONEncoder(separators=(",", ":")).encode
"""Write a value as JSON in ASCII, without spaces."""


def dump_article(article: Article) -> str:
    """Write an article whole: JSON in ASCII, so that a path of any bytes fits."""
    told = {name: getattr(article, name) for name in _FIELDS}
    told["blocks"] = [
        {"kind": block.kind, "text": block.text, "depth": block.depth} for block in article.blocks
    ]
    return dump(told)


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
    return dump(head)


def load_head(text: str) -> Head:
    """Read the head of an article; raise IndexFailedError if the text isn't one."""
    try:
        return harmless_head(Head(*json.loads(text)))
    except (ValueError, TypeError, AttributeError, RecursionError):
        raise IndexFailedError("the archive", "the head of an article is broken") from None


def dump_profile(roots: str, terms: Profile) -> str:
    """Write a profile as `levelled` gives it: a digit for each term, and their roots, parted by spaces."""
    marks = "".join([_MARKS[weight, named] for _, weight, named in terms])
    return f"{marks} {roots}"


def load_profile(text: object) -> list[ProfileTerm]:
    """Read a profile; one that is broken has no stems."""
    marks, *roots = str(text).split(" ")
    try:
        return [(root, *_TERMS[mark]) for root, mark in zip(roots, marks, strict=True)]
    except (ValueError, KeyError):
        return []


def digest_of(article: Article) -> str:
    """Give what differs whenever anything of an article does."""
    return digest_of_text(dump_article(article))


def digest_of_text(text: str) -> str:
    """Give the digest of an article from what was dumped of it."""
    return blake2b(text.encode(), digest_size=16).hexdigest()
