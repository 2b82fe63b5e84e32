"""Source against source: the words that one uses more than another over a whole library."""

from search.keyness.log_odds import contrast, level, weigh
from search.keyness.source_contrast import Contrast, Preference, SourceSize, SourceUse, WordUse

__all__ = [
    "Contrast",
    "Preference",
    "SourceSize",
    "SourceUse",
    "WordUse",
    "contrast",
    "level",
    "weigh",
]
