"""What all screens share with the library's screen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from search import ArticleId, Desk


class MarkedArticle:
    """The article marked for comparing, on whichever screen; None if none is."""

    def __init__(self) -> None:
        self.article: ArticleId | None = None


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The open library, and what its screens share.

    Attributes:
        desk: the open library.
        column: width of the text in cells.
        marked: the article marked for comparing.
        sync: starts a sync of new and changed files.
    """

    desk: Desk
    column: int
    marked: MarkedArticle
    sync: Callable[[], None]
