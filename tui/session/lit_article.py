"""An article with the places of a query in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.render.article_page import Reading

if TYPE_CHECKING:
    from search import Article, Query


def lit(article: Article, query: Query | None) -> Reading:
    """Find the places of a query in an article's title and story; of None, none.

    Cost: one pass over its story.
    """
    from search import Highlighter  # noqa: PLC0415 - loaded with the desk, after the first frame

    if query is None:
        return Reading(article)
    highlighter = Highlighter(query)
    return Reading(
        article,
        highlighter.spans(article.title or "", "title", article.language),
        tuple(
            ()
            if block.kind == "boilerplate"
            else highlighter.spans(block.text, "body", article.language)
            for block in article.blocks
        ),
    )
