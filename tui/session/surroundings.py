"""What every screen over a library shares with it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from search import ArticleId, Desk


class MarkedArticle:
    """The article that is marked for comparing, on whichever screen that was done; None if none is."""

    def __init__(self) -> None:
        self.article: ArticleId | None = None


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The library that lies below.

    Attributes:
        desk: the open library.
        column: cells of a line of text.
        marked: the article marked for comparing.
        sync: looks for new and changed files.
    """

    desk: Desk
    column: int
    marked: MarkedArticle
    sync: Callable[[], None]
