"""The words of two sources counted in threads, told as it goes on."""

from __future__ import annotations

import asyncio
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui.session.latest import Latest

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.dom import DOMNode

    from search import Contrast, Desk, SearchError

Counts = tuple[tuple[str | None, int], ...]
"""Sources with how many articles each has, most first."""

_PATIENCE = 0.25
"""Seconds; what comes sooner is shown without a word on waiting, so that nothing flickers."""
_TELL_EVERY = 0.1


@dataclass(frozen=True, slots=True)
class Counted:
    """What there is to show.

    Attributes:
        counts: every source of the library.
        contrast: the two; None where the library hasn't two.
    """

    counts: Counts
    contrast: Contrast | None


@dataclass(frozen=True, slots=True, eq=False)
class _Wish:
    """Sources by name; where fewer than two are given, those with most articles are added."""

    names: tuple[str | None, ...]


@dataclass(frozen=True, slots=True, eq=False)
class _Pair:
    left: str | None
    right: str | None


class WordCounter:
    """Counts for one pair of sources at a time; counts the stories both tell when that is done.

    Args:
        node: what the work belongs to; it ends with it.
        desk: the library.
        wait: takes the share that is done, while it takes long.
        show: takes what there is.
        tell: takes how many stories both tell, later.
        fail: takes why there is nothing.
    """

    def __init__(
        self,
        node: DOMNode,
        desk: Desk,
        wait: Callable[[float], None],
        show: Callable[[Counted], None],
        tell: Callable[[int], None],
        fail: Callable[[SearchError], None],
    ) -> None:
        self._desk = desk
        self._wait = wait
        self._show = show
        self._loop: asyncio.AbstractEventLoop
        self._wishes: Latest[_Wish, Counted] = Latest(
            node, self._compare, lambda _, found: self._take(found), lambda _, error: fail(error)
        )
        self._stories: Latest[_Pair, int] = Latest(
            node, self._count, lambda _, count: tell(count), lambda _, error: fail(error)
        )

    def ask(self, names: tuple[str | None, ...]) -> None:
        """Count for two sources; what was wanted before is given up."""
        self.forget()
        self._loop = asyncio.get_running_loop()
        self._wishes.ask(_Wish(names))

    def forget(self) -> None:
        """Want nothing any more."""
        self._wishes.forget()
        self._stories.forget()

    def _compare(self, wish: _Wish) -> Counted:
        counts = tuple(self._desk.search("").sources)
        others = [name for name, _ in counts if name not in wish.names]
        names = [*wish.names, *others][:2]
        if len(names) < 2:  # noqa: PLR2004 - a pair
            return Counted(counts, None)
        due = time.monotonic() + _PATIENCE

        def progress(share: float) -> None:
            nonlocal due
            if time.monotonic() >= due and not self._wishes.overtaken(wish):
                due = time.monotonic() + _TELL_EVERY
                self._loop.call_soon_threadsafe(self._progress, wish, share)

        left, right = names
        return Counted(
            counts,
            self._desk.sources(left, right, progress, lambda: self._wishes.overtaken(wish)),
        )

    def _progress(self, wish: _Wish, share: float) -> None:
        if not self._wishes.overtaken(wish):
            self._wait(share)

    def _take(self, found: Counted) -> None:
        if found.contrast is not None:
            self._stories.ask(_Pair(found.contrast.left, found.contrast.right))
        self._show(found)

    def _count(self, pair: _Pair) -> int:
        groups = self._desk.story_groups
        return groups.shared(pair.left, pair.right, lambda: self._stories.overtaken(pair))
