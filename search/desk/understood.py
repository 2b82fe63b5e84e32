"""The standing sentences of articles' sources: what recurs there and tells no story."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from search.article import Block
from search.text import KeyedSentence, left_out, sentence_keys, sentences, tokenize

if TYPE_CHECKING:
    from collections.abc import Sequence

    from search.article import Article
    from search.engine import Snapshot


def standing_sentences(snapshot: Snapshot, articles: Sequence[Article]) -> list[frozenset[int]]:
    """Give for each article the keys of its sentences that recur in its source.

    Articles of unknown source have none. Asks one question.
    """
    asked: defaultdict[str, set[int]] = defaultdict(set)
    held = [_keys(article) for article in articles]
    for article, keys in zip(articles, held, strict=True):
        if article.source:
            asked[article.source] |= keys
    found = snapshot.standing_sentences(asked)
    return [
        found.get(article.source or "", frozenset()) & keys
        for article, keys in zip(articles, held, strict=True)
    ]


def marked(article: Article, standing: frozenset[int]) -> Article:
    """Give an article with each block that has nothing but standing sentences as boilerplate."""
    if not standing:
        return article
    return replace(
        article,
        blocks=tuple(
            Block("boilerplate", block.text)
            if block.kind != "boilerplate" and _stands(block.text, standing)
            else block
            for block in article.blocks
        ),
    )


def _keys(article: Article) -> set[int]:
    return {
        key
        for _, block in article.story
        for key in sentence_keys(block.text, sentences(block.text))
    }


def _stands(text: str, standing: frozenset[int]) -> bool:
    spans = sentences(text)
    keys = sentence_keys(text, spans)
    if standing.isdisjoint(keys):
        return False
    words = [len(list(tokenize(text[start:stop]))) for start, stop in spans]
    last = len(spans) - 1
    said = [KeyedSentence(key, words[i], i == last) for i, key in enumerate(keys)]
    gone = left_out(said, standing.__contains__)
    return all(out or not count for out, count in zip(gone, words, strict=True))
