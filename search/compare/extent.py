"""The limit on how much of an article is compared."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from search.article import Block
from search.text import sentences

if TYPE_CHECKING:
    from search.article import Article

LONGEST = 100_000
"""Characters of a story that are compared: some 16,000 words, more than any report has.

Every sentence of one side is compared with every one of the other, so time is quadratic."""

MOST_SENTENCES = 1_000
"""Sentences of a story that are compared, for the same reason."""

_SURELY = 2 * MOST_SENTENCES
"""Characters that can't pass either limit: a sentence has one, and a space after it."""


def compared_part(article: Article) -> Article:
    """Cut an article to the length that is compared; `cuts` says so if that isn't all.

    Places in it are places in the article. Cost: next to nothing, unless it is very long.
    """
    if sum(len(block.text) for _, block in article.story) <= _SURELY:
        return article
    return beginning(article, LONGEST)


def beginning(article: Article, room: int) -> Article:
    """Cut the story of an article to so many characters, and `MOST_SENTENCES` sentences.

    As by `compared_part`: `cuts` says so if that isn't all, and places in it are places in the article.
    """
    kept: list[Block] = []
    most, left = room, MOST_SENTENCES
    for block in article.blocks:
        if block.kind == "boilerplate":
            kept.append(block)
            continue
        text, why = _beginning(block.text, room, left, most)
        if text:
            kept.append(Block(block.kind, text))
        if why:
            note = f"from the comparison, the text after {why}"
            return replace(article, blocks=tuple(kept), cuts=(*article.cuts, note))
        room -= len(text)
        left -= len(sentences(text))
    return article


def _beginning(text: str, room: int, left: int, most: int) -> tuple[str, str]:
    """Give as much of a block as there is room for; and, if that isn't all, which limit is reached."""
    why = ""
    if len(text) > room:
        why = f"{most:,} characters"
        text = text[: max(0, text.rfind(" ", 0, room + 1))]
    spans = sentences(text)
    if len(spans) > left:
        why = f"{MOST_SENTENCES:,} sentences"
        text = text[: spans[left - 1].stop] if left else ""
    return text, why
