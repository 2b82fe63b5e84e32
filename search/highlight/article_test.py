"""Whether a query finds an article that no engine has: what an engine answers, for one at hand."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from search.highlight.spans import phrase_spans
from search.query import (
    Among,
    And,
    DateRange,
    Everything,
    FromSource,
    Not,
    Or,
    Phrase,
    word_test,
)
from search.text import tokenize, with_variants

if TYPE_CHECKING:
    from collections.abc import Iterable

    from search.article import Article
    from search.query import Field, Node, Words


def finds(node: Node, article: Article) -> bool:
    """Tell whether a query finds an article.

    Filters by marks aren't understood. Cost: the words of the article for each leaf of words.
    """
    match node:
        case And(children=children):
            return all(finds(child, article) for child in children)
        case Or(children=children):
            return any(finds(child, article) for child in children)
        case Not(child=child):
            return not finds(child, article)
        case Everything():
            return True
        case Among(ids=ids):
            return article.id in ids
        case FromSource(names=names):
            return article.source in names
        case DateRange(first=first, last=last):
            day = article.day
            return day is not None and (first or day) <= day <= (last or day)
        case _:
            return _stands(node, article)


def _stands(leaf: Words, article: Article) -> bool:
    texts = _texts(article, leaf.field)
    if isinstance(leaf, Phrase):
        each = (phrase_spans(leaf, list(tokenize(text)), article.language) for text in texts)
        return any(True for _ in chain.from_iterable(each))
    test = word_test(leaf, article.language)
    return any(test(token.form) for text in texts for token in with_variants(text))


def _texts(article: Article, field: Field | None) -> Iterable[str]:
    """Give the texts of a field; phrases don't reach from one to the next."""
    if field == "source":
        return [article.source or ""]
    if field == "author":
        return article.authors
    if field == "tag":
        return article.tags
    if field == "lang":
        return [article.language or ""]
    title = [article.title or ""]
    if field == "title":
        return title
    blocks = article.blocks if field == "all" else (block for _, block in article.story)
    return chain(title, (block.text for block in blocks))
