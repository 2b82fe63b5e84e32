"""Comparison of two articles: what both say, what only one says, and how each words it."""

from search.compare.comparison import (
    At,
    Comparison,
    Epithet,
    Figure,
    Judgement,
    Link,
    Meets,
    Name,
    Naming,
    QuotationPair,
    Quote,
    Run,
    Tier,
    Usage,
    Wording,
)
from search.compare.two_articles import compare

__all__ = [
    "At",
    "Comparison",
    "Epithet",
    "Figure",
    "Judgement",
    "Link",
    "Meets",
    "Name",
    "Naming",
    "QuotationPair",
    "Quote",
    "Run",
    "Tier",
    "Usage",
    "Wording",
    "compare",
]
