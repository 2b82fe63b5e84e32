"""Collecting the uses of a word in one thread and sorting them in another."""

from __future__ import annotations

import asyncio
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from search import ordered
from tui.render.use_lines import listing
from tui.session.latest import Latest

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.dom import DOMNode

    from search import Concordance, Desk, Group, Order, SearchError
    from tui.render.use_lines import Listing

_REST = 4.0
"""Pause between sorts as a multiple of a sort's time, so that reading articles can go on."""


@dataclass(frozen=True, slots=True)
class Collected:
    """The uses found so far.

    Attributes:
        done, total: articles read, and articles to read; equal at the end.
    """

    concordance: Concordance
    done: int
    total: int


@dataclass(frozen=True, slots=True, eq=False)
class _Word:
    text: str


@dataclass(frozen=True, slots=True, eq=False)
class _Unsorted:
    """Uses to sort, and the order."""

    collected: Collected
    order: Order
    group: Group


class UseCollector:
    """Collects the uses of one word at a time, and sorts them.

    Args:
        node: the screen that owns the work; the work ends with it.
        desk: the library.
        on_progress: takes the uses found so far; called often.
        show: takes found uses and their listing; called less often, and at the end.
        fail: takes the error if there is one.
        sources: the sources to search, by which uses are grouped; all when None.
    """

    def __init__(
        self,
        node: DOMNode,
        desk: Desk,
        on_progress: Callable[[Collected], None],
        show: Callable[[Collected, Listing], None],
        fail: Callable[[SearchError], None],
        sources: tuple[str | None, ...] | None = None,
    ) -> None:
        self.order: Order = "after"
        self.group: Group = "none" if sources is None else "source"
        self._sources = sources
        self._desk = desk
        self._on_progress = on_progress
        self._show = show
        self._loop: asyncio.AbstractEventLoop
        self._collected: Collected | None = None
        self._sorting = False
        self._next_sort = 0.0
        self._words: Latest[_Word, Concordance] = Latest(
            node,
            self._read,
            lambda _, concordance: self._take_result(concordance),
            lambda _, error: fail(error),
        )
        self._listings: Latest[_Unsorted, tuple[Listing, float]] = Latest(
            node, _put_in_order, self._sorted, lambda _, error: fail(error)
        )

    def ask(self, word: str) -> None:
        """Collect the uses of a word; the work on another word ends."""
        self.forget()
        self._loop = asyncio.get_running_loop()
        self._words.ask(_Word(word))

    def arrange(self, order: Order, group: Group) -> None:
        """Change the order, of the uses found so far and of those to come."""
        self.order, self.group = order, group
        self._sort()

    def forget(self) -> None:
        """Stop; reading ends at the next article."""
        self._words.forget()
        self._listings.forget()
        self._collected, self._sorting, self._next_sort = None, False, 0.0

    def _read(self, word: _Word) -> Concordance:
        def progress(concordance: Concordance, done: int, total: int) -> None:
            if not self._words.overtaken(word):
                so_far = Collected(concordance, done, total)
                self._loop.call_soon_threadsafe(self._take_progress, word, so_far)

        return self._desk.concordance(
            word.text, progress, lambda: self._words.overtaken(word), self._sources
        )

    def _take_progress(self, word: _Word, collected: Collected) -> None:
        if self._words.overtaken(word):
            return
        self._collected = collected
        self._on_progress(collected)
        if not self._sorting and time.monotonic() >= self._next_sort:
            self._sort()

    def _take_result(self, concordance: Concordance) -> None:
        total = self._collected.total if self._collected else 0
        self._collected = Collected(concordance, total, total)
        self._on_progress(self._collected)
        self._sort()

    def _sort(self) -> None:
        if self._collected is not None:
            self._sorting = True
            self._listings.ask(_Unsorted(self._collected, self.order, self.group))

    def _sorted(self, unsorted: _Unsorted, timed_listing: tuple[Listing, float]) -> None:
        lines, seconds = timed_listing
        self._sorting = False
        self._next_sort = time.monotonic() + _REST * seconds
        self._show(unsorted.collected, lines)


def _put_in_order(unsorted: _Unsorted) -> tuple[Listing, float]:
    """Give the listing, and the seconds that sorting took."""
    started = time.thread_time()
    uses = ordered(unsorted.collected.concordance.uses, unsorted.order, unsorted.group)
    return listing(uses, headings=unsorted.group == "source"), time.thread_time() - started
