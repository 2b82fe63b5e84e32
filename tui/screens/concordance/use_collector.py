"""The uses of a word collected: read in one thread, put in order in another, shown meanwhile."""

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
"""Parts of rest to one of sorting while articles are still being read, so that reading goes on."""


@dataclass(frozen=True, slots=True)
class Collected:
    """What there is of a concordance.

    Attributes:
        done, total: articles read, and those to be read; equal at the end.
    """

    concordance: Concordance
    done: int
    total: int


@dataclass(frozen=True, slots=True, eq=False)
class _Word:
    text: str


@dataclass(frozen=True, slots=True, eq=False)
class _Unsorted:
    """What is to be put in order."""

    collected: Collected
    order: Order
    group: Group


class UseCollector:
    """Collects one word at a time, and keeps what it has in the order wanted.

    Args:
        node: what the work belongs to; it ends with it.
        desk: the library.
        tell: takes what there is, often; a listing follows now and then, and in the end.
        show: takes what there was and its listing.
        fail: takes why there is nothing.
        sources: those whose uses are wanted, each together; all when None.
    """

    def __init__(
        self,
        node: DOMNode,
        desk: Desk,
        tell: Callable[[Collected], None],
        show: Callable[[Collected, Listing], None],
        fail: Callable[[SearchError], None],
        sources: tuple[str | None, ...] | None = None,
    ) -> None:
        self.order: Order = "after"
        self.group: Group = "none" if sources is None else "source"
        self._sources = sources
        self._desk = desk
        self._tell = tell
        self._show = show
        self._loop: asyncio.AbstractEventLoop
        self._collected: Collected | None = None
        self._sorting = False
        self._due = 0.0
        self._words: Latest[_Word, Concordance] = Latest(
            node, self._read, lambda _, found: self._end(found), lambda _, error: fail(error)
        )
        self._listings: Latest[_Unsorted, tuple[Listing, float]] = Latest(
            node, _put_in_order, self._sorted, lambda _, error: fail(error)
        )

    def ask(self, word: str) -> None:
        """Collect the uses of a word; what is collected of another is given up."""
        self.forget()
        self._loop = asyncio.get_running_loop()
        self._words.ask(_Word(word))

    def arrange(self, order: Order, group: Group) -> None:
        """Want another order, of what there is and of what comes."""
        self.order, self.group = order, group
        self._sort()

    def forget(self) -> None:
        """Want nothing any more; reading stops at the next article."""
        self._words.forget()
        self._listings.forget()
        self._collected, self._sorting, self._due = None, False, 0.0

    def _read(self, word: _Word) -> Concordance:
        def progress(found: Concordance, done: int, total: int) -> None:
            if not self._words.overtaken(word):
                so_far = Collected(found, done, total)
                self._loop.call_soon_threadsafe(self._progress, word, so_far)

        return self._desk.concordance(
            word.text, progress, lambda: self._words.overtaken(word), self._sources
        )

    def _progress(self, word: _Word, collected: Collected) -> None:
        if self._words.overtaken(word):
            return
        self._collected = collected
        self._tell(collected)
        if not self._sorting and time.monotonic() >= self._due:
            self._sort()

    def _end(self, found: Concordance) -> None:
        total = self._collected.total if self._collected else 0
        self._collected = Collected(found, total, total)
        self._tell(self._collected)
        self._sort()

    def _sort(self) -> None:
        if self._collected is not None:
            self._sorting = True
            self._listings.ask(_Unsorted(self._collected, self.order, self.group))

    def _sorted(self, unsorted: _Unsorted, made: tuple[Listing, float]) -> None:
        lines, seconds = made
        self._sorting = False
        self._due = time.monotonic() + _REST * seconds
        self._show(unsorted.collected, lines)


def _put_in_order(unsorted: _Unsorted) -> tuple[Listing, float]:
    """Give the listing, and how many seconds it took."""
    begun = time.thread_time()
    uses = ordered(unsorted.collected.concordance.uses, unsorted.order, unsorted.group)
    return listing(uses, headings=unsorted.group == "source"), time.thread_time() - begun
