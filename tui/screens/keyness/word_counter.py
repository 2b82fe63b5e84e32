"""Counting the words of two sources in a thread, with progress."""

from __future__ import annotations

import asyncio
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui.session.latest import Latest

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual.dom import DOMNode

    from search import Contrast, Desk, SearchError, SharedStory

Counts = tuple[tuple[str | None, int], ...]
"""Sources with their numbers of articles, largest first."""

_PATIENCE = 0.25
"""Seconds before progress is shown, so that it doesn't flicker."""
_PROGRESS_EVERY = 0.1


@dataclass(frozen=True, slots=True)
class Counted:
    """The result to show.

    Attributes:
        counts: all sources of the library.
        contrast: the comparison of the two; None if the library has fewer than two.
        stories: those both tell, if only their articles were compared.
    """

    counts: Counts
    contrast: Contrast | None
    stories: Sequence[SharedStory] | None = None


@dataclass(frozen=True, slots=True, eq=False)
class _Wish:
    """A request: sources by name; if fewer than two are given, the largest others are added.

    `within` asks for articles of stories that both tell only.
    """

    names: tuple[str | None, ...]
    within: bool


@dataclass(frozen=True, slots=True, eq=False)
class _Pair:
    left: str | None
    right: str | None


class WordCounter:
    """Compares one pair of sources at a time, then counts the stories that both have.

    Args:
        node: the screen that owns the work; the work ends with it.
        desk: the library.
        wait: takes the share that is done, if it takes long.
        show: takes the result.
        show_stories: takes the number of stories that both have, later.
        fail: takes the error if there is one.
    """

    def __init__(
        self,
        node: DOMNode,
        desk: Desk,
        wait: Callable[[float], None],
        show: Callable[[Counted], None],
        show_stories: Callable[[int], None],
        fail: Callable[[SearchError], None],
    ) -> None:
        self._desk = desk
        self._wait = wait
        self._show = show
        self._loop: asyncio.AbstractEventLoop
        self._requests: Latest[_Wish, Counted] = Latest(
            node,
            self._compare,
            lambda _, result: self._take(result),
            lambda _, error: fail(error),
        )
        self._stories: Latest[_Pair, int] = Latest(
            node,
            self._count_stories,
            lambda _, count: show_stories(count),
            lambda _, error: fail(error),
        )

    def ask(self, names: tuple[str | None, ...], *, within: bool) -> None:
        """Compare two sources, or their articles of shared stories; earlier work ends."""
        self.forget()
        self._loop = asyncio.get_running_loop()
        self._requests.ask(_Wish(names, within))

    def forget(self) -> None:
        """Stop."""
        self._requests.forget()
        self._stories.forget()

    def _compare(self, request: _Wish) -> Counted:
        counts = tuple(self._desk.search("").sources)
        others = [name for name, _ in counts if name not in request.names]
        names = [*request.names, *others][:2]
        if len(names) < 2:  # noqa: PLR2004 - a pair
            return Counted(counts, None)
        next_report = time.monotonic() + _PATIENCE

        def progress(share: float) -> None:
            nonlocal next_report
            if time.monotonic() >= next_report and not self._requests.overtaken(request):
                next_report = time.monotonic() + _PROGRESS_EVERY
                self._loop.call_soon_threadsafe(self._progress, request, share)

        left, right = names
        stories = self._shared(request, left, right) if request.within else None
        contrast = self._desk.sources(
            left, right, progress, lambda: self._requests.overtaken(request), within=stories
        )
        return Counted(counts, contrast, stories)

    def _shared(self, request: _Wish, left: str | None, right: str | None) -> Sequence[SharedStory]:
        groups = self._desk.story_groups
        return groups.shared(left, right, lambda: self._requests.overtaken(request))

    def _progress(self, request: _Wish, share: float) -> None:
        if not self._requests.overtaken(request):
            self._wait(share)

    def _take(self, result: Counted) -> None:
        if result.contrast is not None and result.stories is None:
            self._stories.ask(_Pair(result.contrast.left, result.contrast.right))
        self._show(result)

    def _count_stories(self, pair: _Pair) -> int:
        groups = self._desk.story_groups
        return len(groups.shared(pair.left, pair.right, lambda: self._stories.overtaken(pair)))
