"""A slow but obviously correct evaluation of queries, word by word."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

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
from search.text import stem, tokenize, with_variants

if TYPE_CHECKING:
    from search.article import Article
    from search.query import Node


def means(node: Node, article: Article) -> bool:
    """Tell whether a query matches an article."""
    match node:
        case And(children=children):
            return all(means(child, article) for child in children)
        case Or(children=children):
            return any(means(child, article) for child in children)
        case Not(child=child):
            return not means(child, article)
        case Everything():
            return True
        case Among(ids=ids):
            return article.id in ids
        case FromSource(names=names):
            return article.source in names
        case DateRange(first=first, last=last):
            day = article.day
            return day is not None and (first or day) <= day <= (last or day)
        case Phrase():
            texts = texts_of(article, node.field)
            return any(stands(node, text, article.language) for text in texts)
        case _:
            test = word_test(node, article.language)
            return any(
                test(token.form)
                for text in texts_of(article, node.field)
                for token in with_variants(text)
            )


def texts_of(article: Article, field: str | None) -> list[str]:
    """Give the texts of a field; phrases don't reach from one to the next."""
    title = [article.title or ""]
    match field:
        case None:
            return title + [block.text for _, block in article.story]
        case "all":
            return title + [block.text for block in article.blocks]
        case "body":
            return [block.text for _, block in article.story]
        case "title":
            return title
        case "source":
            return [article.source or ""]
        case "author":
            return list(article.authors)
        case "tag":
            return list(article.tags)
        case _:
            return [article.language or ""]


def stands(phrase: Phrase, text: str, language: str | None) -> bool:
    """Tell whether a text has a phrase, by trying every part of it."""

    def key(form: str) -> str:
        return stem(form, language) if phrase.stemmed else form

    words = [key(token.form) for token in tokenize(text)]
    wanted = [key(form) for form in phrase.forms]
    stretches = [words[i:j] for i in range(len(words)) for j in range(i + 1, len(words) + 1)]
    if phrase.slop is None:
        return wanted in stretches
    return any(
        Counter(wanted) <= Counter(stretch) and len(stretch) - len(wanted) <= phrase.slop
        for stretch in stretches
    )
