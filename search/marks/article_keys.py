"""What an article is known by wherever it lies: its address, its text, and a sketch of that."""

from __future__ import annotations

import struct
from collections import Counter
from hashlib import blake2b
from typing import TYPE_CHECKING, NamedTuple
from zlib import crc32

from search.text import fold, tokenize

if TYPE_CHECKING:
    from search.article import Article

_SKETCH = 256
"""Pairs of words in a sketch: the share of two long texts is then known to some three hundredths,
that of shorter ones is exact."""
_ALIKE = 0.8
"""The share of the text that stays while an article is the same."""


class ArticleKeys(NamedTuple):
    """What tells an article from others.

    Attributes:
        path: where it lies in its library.
        title: its title; empty without one.
        address: its web address; None without one.
        text: a digest of its title, story and outlet; empty while it was never read.
        sketch: the least hashes of the pairs of words in its story, four bytes each, ascending.
    """

    path: str
    title: str
    address: str | None
    text: bytes
    sketch: bytes

    @property
    def has_text(self) -> bool:
        """Whether there are words to know it by."""
        return bool(self.sketch)

    @property
    def glimpsed(self) -> bool:
        """Whether it was never read: only its path and title are known."""
        return not self.text


def keys_of(article: Article) -> ArticleKeys:
    """Give the keys of an article. Cost: linear in its text."""
    texts = [block.text for _, block in article.story]
    digest = blake2b(digest_size=16)
    for part in (article.source or "", article.title or "", *texts):
        digest.update(fold(" ".join(part.split())).encode("utf-8", "surrogatepass") + b"\0")
    address = harmless(article.url) if article.url else None
    title = harmless(article.title or "")
    return ArticleKeys(article.path, title, address, digest.digest(), _sketch(texts))


def alike(one: bytes, other: bytes) -> bool:
    """Tell whether two sketches are of texts of which four fifths are the same.

    The share is that of the pairs of words: twice those of both over those of either (Dice),
    estimated by the least hashes of their union (A. Broder, On the resemblance and containment
    of documents, 1997). Texts without words are like none.
    """
    a, b = set(_hashes(one)), set(_hashes(other))
    least = sorted(a | b)
    if len(a) >= _SKETCH or len(b) >= _SKETCH:
        least = least[:_SKETCH]
    both = sum(hash_ in a and hash_ in b for hash_ in least)
    return bool(a and b) and 2 * both >= _ALIKE * (len(least) + both)


def _sketch(texts: list[str]) -> bytes:
    """Sketch a text; a pair that comes again counts again."""
    words = [token.form for text in texts for token in tokenize(text)]
    seen: Counter[tuple[str, str]] = Counter()
    found: set[int] = set()
    for pair in zip(words, words[1:] or words, strict=False):
        seen[pair] += 1
        found.add(crc32(f"{pair[0]} {pair[1]} {seen[pair]}".encode("utf-8", "surrogatepass")))
    least = sorted(found)[:_SKETCH]
    return struct.pack(f"<{len(least)}I", *least)


def _hashes(sketch: bytes) -> tuple[int, ...]:
    return struct.unpack(f"<{len(sketch) // 4}I", sketch[: len(sketch) // 4 * 4])


def harmless(text: str) -> str:
    """Give a text as SQLite takes it: without halves of characters."""
    return text.encode("utf-8", "replace").decode()
