"""Excerpts: the piece of an article that shows best why a query found it."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from search.text import Span

if TYPE_CHECKING:
    from search.article import Article
    from search.highlight.spans import Highlighter, Where

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

    The count takes in the title and every block of the story, and folded text where the query looks
    there. Without a match below the title the excerpt is the beginning of the story, empty if there is none. It is at most `length` + 2
    code points long. Cost: one pass over the article.
    """
    title = highlighter.spans(article.title or "", "title", article.language)
    count = len(title)
    best: tuple[int, str, tuple[Span, ...], Span] | None = None
    for block in article.blocks:
        where: Where = "folded" if block.kind == "boilerplate" else "body"
        if where == "folded" and not highlighter.looks_in_folded:
            continue
        spans = highlighter.spans(block.text, where, article.language)
        count += len(spans)
        stops = [span.stop for span in spans]
        for i, span in enumerate(spans):
            held = bisect_right(stops, span.start + length * 3 // 4) - i
            if best is None or held > best[0]:
                best = held, block.text, spans, span
    if best is None:
        opening = next((b.text for _, b in article.story if b.kind != "caption"), "")
        return _cut(opening, (), None, length), count
    _, text, spans, first = best
    return _cut(text, spans, first, length), count


def _cut(text: str, spans: tuple[Span, ...], first: Span | None, length: int) -> Excerpt:
    """Cut near word boundaries, a quarter before the match `first`, and never through it.

    No letter loses its marks. Only a match longer than the rest of the excerpt is cut short.
    """
    start, stop = 0, len(text)
    if len(text) > length:
        if first:
            start = min(max(0, first.start - length // 4), len(text) - length)
        stop = start + length
        if first and start and (gap := _EDGE.search(text, start, min(start + 25, first.start))):
            start = gap.end()
        if stop < len(text):
            space = text.rfind(" ", max(start + 1, stop - 25, first.stop if first else 0), stop)
            stop = space if space > start else stop
            while stop > start + 1 and _is_mark(text[stop]):
                stop -= 1
        while start < stop and _is_mark(text[start]):
            start += 1
    head, tail = ("…" if start else ""), ("…" if stop < len(text) else "")
    kept = tuple(
        Span(max(s.start, start) - start + len(head), min(s.stop, stop) - start + len(head))
        for s in spans
        if s.start < stop and s.stop > start
    )
    return Excerpt(head + text[start:stop] + tail, kept)


def _is_mark(char: str) -> bool:
    """Tell whether a sign is written on, above or below the letter before it."""
    return unicodedata.category(char)[0] == "M"
