"""What the forms of a comparison have in common: signs, passages and the length of lists."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from search.article import Article
    from search.compare import At, Link, Meets, Tier

SIGNS: dict[Tier, str] = {"same words": "=", "says the same": "≈", "related": "~"}
"""The sign of each tier: a shape, so that no colour is needed to tell them apart."""

SPEAKER_UNKNOWN = "speaker not plain from the text"

MOST_WORDS = 24
"""Words used more, of a side, that a page or Markdown lists."""
_MOST_NAMES = 24
"""Names that a page or Markdown lists."""


def text_at(article: Article, at: At) -> str:
    """Give the text at a place in an article."""
    return article.blocks[at.block].text[at.start : at.stop]


def meets_split(meets: Meets) -> str:
    """Say which share of a side's words says the same as the other, and which is only related."""
    return f"{round(meets.same * 100)} % same · {round(meets.related * 100)} % related"


def tier_words(link: Link) -> str:
    """Say how the two sentences of a link meet, and whether the reader said so."""
    return f"{link.tier}, as you said" if link.judged else link.tier


def apart_words(pairs: int) -> str:
    """Say how many pairs of sentences the reader said don't meet; empty without any."""
    if not pairs:
        return ""
    return f"{pairs} {'pair' if pairs == 1 else 'pairs'} of sentences left out: you said that they don’t meet"


def listed_names(names: Sequence[str]) -> str:
    """List names, which are escaped already, and say how many more there are."""
    more = f" and {len(names) - _MOST_NAMES} more" if len(names) > _MOST_NAMES else ""
    return ", ".join(names[:_MOST_NAMES]) + more if names else "none found"
