"""Set phrases with which lines begin that link elsewhere, ask something or list others."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from search.word_lists import alternation, word_lists

if TYPE_CHECKING:
    from collections.abc import Mapping

_KINDS = ("comments_begin", "others_begin", "asks", "leads_elsewhere")
_FIRST = re.compile(r"\W{0,3}?(\w+|[←→])")
_NONE: Mapping[str, int] = {}


def line_openings(lowered: str) -> Mapping[str, int]:
    """Give the kinds of set words that a line begins with, and where they end.

    Takes a line in lower case. The kinds are tables of boilerplate: `comments_begin`,
    `others_begin`, `asks`, `leads_elsewhere`. Most lines have none, which their first word tells.
    """
    first = _FIRST.match(lowered)
    if first is None or first[1] not in _first_words():
        return _NONE
    return {kind: match.end() for kind in _KINDS if (match := _starts(kind).match(lowered))}


@cache
def _first_words() -> frozenset[str]:
    phrases = (
        phrase for kind in _KINDS for phrase in word_lists("page/boilerplate")[kind]["starts"]
    )
    return frozenset(first[1] for phrase in phrases if (first := _FIRST.match(phrase)))


@cache
def _starts(kind: str) -> re.Pattern[str]:
    return re.compile(
        rf"\W{{0,3}}(?:{alternation(word_lists('page/boilerplate')[kind]['starts'])})(?!\w)"
    )
