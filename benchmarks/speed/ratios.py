"""How many times as long one engine takes as another, and how sure that is."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

_DRAWS = 4_000


class Ratio(NamedTuple):
    """A ratio, and the bounds between which 95 of a hundred draws of questions have it."""

    middle: float
    low: float
    high: float

    def __str__(self) -> str:
        return f"{self.middle:.2f} [{self.low:.2f}, {self.high:.2f}]"


def ratio_of_medians(these: Sequence[float], those: Sequence[float], seed: int = 5) -> Ratio:
    """Give the ratio of the medians of two samples, none of whose members belong together.

    The interval is a bootstrap's, of percentiles: each sample is drawn anew by itself.
    """
    random = np.random.default_rng(seed)
    medians = [
        np.median(np.asarray(one)[random.integers(0, len(one), (_DRAWS, len(one)))], axis=1)
        for one in (these, those)
    ]
    low, high = np.percentile(medians[0] / medians[1], [2.5, 97.5]).tolist()
    return Ratio(float(np.median(these) / np.median(those)), low, high)


def ratio(these: Sequence[float], those: Sequence[float], seed: int = 5) -> Ratio:
    """Give the geometric mean of the ratios, question by question, of what both took.

    The interval is a bootstrap's, of percentiles: questions are drawn anew with replacement, each
    with both of its times. It tells how far the ratio depends on which questions were asked, and
    on what noise the best round of each still has; not what another machine or corpus would give.
    The questions of a line as it is typed resemble each other, so theirs is somewhat too narrow.
    """
    logs = np.log(np.asarray(these)) - np.log(np.asarray(those))
    drawn = np.random.default_rng(seed).integers(0, len(logs), (_DRAWS, len(logs)))
    low, high = np.percentile(logs[drawn].mean(axis=1), [2.5, 97.5])
    return Ratio(*np.exp([logs.mean(), low, high]).tolist())
