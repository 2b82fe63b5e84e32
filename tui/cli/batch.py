"""Many articles in one go: JSON Lines, each as soon as it is ready."""

from __future__ import annotations

import sys
import time
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from search import SearchError
from tui.cli import documents
from tui.cli.opening import opened
from tui.cli.output import write_json
from tui.cli.request import UsageError

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Iterable, Iterator

    from search import ArticleId, Desk

    Task: TypeAlias = tuple[dict[str, str], Callable[[], documents.Document]]
    """What a line asks for, said again if it fails, and what makes its document."""

_FAILED = 3


def run(asked: argparse.Namespace) -> int:
    """Do the batch; give 3 if any line failed, else 0."""
    if asked.verb == "compare":
        with _lines(asked.pairs) as lines, opened(asked, needs_index=False) as desk:
            return _do(_pair(desk, line) for line in lines if line.strip())
    with opened(asked) as desk:
        return _do(_shows(desk) if asked.verb == "show" else _rivals(desk, asked))


def _do(tasks: Iterable[Task]) -> int:
    code = 0
    for said, make in tasks:
        try:
            document = make()
        except SearchError as error:
            what, _, why = str(error).partition(": ")
            document = documents.failure(what, why, **said)
            code = _FAILED
        write_json(document, lines=True)
    return code


def _shows(desk: Desk) -> Iterator[Task]:
    """Show every article by path, those that can't be read among them."""

    def show(path: str) -> documents.Document:
        if path in failed:
            raise failed[path]
        return documents.article(desk.read(known[path]))

    known = {desk.path(article): article for article in desk.ids()}
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

    def compare() -> documents.Document:
        if not tab:
            raise SearchError(f"{left}: a line wants LEFT, a tab and RIGHT")
        begun = time.perf_counter()
        found = desk.compare(desk.resolve(left), desk.resolve(right))
        return documents.comparison(found, (time.perf_counter() - begun) * 1000)

    return {"left": left, "right": right}, compare


@contextmanager
def _lines(name: str) -> Iterator[Iterable[str]]:
    """Open the list of pairs; `-` is standard input."""
    if name == "-":
        yield sys.stdin
        return
    try:
        stream = Path(name).open(encoding="utf-8", errors="surrogateescape")  # noqa: SIM115 - closed below
    except (OSError, ValueError) as error:
        reason = (error.strerror if isinstance(error, OSError) else None) or str(error)
        raise UsageError(f"{name}: {reason.lower()}") from None
    with stream:
        yield stream
