"""Which words a leaf of a query matches: one test for index and highlighting."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeAlias

from search.query.tree import Fuzzy, Prefix, Term, Wildcard
from search.text import JOINED, is_variant, stem, stemmer

if TYPE_CHECKING:
    from collections.abc import Callable

    WordTest: TypeAlias = Callable[[str], bool]


def word_test(leaf: Term | Prefix | Wildcard | Fuzzy, language: str | None = None) -> WordTest:
    """Give the test that tells whether a folded word of an article is one the leaf means.

    The forms of a word are those it has in the article's `language`, a BCP 47 tag. Cost of a call: a comparison for Term and Prefix (stems are cached), linear for Wildcard,
    length times edits for Fuzzy.
    """
    match leaf:
        case Term(form=form, stemmed=True):
            rules = stemmer(language)
            root = stem(form, rules)
            meant = {root, root + JOINED}
            return lambda word: stem(word, rules) in meant
        case Term(form=form):
            return form.__eq__
        case Prefix(form=form):
            return lambda word: word.startswith(form)
        case Wildcard(form=form):
            fits = wildcard_pattern(form).fullmatch
            return lambda word: fits(word) is not None and not is_variant(word)
        case Fuzzy(form=form, edits=edits):
            return lambda word: within_edits(form, word, edits) and not is_variant(word)


def wildcard_pattern(form: str) -> re.Pattern[str]:
    """Compile `a*b?c` for `fullmatch`.

    Each part between two stars is settled at its first place, which loses nothing and keeps
    matching from trying all ways to share out the letters.
    """
    first, *rest = (
        "".join("." if c == "?" else re.escape(c) for c in part) for part in form.split("*")
    )
    if not rest:
        return re.compile(first, re.DOTALL)
    *middle, last = rest
    return re.compile(
        first + "".join(f"(?>.*?{part})" for part in middle if part) + ".*" + last, re.DOTALL
    )


def within_edits(form: str, word: str, edits: int) -> bool:
    """Tell whether two words share their first letter and differ by at most `edits`.

    An edit inserts, deletes or changes a letter, or swaps two neighbours (optimal string
    alignment distance: Damerau 1964). Cost: the product of their lengths.
    """
    if abs(len(form) - len(word)) > edits or form[:1] != word[:1]:
        return False
    before: list[int] = []
    last = list(range(len(word) + 1))
    for i, a in enumerate(form, 1):
        row = [i]
        for j, b in enumerate(word, 1):
            cost = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (a != b))
            if i > 1 and j > 1 and a == word[j - 2] and form[i - 2] == b:
                cost = min(cost, before[j - 2] + 1)
            row.append(cost)
        if min(row) > edits:
            return False
        before, last = last, row
    return last[-1] <= edits
