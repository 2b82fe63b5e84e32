"""Choosing two sources to compare."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.routes import KeynessRoute
from tui.widgets.filters.sources_pane import SourcesPane

if TYPE_CHECKING:
    from search import Article
    from tui.screens.command_screen import CommandScreen


class SourcePair:
    """Remembers the marked source until a second one is marked."""

    def __init__(self, screen: CommandScreen) -> None:
        self._screen = screen
        self._marked: str | None = None

    def mark(self, source: str) -> None:
        """Mark a source; a second one is compared with it, the same one again removes the mark."""
        first = self._marked
        self._marked = source if first is None else None
        self._pane.show_mark(self._marked)
        if first is None:
            self._screen.inform(
                "Marked ⇄: press m on another source to set the two against each other."
            )
        elif first != source:
            self._screen.go(KeynessRoute((first, source)))

    def compare_sources(self, article: Article | None) -> None:
        """Compare a source with another: the marked one, the pane's current, or the article's."""
        name = self._marked
        if name is None and self._screen.focused is self._pane:
            name = self._pane.source
        if name is None and article is not None:
            name = article.source
        self._screen.go(KeynessRoute(() if name is None else (name,)))

    @property
    def _pane(self) -> SourcesPane:
        return self._screen.query_one(SourcesPane)
