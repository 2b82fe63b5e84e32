"""Waiting for a comparison: asked for in a thread, told when it is slow, dropped when late."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.screen import Screen
from textual.widgets import Static

from tui.render import safe
from tui.screens.comparison.view_model import opened
from tui.session.latest import Latest

if TYPE_CHECKING:
    from typing import TypeAlias

    from search import ArticleId, Comparison, Desk, Query, SearchError
    from tui.screens.comparison.view_model import Opened

    Pair: TypeAlias = tuple[ArticleId, ArticleId]

_PATIENCE = 0.25
"""Seconds; what comes sooner is shown without a word on waiting, so that nothing flickers."""


class Comparing(Screen[None]):
    """A screen for one comparison at a time; `#notice` stands in its place while there is none.

    Args:
        desk: the library.
        left: the article on the left.
        right: the article on the right.
        query: what to light on both sides; None lights nothing.
    """

    def __init__(
        self, desk: Desk, left: ArticleId, right: ArticleId, query: Query | None = None
    ) -> None:
        super().__init__()
        self.desk = desk
        self.pair: Pair = left, right
        self.opened: Opened | None = None
        self._lighting = query
        self._answers = Latest(self, self._compare, self._take, self._fail)

    def show(self, found: Opened) -> None:
        """Show another comparison."""
        raise NotImplementedError

    def say(self, text: str) -> None:
        """Say something beside the comparison that is shown."""
        raise NotImplementedError

    def ask(self, pair: Pair) -> None:
        """Ask for two articles; what is shown stays until they have come."""
        self.pair = pair
        self._answers.ask(pair)
        self.set_timer(_PATIENCE, self._say_waiting)

    @property
    def waiting(self) -> bool:
        """Whether what was asked for last has not come yet."""
        return self.opened is None or _pair(self.opened.comparison) != self.pair

    def light(self, comparison: Comparison) -> Opened:
        """Make a comparison ready, lit by the search."""
        return opened(comparison, self._lighting)

    def _compare(self, pair: Pair) -> Opened:
        return self.light(self.desk.compare(*pair))

    def _take(self, pair: Pair, found: Opened) -> None:
        del pair
        self.remove_class("-notice")
        self.opened = found
        self.show(found)
        self.refresh_bindings()

    def _fail(self, pair: Pair, error: SearchError) -> None:
        del pair
        if self.opened is None:
            self._notice(f"These two can't be compared: {error}. esc goes back.")
        else:
            self.pair = _pair(self.opened.comparison)
            self.say("")
            self.notify(f"Can't be compared: {error}", markup=False, severity="warning")

    def _say_waiting(self) -> None:
        if not self.waiting or self.has_class("-notice"):
            return
        if self.opened is None:
            self._notice("comparing…")
        else:
            self.say("comparing…")

    def _notice(self, text: str) -> None:
        self.query_one("#notice", Static).update(safe(text))
        # A side that is hidden while it has the focus would hand it to the other, to be hidden next.
        self.set_focus(None)
        self.add_class("-notice")
        self.refresh_bindings()


def _pair(comparison: Comparison) -> Pair:
    return comparison.left.id, comparison.right.id
