"""Sentences of the concordance screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.render.keyness import source_name

if TYPE_CHECKING:
    from search import Article, Concordance, Group, Order, Use
    from tui.screens.concordance.use_collector import Collected

EMPTY = (
    "Type a word or a phrase above, then press enter.\n\n"
    "Every use of it in the library is listed here, one line each, the word in the middle."
)
"""What stands in the place of uses before there is a word."""

READING = "Looking for its uses …"

_ORDERS: dict[Order, str] = {
    "after": "by the words after",
    "before": "by the words before",
    "newest": "newest first",
    "oldest": "oldest first",
}


def figures(found: Concordance) -> str:
    """Say how much there is: `25 uses in 5 articles`."""
    uses, articles = len(found.uses), found.articles
    return f"{_many(uses, 'use')} in {_many(articles, 'article')}"


def read_as(found: Concordance, sources: tuple[str | None, ...] | None) -> str:
    """Say how the word was read, and in which sources it was looked for if not in all."""
    if sources is None:
        return found.read_as
    return f"{found.read_as}, in {' and '.join(map(source_name, sources))}"


def order(wanted: Order, group: Group) -> str:
    """Say an order: `by source, then by the words after`."""
    return f"{'by source, then ' if group == 'source' else ''}{_ORDERS[wanted]}"


def progress(collected: Collected) -> str:
    """Say how far the reading has come: `3,000 of 12,000 articles`; empty at the end."""
    if collected.done >= collected.total:
        return ""
    return f"{collected.done:,} of {_many(collected.total, 'article')} …"


def nothing(found: Concordance) -> str:
    """Say that a word has no use, how it was read, and the ways on."""
    return f"No article uses {found.read_as}.\n\n/ asks for another word, esc goes back."


def quotation(use: Use, article: Article) -> str:
    """Give a line as it is quoted: with ellipses where its block goes on."""
    text = article.blocks[use.block].text if use.block < len(article.blocks) else ""
    begins = use.start - len(use.before) <= 0
    ends = use.stop + len(use.after) >= len(text)
    line = " ".join(f"{use.before}{use.match}{use.after}".split())
    return f"{'' if begins else '… '}{line}{'' if ends else ' …'}"


def _many(count: int, noun: str) -> str:
    return f"{count:,} {noun}{'' if count == 1 else 's'}"
