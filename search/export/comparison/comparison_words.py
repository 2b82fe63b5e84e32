"""What is said in every form of a comparison of its links: how they meet, and what was left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from search.compare import Link, Meets


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
