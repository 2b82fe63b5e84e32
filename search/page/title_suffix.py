"""The outlet that the title of a page ends with: `Wall to be rebuilt | The Guardian`."""

from __future__ import annotations

import re

from search.page.outlet_names import is_plain_word, outlet_called, outlet_of_address
from search.word_lists import word_lists

_PART = re.compile(r"\s+([|·•»«]|::?|[-–—/])\s+")
_MOST_PARTS = 4
_LONGEST = 60
_SURE = frozenset({"|", "·", "•", "»", "«", "::"})
"""Signs that headlines themselves don't have."""
_SITES = frozenset({"news", "online", "english", "edition", "website", "live", "latest"})
"""What outlets call their sites, besides what these are about."""
_DAY = re.compile(r"\d{1,4}[./-]\d{1,2}[./-]\d{1,4}")
"""A day after the outlet, as some write it."""
_PLACE = re.compile(r"\s*\([^()]*\)$")


def without_outlet(title: str, source: str | None = None) -> tuple[str, str | None]:
    """Give a title without the outlet at its end, and that outlet; None if it ends with none.

    `A | World news | The Guardian` is `A` where the signs are such as headlines don't have; with
    dashes only the last part goes, and a name that is also a plain word only where it is the
    `source`. The outlet has to be known, or be the source. Cost: linear.
    """
    signs = list(_PART.finditer(title))
    if not signs:
        return title, None
    last = signs[-1]
    name = _PLACE.sub("", title[last.end() :].strip())
    if len(name) > _LONGEST or not name:
        return title, None
    if len(signs) > 1 and _DAY.fullmatch(name):
        undated = title[: last.start()].rstrip()
        kept, outlet = without_outlet(undated, source)
        return (kept, outlet) if outlet else (title, None)
    own = source is not None and _bare(name) == _bare(source)
    outlet = _outlet(name) or (source if own else None)
    if outlet is None or not (own or last[1] in _SURE or not is_plain_word(name)):
        return title, None
    cut = last
    for sign in reversed(signs[-_MOST_PARTS:-1]):
        if last[1] not in _SURE or sign[1] != last[1]:
            break
        cut = sign
    kept = title[: cut.start()].strip()
    return (kept, outlet) if kept else (title, None)


def _outlet(name: str) -> str | None:
    """Give the outlet a name is of, also as a domain (`LeMonde.fr`) or with a section (`CNN World`)."""
    if known := outlet_called(name):
        return known
    if "." in name and " " not in name:
        return outlet_of_address(name)
    bylines = word_lists("page/boilerplate")["bylines"]
    kept = name.split()
    while len(kept) > 1 and kept[-1].lower() in {*bylines["beats"], *_SITES}:
        kept.pop()
        if (known := outlet_called(" ".join(kept))) and not is_plain_word(" ".join(kept)):
            return known
    return None


def _bare(name: str) -> str:
    return name.casefold().removeprefix("the ")
