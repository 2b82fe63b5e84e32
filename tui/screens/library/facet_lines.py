"""The counts of an answer as lines of the sources pane."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.screens.library.query_filters import as_written, bare, chosen
from tui.widgets.sources_pane import Facet

if TYPE_CHECKING:
    from search import Answer


class Facets:
    """Counts by source and month for a search, whichever filter is on.

    A filtered answer has counts only of what it is filtered by. So the counts without filter are
    kept as long as the words of the search stay the same, to choose another filter.
    """

    def __init__(self) -> None:
        self._key: tuple[str, object] | None = None
        self._unfiltered: Answer | None = None

    def lines(self, answer: Answer, library: object = None) -> tuple[Facet, ...]:
        """Give the lines for an answer; `library` has to change whenever the articles did."""
        words = bare(answer.query.text)
        source, month = chosen(answer.query.text)
        if source is None and month is None:
            self._key, self._unfiltered = (words, library), answer
        known = self._unfiltered if self._key == (words, library) else None
        counts = known or answer
        return (
            Facet("all", "All", None, counts.total, source is None and month is None),
            *(
                Facet(
                    "source",
                    name or "(unknown)",
                    name,
                    count,
                    name is not None and source == as_written(name),
                )
                for name, count in counts.sources
            ),
            *([Facet("heading", "Months")] if counts.months else []),
            *(
                Facet("month", name or "(no date)", name, count, name is not None and name == month)
                for name, count in counts.months
            ),
        )
