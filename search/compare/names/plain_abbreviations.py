"""Abbreviations of words that are no name: a traffic stop by a state police officer (SPO)."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from search.compare.annotated_article import Word


def abbreviates_plain_words(words: Sequence[Word], k: int, text: str) -> bool:
    """Tell whether word `k` is in brackets after words without capitals that have its initials."""
    short = words[k].form
    before = words[max(0, k - len(short)) : k]
    return (
        text[words[k].start - 1 : words[k].start] == "("
        and not any(word.capitalised for word in before)
        and "".join(word.form[0] for word in before) == short
    )
