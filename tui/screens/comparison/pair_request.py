"""The comparison of two articles: asked for in a thread, told when it is slow, dropped when late."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.screens.comparison.view_model import view_of
from tui.session.latest import Latest
from tui.session.lit_article import query_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TypeAlias

    from textual.screen import Screen

    from search import ArticleId, Comparison, Desk, SearchError
    from tui.routes import Lighting
    from tui.screens.comparison.view_model import ComparisonView

    Pair: TypeAlias = tuple[ArticleId, ArticleId]

_PATIENCE = 0.25
"""Seconds; what comes sooner is shown without a word on waiting, so that nothing flickers."""


class PairRequest:
    """Compares one pair at a time; what is shown stays until the next has come.

    Args:
        screen: what the work belongs to; it ends with it.
        desk: the library.
        pair: the articles to begin with.
        lighting: what to light on both sides.
        show: takes a comparison.
        wait: is called while one takes long.
        fail: takes why there is none.

    Attributes:
        pair: the articles asked for last; call `ask` to change them.
        view: what is shown; None before the first.
    """

    def __init__(
        self,
        screen: Screen[None],
        desk: Desk,
        pair: Pair,
        lighting: Lighting | None,
        show: Callable[[ComparisonView], None],
        wait: Callable[[], None],
        fail: Callable[[SearchError], None],
    ) -> None:
        self.pair = pair
        self.view: ComparisonView | None = None
        self._screen = screen
        self._desk = desk
        self._query = query_of(lighting)
        self._show = show
        self._wait = wait
        self._fail = fail
        self._answers = Latest(screen, self._compare, self._take, self._refuse)

    def ask(self, pair: Pair) -> None:
        """Ask for two articles; what is shown stays until they have come."""
        self.pair = pair
        self._answers.ask(pair)
        self._screen.set_timer(_PATIENCE, self._tell_waiting)

    def swap(self) -> ComparisonView | None:
        """Swap the sides of what is shown; None, with nothing done, while there is nothing."""
        if self.view is None or self.waiting:
            return None
        self.pair = self.pair[1], self.pair[0]
        self.view = self._light(self.view.comparison.mirrored())
        return self.view

    @property
    def waiting(self) -> bool:
        """Whether what was asked for last has not come yet."""
        return self.view is None or _pair(self.view.comparison) != self.pair

    def _light(self, comparison: Comparison) -> ComparisonView:
        return view_of(comparison, self._query)

    def _compare(self, pair: Pair) -> ComparisonView:
        return self._light(self._desk.compare(*pair))

    def _take(self, pair: Pair, found: ComparisonView) -> None:
        del pair
        self.view = found
        self._show(found)

    def _refuse(self, pair: Pair, error: SearchError) -> None:
        del pair
        if self.view is not None:
            self.pair = _pair(self.view.comparison)
        self._fail(error)

    def _tell_waiting(self) -> None:
        if self.waiting:
            self._wait()


def _pair(comparison: Comparison) -> Pair:
    return comparison.left.id, comparison.right.id
