"""The pair of names for one person that says most about how differently both sides tell it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from search.text import fold, is_stop, tokenize

if TYPE_CHECKING:
    from search.compare.comparison import Comparison, Epithet


_MOST_PHRASES = 32
"""Phrases of a side for one person that are considered, the most frequent: a report has few."""


_MORE_THAN_TITLE = 3


class NamePair(NamedTuple):
    """What each side calls the same person."""

    name: str
    left: Epithet
    right: Epithet


def strangest_names(comparison: Comparison) -> NamePair | None:
    """Give the phrases for one person that have most words of their own besides the name.

    Of pairs in which both have such words the one with most, else of those in which one has three
    or more, so that it is more than a title; of equals that of the person named most. None if no person is named in different words. Cost: for each person the
    product of the phrases of both sides, `_MOST_PHRASES` each.
    """
    best: tuple[tuple[bool, int], NamePair] | None = None
    for one in comparison.naming:
        if one.kind != "person":
            continue
        name = _words(one.name)
        for left in one.left[:_MOST_PHRASES]:
            for right in one.right[:_MOST_PHRASES]:
                a, b = _words(left.text) - name, _words(right.text) - name
                rank = bool(a - b) and bool(b - a), len(a ^ b)
                told = rank[0] or rank[1] >= _MORE_THAN_TITLE
                if told and (best is None or rank > best[0]):
                    best = rank, NamePair(one.name, left, right)
    return best[1] if best else None


def _words(phrase: str) -> set[str]:
    return {
        fold(token.form)
        for token in tokenize(phrase)
        if not is_stop(token.form, phrase[token.start : token.stop])
    }
