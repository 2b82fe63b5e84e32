"""Two articles side by side: where they meet, and how each tells it."""

from search.compare.meeting import compare
from search.compare.outlets import (
    Contrast,
    Preference,
    SourceSize,
    SourceUse,
    WordUse,
    contrast,
    level,
    weigh,
)
from search.compare.values import (
    At,
    Comparison,
    Figure,
    Link,
    Name,
    Naming,
    Phrase,
    Quote,
    Run,
    Sides,
    Tier,
    Usage,
)

__all__ = [
    "At",
    "Comparison",
    "Contrast",
    "Figure",
    "Link",
    "Name",
    "Naming",
    "Phrase",
    "Preference",
    "Quote",
    "Run",
    "Sides",
    "SourceSize",
    "SourceUse",
    "Tier",
    "Usage",
    "WordUse",
    "compare",
    "contrast",
    "level",
    "weigh",
]
