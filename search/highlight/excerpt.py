"""The piece of an article that shows best why a query found it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from search.text import Span

if TYPE_CHECKING:
    from search.article import Article
    from search.highlight.spans import Highlighter

_EDGE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A short piece of an article.

    Attributes:
        text: one line; `…` marks where it was cut.
        spans: the matches in `text`, in order.
    """

    text: str
    spans: tuple[Span, ...]


def excerpt(article: Article, highlighter: Highlighter, length: int = 200) -> tuple[Excerpt, int]:
    """Cut the excerpt that holds the most matches, and count all matches of the article.

    The count takes in the title and every block of the story. Without a match in the body the
    excerpt is the beginning of the story, empty if there is none. It is at most `length` + 2
    code points long. Cost: one pass over the article.
    """
    title = highlighter.spans(article.title or "", "title")
    count = len(title)
    best: tuple[int, str, tuple[Span, ...], int] | None = None
    for _, block in article.story:
        spans = highlighter.spans(block.text)
        count += len(spans)
        for i, span in enumerate(spans):
            held = sum(1 for other in spans[i:] if other.stop - span.start <= length * 3 // 4)
            if best is None or held > best[0]:
                best = held, block.text, spans, span.start
    if best is None:
        opening = next((b.text for _, b in article.story if b.kind != "caption"), "")
        return _cut(opening, (), 0, length), count
    _, text, spans, at = best
    return _cut(text, spans, max(0, at - length // 4), length), count


def _cut(text: str, spans: tuple[Span, ...], start: int, length: int) -> Excerpt:
    """Cut near word boundaries, but never through a match."""
    if len(text) <= length:
        start, stop = 0, len(text)
    else:
        start = max(0, min(start, len(text) - length))
        stop = min(len(text), start + length)
        if start and (gap := _EDGE.search(text, start, min(start + 25, stop))):
            start = gap.end()
        if stop < len(text):
            space = text.rfind(" ", max(start, stop - 25), stop)
            stop = space if space > start else stop
    head, tail = ("…" if start else ""), ("…" if stop < len(text) else "")
    kept = tuple(
        Span(max(s.start, start) - start + len(head), min(s.stop, stop) - start + len(head))
        for s in spans
        if s.start < stop and s.stop > start
    )
    return Excerpt(head + text[start:stop] + tail, kept)
