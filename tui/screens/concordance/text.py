"""The texts of the concordance screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from search import counted, uses_note
from tui.render.keyness import source_name

if TYPE_CHECKING:
    from search import Article, Concordance, Group, Order, Use
    from tui.screens.concordance.use_collector import Collected
    from tui.widgets.use_counts import CountPage

EMPTY = (
    "Type a word or a phrase above, then press enter.\n\n"
    "Every use of it in the library is listed here, one line each, the word in the middle."
)
"""The note shown before there is a word."""

READING = "Looking for its uses …"

COUNT_TITLES: dict[CountPage, str] = {
    "counts": "How often · p goes on",
    "collocates": "What comes beside it · p goes on",
    "clusters": "Words in a row · p goes on",
}
"""The titles of the pages of counts."""

_ORDERS: dict[Order, str] = {
    "after": "by the words after",
    "before": "by the words before",
    "newest": "newest first",
    "oldest": "oldest first",
}


def figures(concordance: Concordance) -> str:
    """Give the counts: `25 uses in 5 articles`."""
    return uses_note(concordance)


def read_as(concordance: Concordance, sources: tuple[str | None, ...] | None) -> str:
    """Say how the word was read, and in which sources it was searched if not in all."""
    if sources is None:
        return concordance.read_as
    return f"{concordance.read_as}, in {' and '.join(map(source_name, sources))}"


def order(sort_order: Order, group: Group) -> str:
    """Describe an order: `by source, then by the words after`."""
    return f"{'by source, then ' if group == 'source' else ''}{_ORDERS[sort_order]}"


def progress(collected: Collected) -> str:
    """Give the progress: `3,000 of 12,000 articles`; empty at the end."""
    if collected.done >= collected.total:
        return ""
    return f"{collected.done:,} of {counted(collected.total, 'article')} …"


def nothing(concordance: Concordance) -> str:
    """Say that a word has no uses, how it was read, and what can be done."""
    return f"No article uses {concordance.read_as}.\n\n/ asks for another word, esc goes back."


def quotation(use: Use, article: Article) -> str:
    """Give a use as a quotation, with ellipses where the block goes on."""
    text = article.blocks[use.block].text if use.block < len(article.blocks) else ""
    begins = use.start - len(use.before) <= 0
    ends = use.stop + len(use.after) >= len(text)
    line = " ".join(f"{use.before}{use.match}{use.after}".split())
    return f"{'' if begins else '… '}{line}{'' if ends else ' …'}"
