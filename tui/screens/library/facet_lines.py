"""An answer's counts as the lines of the sources pane."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.screens.library.query_filters import as_written, bare, chosen
from tui.widgets.sources_pane import Facet

if TYPE_CHECKING:
    from search import Answer


class Facets:
    """Counts by source and month for what was typed, whichever filter is on.

    A filtered answer knows only the sources it is filtered to; so as long as the words stay
    the same, the counts without the filter stay, for another one to be chosen.
    """

    def __init__(self) -> None:
        self._of: tuple[str, object] | None = None
        self._full: Answer | None = None

    def lines(self, answer: Answer, library: object = None) -> tuple[Facet, ...]:
        """Give the lines for an answer; `library` changes whenever its articles did."""
        words = bare(answer.query.text)
        source, month = chosen(answer.query.text)
        if source is None and month is None:
            self._of, self._full = (words, library), answer
        counted = self._full if self._full is not None and self._of == (words, library) else answer
        return (
            Facet("all", "All", None, counted.total, source is None and month is None),
            *(
                Facet(
                    "source",
                    name or "(unknown)",
                    name,
                    count,
                    name is not None and source == as_written(name),
                )
                for name, count in counted.sources
            ),
            *([Facet("heading", "Months")] if counted.months else []),
            *(
                Facet("month", name or "(no date)", name, count, name is not None and name == month)
                for name, count in counted.months
            ),
        )
