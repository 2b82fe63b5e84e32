"""Articles that an archive gave, kept here so that reading one that was listed asks nothing."""

from __future__ import annotations

from collections import OrderedDict
from threading import Lock
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from search.article import Article, ArticleId

MOST_LETTERS = 16 << 20
"""Letters of text that are kept: some thousand articles, 16 to 64 MB."""


class ArticleMemory:
    """Keeps what was read last, of one version of an archive. Safe to use from several threads."""

    def __init__(self, most: int = MOST_LETTERS) -> None:
        self._most = most
        self._held: OrderedDict[ArticleId, tuple[Article, int]] = OrderedDict()
        self._letters = 0
        self._lock = Lock()

    def keep(self, article: Article) -> None:
        """Keep an article, and forget those that weren't read for longest; one that is too large isn't kept."""
        letters = sum(len(block.text) for block in article.blocks)
        if letters > self._most:
            return
        with self._lock:
            self._letters -= self._held.pop(article.id, (article, 0))[1]
            self._held[article.id] = article, letters
            self._letters += letters
            while self._letters > self._most:
                self._letters -= self._held.popitem(last=False)[1][1]

    def get(self, article: ArticleId) -> Article | None:
        """Give an article that is kept; None if it isn't."""
        with self._lock:
            if article not in self._held:
                return None
            self._held.move_to_end(article)
            return self._held[article][0]
