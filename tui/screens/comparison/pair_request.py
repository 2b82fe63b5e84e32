"""Requesting the comparison of two articles in a thread."""

from __future__ import annotations

from typing import TYPE_CHECKING

from search import Sides
from tui.screens.comparison.version_pair import version_pair
from tui.screens.comparison.view_model import notes_of, view_of
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
"""Seconds before a note on waiting is shown, so that it doesn't flicker."""


class PairRequest:
    """Compares one pair at a time; the current comparison stays until the next one is here.

    Args:
        screen: the screen that owns the work; the work ends with it.
        desk: the library.
        pair: the first articles to compare.
        lighting: what to highlight on both sides.
        show: takes a comparison.
        wait: is called while a comparison takes long.
        fail: takes the error if there is no comparison.

    Attributes:
        pair: the articles requested last; call `ask` to change them.
        view: the comparison shown; None before the first.
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
        self._answers = Latest(screen, self.compare, self._take_view, self._take_failure)

    def ask(self, pair: Pair) -> None:
        """Request two articles; the current comparison stays until they are here."""
        self.pair = pair
        self._answers.ask(pair)
        self._screen.set_timer(_PATIENCE, self._check_waiting)

    def swap(self) -> ComparisonView | None:
        """Swap the sides of the comparison shown; None, with nothing done, while there is none."""
        if self.view is None or self.waiting:
            return None
        self.pair = self.pair[1], self.pair[0]
        notes = Sides(self.view.notes.right, self.view.notes.left)
        versions = self.view.versions
        if versions is not None:
            versions = versions._replace(words=versions.words.swapped())
        self.view = view_of(self.view.comparison.mirrored(), self._query, notes, versions)
        return self.view

    def step_versions(self, step: int) -> str:
        """Request the two versions after (1) or before (-1) these; give a note where there are none."""
        versions = self.view.versions if self.view is not None else None
        if versions is None:
            return "these aren't versions of one article"
        pair = versions.later if step > 0 else versions.earlier
        if pair is None:
            return "there is no later version" if step > 0 else "there is no earlier version"
        self.ask(pair)
        return ""

    @property
    def waiting(self) -> bool:
        """Whether the last requested comparison isn't here yet."""
        return self.view is None or _pair(self.view.comparison) != self.pair

    def compare(self, pair: Pair) -> ComparisonView:
        """Compare two articles and prepare what is shown, in this thread; raise SearchError."""
        comparison = self._desk.compare(*pair)
        notes = notes_of(self._desk, comparison)
        return view_of(comparison, self._query, notes, version_pair(self._desk, comparison))

    def _take_view(self, pair: Pair, view: ComparisonView) -> None:
        del pair
        self.view = view
        self._show(view)

    def _take_failure(self, pair: Pair, error: SearchError) -> None:
        del pair
        if self.view is not None:
            self.pair = _pair(self.view.comparison)
        self._fail(error)

    def _check_waiting(self) -> None:
        if self.waiting:
            self._wait()


def _pair(comparison: Comparison) -> Pair:
    return comparison.left.id, comparison.right.id
