"""What all screens share with the library's screen."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tui.remembered import ChosenPanel, ShownHints
from tui.session.standing_lists import StandingLists

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from search import ArticleId, CitationStyle, Desk


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
        citation: the style of citations.
        sync: starts a sync of one file.
        lists: standing word lists, and which of them are lit.
        hints: whether the hints on a comparison were shown.
        panel: whether comparisons open with their panel.
    """

    desk: Desk
    column: int
    marked: MarkedArticle
    sync: Callable[[Path], None]
    citation: CitationStyle = "plain"
    lists: StandingLists = field(default_factory=StandingLists)
    hints: ShownHints = field(default_factory=ShownHints)
    panel: ChosenPanel = field(default_factory=ChosenPanel)
