"""Making of an article what an archive is sent: in this process, or in one that helps it.

A helping process is told:

    begin read                              how articles are read
    batch articles                          answered by `made`: what was made of each
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from search.engine.opensearch.archive_documents import document
from search.engine.opensearch.article_json import digest_of_text, dump, dump_article
from search.processes.serving import answer, serve

if TYPE_CHECKING:
    from collections.abc import Callable
    from socket import socket

    from search.article import Article, Head
    from search.engine.archive_protocol import ArticleToPut, PutOutcome

ANSWERS = {"batch": "made"}


class Made(NamedTuple):
    """What was made of an article: its document, if that is to be sent, but when it is."""

    outcome: PutOutcome
    text: str


def make_document(known: ArticleToPut, read: Callable[[Head], Article | None]) -> Made:
    """Make the document of an article, unless the archive has it. Cost: reading the article."""
    article = known.article or read(known.head)
    if article is None:
        return Made("unread", "")
    text = dump_article(article)
    if known.digest is not None and known.digest == digest_of_text(text):
        return Made("same", "")
    return Made("put", dump(document(article, known.kept, text)))


def main(line: socket) -> None:
    """Serve until the line is closed or something fails; the process ends with it."""
    serve(line, _DocumentLoop(line))


class _DocumentLoop:
    """Does as told."""

    def __init__(self, line: socket) -> None:
        self._line = line
        self._read: Any = None

    def do(self, verb: str, *what: Any) -> None:
        match verb, *what:
            case "begin", read:
                self._read = read
            case "batch", articles:
                made = [tuple(make_document(one, self._read)) for one in articles]
                answer(self._line, "made", made)
            case _:
                raise ValueError(f"it was told {verb!r}, which it doesn't know")

    def discard(self) -> None:
        """There is nothing to remove."""
