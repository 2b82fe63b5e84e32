"""Many articles in one go: JSON Lines, each as soon as it is ready."""

from __future__ import annotations

import sys
import time
from contextlib import contextmanager
from functools import partial
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, TextIO, TypeAlias

from search import SearchError, reason_of
from tui.cli import json_fields as documents
from tui.cli.arguments import UsageError
from tui.cli.open_library import opened
from tui.cli.streams import tell, write_json

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Iterable, Iterator

    from search import ArticleId, Desk

    Task: TypeAlias = tuple[dict[str, str], Callable[[], documents.Document]]
    """What a line asks for, said again if it fails, and what makes its document."""

_DONE, _NOTHING, _FAILED = 0, 1, 3
_LONGEST = 1 << 16
"""Characters of a line of pairs, its end among them; no two paths have so many."""
_CITED = 80
_ENCODING, _FAULTS = "utf-8-sig", "surrogateescape"  # as paths are read; a mark may come first


def run(asked: argparse.Namespace) -> int:
    """Do the batch; give 3 if any line failed, 1 if there was nothing to do, else 0."""
    if asked.verb == "compare":
        with _lines(asked.pairs) as lines, opened(asked, needs_index=False) as desk:
            return _do((_pair(desk, line) for line in lines if line.strip()), "no pairs to compare")
    with opened(asked) as desk:
        tasks = _shows(desk) if asked.verb == "show" else _rivals(desk, asked)
        return _do(tasks, f"{desk.library}: there are no articles")


def _do(tasks: Iterable[Task], without: str) -> int:
    """Do the tasks one by one; say `without` if there is none."""
    code = None
    for said, make in tasks:
        code = code or _DONE
        try:
            document = make()
        except SearchError as error:
            document = documents.failure(error.what, error.reason, **said)
            code = _FAILED
        write_json(document, lines=True)
    if code is None:
        tell(without)
        return _NOTHING
    return code


def _shows(desk: Desk) -> Iterator[Task]:
    """Show every article by path, those that can't be read among them."""

    def show(path: str) -> documents.Document:
        if path in failed:
            raise failed[path]
        return documents.article(desk.read(known[path]))

    known = {head.path: head.id for head in desk.heads()}
    failed = {error.path: error for error in desk.inspect().failed if error.path not in known}
    for path in sorted(known.keys() | failed.keys()):
        yield {"path": path}, partial(show, path)


def _rivals(desk: Desk, asked: argparse.Namespace) -> Iterator[Task]:
    def rank(article: ArticleId) -> documents.Document:
        found = desk.rivals(article, asked.limit, same_source=asked.same_source)
        return documents.rivals(article, found)

    for article in desk.ids():
        yield {"article": article}, partial(rank, article)


def _pair(desk: Desk, line: str) -> Task:
    left, tab, right = line.rstrip("\r\n").partition("\t")

    if len(line) == _LONGEST:
        left, right = f"{left[:_CITED]}…", ""

    def compare() -> documents.Document:
        if len(line) == _LONGEST:
            raise SearchError(
                left, f"a line may have {_LONGEST:,} characters; what follows isn't read"
            )
        if not tab:
            raise SearchError(left, "a line wants LEFT, a tab and RIGHT")
        begun = time.perf_counter()
        found = desk.compare(*desk.resolve_each(left, right))
        return documents.comparison(found, (time.perf_counter() - begun) * 1000)

    return {"left": left, "right": right}, compare


@contextmanager
def _lines(name: str) -> Iterator[Iterable[str]]:
    """Open the list of pairs; `-` is standard input."""
    if name == "-":
        if isinstance(sys.stdin, TextIOWrapper):
            sys.stdin.reconfigure(encoding=_ENCODING, errors=_FAULTS)
        yield _bounded(sys.stdin)
        return
    try:
        stream = Path(name).open(encoding=_ENCODING, errors=_FAULTS)  # noqa: SIM115 - closed below
    except (OSError, ValueError) as error:
        raise UsageError(f"{name}: {reason_of(error)}") from None
    with stream:
        yield _bounded(stream)


def _bounded(stream: TextIO) -> Iterator[str]:
    """Yield the lines, up to one that is too long to be two names: its beginning is the last."""
    while line := stream.readline(_LONGEST):
        yield line
        if len(line) == _LONGEST:
            return
