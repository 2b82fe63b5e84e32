"""The counts of an answer: by source as lines of the sources pane, by month for the timeline."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.screens.library.filters.query_filters import bare, chosen, ways_to_write, written_name
from tui.widgets.filters.facet import Facet

if TYPE_CHECKING:
    from search import Answer, Counts
    from tui.screens.library.filters.query_filters import Filters
    from tui.session.requests import Aside


class Facets:
    """Counts by source and month, each under all filters but its own.

    An answer has the counts under all its filters. The wider ones are counted meanwhile (`take`);
    until then those that were known last are shown, if they are of the same search.
    """

    def __init__(self) -> None:
        self._sources: tuple[object, Counts] = (None, ())
        self._months: tuple[object, Counts] = (None, ())
        self._keys: tuple[object, object] = (None, None)
        self._filters: Filters = chosen("")
        self._total = 0

    def set_answer(self, answer: Answer, library: object = None) -> None:
        """Take an answer; `library` has to change whenever the articles did."""
        words, filters = bare(answer.query.text), chosen(answer.query.text)
        self._keys = (
            (words, library, filters.dated, filters.months),
            (words, library, filters.sources),
        )
        self._filters, self._total = filters, answer.total
        if not filters.sources or self._sources[0] != self._keys[0]:
            self._sources = self._keys[0], answer.sources
        if not filters.dated or self._months[0] != self._keys[1]:
            self._months = self._keys[1], answer.months

    def take(self, aside: Aside) -> None:
        """Take the wider counts of the answer that was set last."""
        self._sources = self._keys[0], aside.sources
        self._months = self._keys[1], aside.months

    @property
    def filters(self) -> Filters:
        """What the answer is filtered by."""
        return self._filters

    @property
    def names(self) -> list[str | None]:
        """The sources that are counted."""
        return [name for name, _ in self._sources[1]]

    @property
    def months(self) -> Counts:
        """How many articles each month has, oldest first; None for undated ones, last."""
        return self._months[1]

    def lines(self) -> tuple[Facet, ...]:
        """Give the lines of the sources pane."""
        picked = self._filters.sources
        counts = self._sources[1]
        total = sum(count for _, count in counts) if picked else self._total
        shown = [
            Facet(
                "source",
                name if name is not None else "(unknown)",
                name,
                count,
                any(way in picked for way in ways_to_write(name)),
            )
            for name, count in counts
        ]
        seen = {way for name, _ in counts for way in ways_to_write(name)}
        # What is chosen and has nothing can be taken out all the same.
        none = (written_name(way) for way in picked if way not in seen)
        shown += [Facet("source", name or "(unknown)", name, 0, chosen=True) for name in none]
        return (Facet("all", "All", None, total, not picked), *shown)
