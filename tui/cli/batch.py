"""Many documents in one run: JSON Lines, each printed as soon as it is ready."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeAlias

from search import SearchError
from tui.cli.exit_codes import DONE, FAILED, NOTHING_FOUND
from tui.cli.json_fields import Document
from tui.cli.streams import notify, write_json

if TYPE_CHECKING:
    from collections.abc import Iterable

Task: TypeAlias = tuple[dict[str, str], Callable[[], Document]]
"""The fields that identify a line, should it fail, and the function that makes its document."""


def run_batch(tasks: Iterable[Task], if_none: str) -> int:
    """Print the document of each task; one that fails gives a line with its error.

    Give 3 if any failed and 1, with a notice, if there were none.
    """
    code = None
    for identity, make in tasks:
        code = code or DONE
        try:
            document = make()
        except SearchError as error:
            document = {"error": {"what": error.what, "why": error.reason}, **identity}
            code = FAILED
        write_json(document, lines=True)
    if code is None:
        notify(if_none)
        return NOTHING_FOUND
    return code
