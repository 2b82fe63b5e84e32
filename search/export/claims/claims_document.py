"""The claims of a story as fields of a JSON document."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from search.compare.claims.claim_values import Claim, StoryClaims
    from search.export.json_output import Document


def claims_fields(claims: StoryClaims) -> Document:
    """Give the claims, the most told first, and in `claims_left_out` phrases on what isn't there.

    `told` and `related` have a place for each article that tells a claim, or has only something
    related to it; `alone` says that one outlet alone has either, though there are others.
    """
    return {
        "claims": [_claim(claims, one) for one in claims.claims],
        "claims_left_out": list(claims.cuts),
    }


def _claim(claims: StoryClaims, one: Claim) -> Document:
    return {
        "text": one.text,
        "told": {key: list(at) for key, at in claims.by_article(one, full=True).items()},
        "related": {key: list(at) for key, at in claims.by_article(one, full=False).items()},
        "alone": one.alone,
    }
