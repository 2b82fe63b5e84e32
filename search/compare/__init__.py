"""Two articles side by side: where they meet, and how each tells it."""

from search.compare.comparison import (
    At,
    Comparison,
    Epithet,
    Figure,
    Link,
    Name,
    Naming,
    Quote,
    Run,
    Tier,
    Usage,
)
from search.compare.two_articles import compare

__all__ = [
    "At",
    "Comparison",
    "Epithet",
    "Figure",
    "Link",
    "Name",
    "Naming",
    "Quote",
    "Run",
    "Tier",
    "Usage",
    "compare",
]
