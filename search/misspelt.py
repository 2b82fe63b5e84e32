"""What a name that nobody knows may have been meant to be."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_LONGEST = 100
"""Characters of a name that is compared with others."""
_LEAST = 0.6
"""Of the characters of both names, how many the nearest shares in order at least."""


def did_you_mean(name: str, known: Iterable[str]) -> str:
    """Give what is added to a sentence on a name that isn't known; empty if none is near.

    The nearest is found by the longest runs of characters that both have (Ratcliff and Metzener 1988).
    Cost: that of comparing it with each; the sentence begins with a semicolon.
    """
    if len(name) > _LONGEST:
        return ""
    from difflib import get_close_matches  # noqa: PLC0415 - few names are wrong

    folded = {one.casefold(): one for one in known if len(one) <= _LONGEST}
    near = get_close_matches(name.casefold(), folded, n=1, cutoff=_LEAST)
    return f'; did you mean "{folded[near[0]]}"?' if near else ""
