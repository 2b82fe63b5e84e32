"""The status of a search in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.screens.library import text
from tui.widgets.status_line import StatusText

if TYPE_CHECKING:
    from search import Answer, SearchError
    from tui.widgets.search_line import SearchLine


def status_text(
    answer: Answer | None, fault: SearchError | None, line: SearchLine, aside: str, folded: int
) -> StatusText:
    """Give the fault of a search and its position, or how it was read; `aside` is added.

    So is how many more articles have the words in folded text only.
    """
    if fault is not None:
        reason = getattr(fault, "reason", str(fault))
        place = getattr(fault, "position", None)
        if place is None:  # nothing of the query is wrong, so nothing of it is pointed at
            return StatusText("fault", reason, 0, aside, "!")
        return StatusText("fault", reason, line.screen_column(place), aside)
    if answer is None:
        return StatusText("read", "", 0, aside)
    if answer.suggestion:
        said = f"did you mean {answer.suggestion}? tab · read as {answer.read_as}"
        return StatusText("suggestion", said, 0, aside)
    more = f"{text.in_folded_text(folded)} · " if folded else ""
    return StatusText("read", f"{more}{answer.read_as}", 0, aside)
