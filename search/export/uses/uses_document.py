"""Every use of a word as a JSON document."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from search.concordance import Concordance, Use
    from search.export.json_output import Document


def uses_document(found: Concordance, lines: Sequence[Use]) -> Document:
    """Give the document; all uses are counted, also where `lines` has fewer.

    What has no known source or date is counted in `unknown`. `rates` are uses per 10,000 words of each
    source, `rate` in `unknown` those of articles without one.
    """
    sources, months = found.sources, found.months
    rates = {name: found.rate(name) for name, _ in sources}
    return {
        "word": found.word,
        "read_as": found.read_as,
        "total": len(found.uses),
        "articles": found.articles,
        "lines": [_line(use) for use in lines],
        "sources": {name: count for name, count in sources if name is not None},
        "months": {month: count for month, count in months if month is not None},
        "unknown": {
            "source": sum(count for name, count in sources if name is None),
            "date": sum(count for month, count in months if month is None),
            "rate": _rounded(found.rate(None)),
        },
        "rates": {
            name: _rounded(rate)
            for name, rate in rates.items()
            if name is not None and rate is not None
        },
        "collocates": [
            {"word": one.word, "times": one.times, "log_dice": round(one.log_dice, 4)}
            for one in found.collocates
        ],
        "clusters": [{"text": one.text, "times": one.times} for one in found.clusters],
    }


def _rounded(rate: float | None) -> float | None:
    return None if rate is None else round(rate, 4)


def _line(use: Use) -> Document:
    return {
        "id": use.head.id,
        "path": use.head.path,
        "source": use.head.source,
        "published": use.head.published,
        "at": [use.block, use.start, use.stop],
        "before": use.before,
        "match": use.match,
        "after": use.after,
    }
