"""The list of `--pairs`: LEFT, a tab and RIGHT on each line."""

from __future__ import annotations

import sys
import time
from contextlib import contextmanager
from io import TextIOWrapper
from typing import TYPE_CHECKING, TextIO

import search
from search import SearchError, named_path, reason_of
from tui.cli.arguments import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from search import Desk
    from tui.cli.batch import Task
    from tui.cli.json_fields import Document

_LONGEST = 1 << 16
"""Characters of a line, its end included; no two paths have so many."""
_CITED = 80
"""Characters of a line that is too long, in its error."""
_ENCODING, _ON_ERROR = "utf-8-sig", "surrogateescape"
"""As paths are decoded; a byte order mark may come first."""


@contextmanager
def open_pair_list(name: str) -> Iterator[Iterable[str]]:
    """Open a list by the name of its file, `-` for standard input; raise UsageError."""
    if name == "-":
        if isinstance(sys.stdin, TextIOWrapper):
            sys.stdin.reconfigure(encoding=_ENCODING, errors=_ON_ERROR)
        yield _lines(sys.stdin)
        return
    try:
        stream = named_path(name).open(encoding=_ENCODING, errors=_ON_ERROR)
    except (OSError, ValueError) as error:
        raise UsageError(f"{name}: {reason_of(error)}") from None
    with stream:
        yield _lines(stream)


def _lines(stream: TextIO) -> Iterator[str]:
    """Yield the lines; after one that is too long, which is cut, nothing is read."""
    while line := stream.readline(_LONGEST):
        yield line
        if len(line) == _LONGEST:
            return


def pair_task(desk: Desk, line: str) -> Task:
    """Give the task of comparing the two articles that a line names."""
    left, tab, right = line.rstrip("\r\n").partition("\t")
    too_long = len(line) == _LONGEST
    if too_long:
        left, right = f"{left[:_CITED]}…", ""

    def compare() -> Document:
        if too_long:
            raise SearchError(
                left, f"a line may have {_LONGEST:,} characters; what follows isn't read"
            )
        if not tab:
            raise SearchError(left, "a line wants LEFT, a tab and RIGHT")
        begun = time.perf_counter()
        comparison = desk.compare(*desk.resolve_each(left, right))
        took_ms = (time.perf_counter() - begun) * 1000
        return {**search.comparison_document(comparison), "took_ms": round(took_ms, 3)}

    return {"left": left, "right": right}, compare
