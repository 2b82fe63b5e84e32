"""The rows of a list of articles, painted, and what is known of them besides."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.render.rows.list_entry import list_entry

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from textual.strip import Strip

    from search import ArticleId, Hit
    from tui.render.shade import Shades

_KEPT = 200
"""Painted rows to keep: a few windows of them."""


class PaintedRows:
    """Paints rows and keeps them until anything about them changes.

    Attributes:
        marked: the article marked for comparing.
        others: how many other sources have the story of each article, where that is known.
        fresh: the articles that came since the user last looked.
    """

    def __init__(self, shades: Shades) -> None:
        self._shades = shades
        self._painted: dict[tuple[int, str, int, int], list[Strip]] = {}
        self.marked: ArticleId | None = None
        self.others: Mapping[ArticleId, int] = {}
        self.fresh: Collection[ArticleId] = frozenset()

    def clear(self) -> None:
        """Forget what was painted."""
        self._painted.clear()

    def row(self, index: int, hit: Hit | None, width: int, height: int, bar: str) -> list[Strip]:
        """Give the lines of a row; `bar` is the sign of the current one, empty for others."""
        key = (index, bar, width, height)
        if (strips := self._painted.get(key)) is None:
            if len(self._painted) > _KEPT:
                self._painted.clear()
            strips = list_entry(hit, width, height, self._shades, bar, *self._known(hit))
            self._painted[key] = strips
        return strips

    def _known(self, hit: Hit | None) -> tuple[str, int]:
        """Give the signs before an article's source, and how many others have its story."""
        if hit is None:
            return "", 0
        article = hit.head.id
        signs = ("⇄" if article == self.marked else "", "new" if article in self.fresh else "")
        return " ".join(filter(None, signs)), self.others.get(article, 0)
