"""Two articles side by side: where they meet, and how each tells it."""

from search.compare.comparison import (
    At,
    Comparison,
    Figure,
    Link,
    Name,
    Naming,
    Phrase,
    Quote,
    Run,
    Tier,
    Usage,
)
from search.compare.two_articles import compare

__all__ = [
    "At",
    "Comparison",
    "Figure",
    "Link",
    "Name",
    "Naming",
    "Phrase",
    "Quote",
    "Run",
    "Tier",
    "Usage",
    "compare",
]
