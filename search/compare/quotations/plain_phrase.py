"""Who speaks where it is no name: `a senior official`, `his lawyer`, `police`."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from search.compare.english import english, roles

if TYPE_CHECKING:
    from collections.abc import Sequence

    from search.compare.annotated_article import Word
    from search.compare.quotations.unquoted_text import Passage

_LONGEST = 9
"""Words of a speaker at most: what is longer is no plain subject."""


@cache
def pronouns() -> frozenset[str]:
    """Give the words that stand for somebody; what may stand before a noun isn't among them."""
    return english("speakers.pronouns") - english("speakers.determiners")


def plain_phrase(passage: Passage, first: int, last: int) -> str | None:
    """Give a subject that is no name, if it is short and says who it is."""
    words = passage.words[first:last]
    if not 0 < len(words) <= _LONGEST:
        return None
    forms = {word.form for word in words}
    if (
        forms & pronouns()
        or words[-1].form in english("speakers.determiners")
        or forms & english("reporting_verbs.words")
        or words[-1].stop_word
        or _is_occasion(words)
    ):
        return None
    openers = english("speakers.articles") | english("speakers.determiners")
    inner = english("speakers.prepositions") | english("speakers.conjunctions")
    many = words[-1].form in english("speakers.groups") or (
        words[-1].form.removesuffix("s") in roles() and words[-1].form.endswith("s")
    )
    begins = words[0].form in openers or words[0].capitalised or many
    if words[0].form in inner or not begins:
        return None
    return passage.written(first, last)


def _is_occasion(words: Sequence[Word]) -> bool:
    """Tell whether a phrase is something people speak on: a telephone interview."""
    head = words[-1].form.removesuffix("s")
    if head in english("speakers.bodies"):
        return words[0].form in english("speakers.indefinite_articles")
    return head in english("speakers.occasions")
