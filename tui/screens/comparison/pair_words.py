"""Lighting standing word lists on both sides of a comparison, with a legend above them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content
from textual.widgets import Static

from search import Sides
from tui.render.listed_words import ListedWords, legend
from tui.session.latest import Latest
from tui.session.standing_lists import listed_words
from tui.widgets.column import Column

if TYPE_CHECKING:
    from textual.screen import Screen

    from search import Comparison, SearchError
    from tui.session.standing_lists import StandingLists
    from tui.settings import WordList


class PairWords:
    """Lights the words of lists in both articles; the legend has the counts of both sides.

    Args:
        screen: a screen with columns, and a line `#legend`.
        lists: the lists, shared with the other screens.
    """

    def __init__(self, screen: Screen[None], lists: StandingLists) -> None:
        self.lists = lists
        self._screen = screen
        self._requests: Latest[tuple[Comparison, tuple[WordList, ...]], Sides[ListedWords]] = (
            Latest(
                screen,
                lambda asked: Sides(
                    *(listed_words(side, asked[1]) for side in (asked[0].left, asked[0].right))
                ),
                lambda asked, found: self._show(asked[0], found),
                _leave_unlit,
            )
        )

    def light(self, comparison: Comparison | None) -> None:
        """Look for the words of the lists that are lit now on both sides."""
        if comparison is None:
            return
        if self.lists.lit:
            self._requests.ask((comparison, self.lists.lit))
        else:
            self._requests.forget()
            self._show(comparison, Sides(ListedWords(), ListedWords()))

    def step(self, comparison: Comparison | None) -> None:
        """Light all lists, then each by itself, then none."""
        self.lists.step()
        self.light(comparison)

    def _show(self, comparison: Comparison, found: Sides[ListedWords]) -> None:
        by_article = {comparison.left.id: found.left, comparison.right.id: found.right}
        for column in self._screen.query(Column):
            column.light(by_article)
        line = self._screen.query_one("#legend", Static)
        line.display = bool(found.left.counts)
        line.update(Content(legend(found.left.counts, found.right.counts)))


def _leave_unlit(asked: object, error: SearchError) -> None:
    """Light nothing where the words can't be looked for."""
    del asked, error
