"""The uses of a word in one article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from search.concordance.keyword_in_context import Use

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from search.article import Article
    from search.text import Span

CONTEXT = 160
"""Code points kept on either side: more than half of any line of a terminal."""


def find_uses(article: Article, find: Callable[[str], Sequence[Span]]) -> Iterator[Use]:
    """Yield the uses in an article's story, in reading order.

    `find` gives the places of the word in a text, in order. Cost: that of finding.
    """
    for place, block in article.story:
        for span in find(block.text):
            yield Use(
                article.head,
                place,
                span.start,
                span.stop,
                before=_before(block.text, span.start),
                match=block.text[span.start : span.stop],
                after=_after(block.text, span.stop),
            )


def _before(text: str, stop: int) -> str:
    start = max(0, stop - CONTEXT)
    if start and not text[start - 1].isspace():
        space = text.find(" ", start, stop)
        start = space + 1 if space >= 0 else start
    return text[start:stop]


def _after(text: str, start: int) -> str:
    stop = min(len(text), start + CONTEXT)
    if stop < len(text) and not text[stop].isspace():
        space = text.rfind(" ", start, stop)
        stop = space if space > start else stop
    return text[start:stop]
