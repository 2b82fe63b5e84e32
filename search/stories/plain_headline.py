"""The plainest of the headlines of a story."""

from __future__ import annotations

import re
from collections import Counter
from math import sqrt
from typing import TYPE_CHECKING

from search.text import fold, is_stop, stem, tokenize

if TYPE_CHECKING:
    from collections.abc import Sequence

_POINTED = re.compile(r"[?!？！…|]|:\s|\s[-–—]{1,2}\s|[\"“”„«»「」『』]|(?:^|\s)['‘]")
"""Signs of asking, shouting, quoting, and of a word or clause set before or behind what is told."""
_LESS = 0.7
"""What a headline with such a sign keeps."""


def plainest(headlines: Sequence[str]) -> int:
    """Give the place of the headline that says what the others say too, and little else.

    For each of its words it counts how many others have a word of the same stem, over the root of
    how many words it has, so that neither the longest nor the shortest wins for being so; less
    where it asks, shouts, quotes or has something set off by a colon or a dash. Of equals the first;
    the first too where none share anything. There has to be one at least. Cost: linear.
    """
    told = [_stems(headline) for headline in headlines]
    held = Counter(root for roots in told for root in roots)

    def score(place: int) -> float:
        roots = told[place]
        shared = sum(held[root] - 1 for root in roots) / sqrt(max(1, len(roots)))
        return shared * (_LESS if _POINTED.search(headlines[place]) else 1)

    return max(range(len(headlines)), key=score)


def _stems(headline: str) -> set[str]:
    """Give the stems of the words that say something."""
    words = ((token.form, headline[token.start : token.stop]) for token in tokenize(headline))
    return {stem(fold(form)) for form, word in words if not is_stop(form, word)}
