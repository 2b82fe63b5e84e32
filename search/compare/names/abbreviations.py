"""Abbreviations that a text defines, of names and of plain words: the Department of Justice (DOJ)."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from search.compare.annotated_article import AnnotatedArticle, Word
    from search.compare.names.mentions import Mention
    from search.compare.names.spellings import Forms

_LONGEST = 8
"""Letters of an abbreviation at most."""


def defined_abbreviations(
    annotated: AnnotatedArticle, mentions: Iterable[Mention]
) -> dict[Forms, Forms]:
    """Map each abbreviation that follows its name in brackets to that name, as folded words.

    Its letters have to stand in the name in that order, from the first on. Where an article
    defines one twice, the first counts. Cost: linear in the mentions.
    """
    found: dict[Forms, Forms] = {}
    for name, short in pairwise(mentions):
        if name.sentence != short.sentence or len(short.forms) != 1 or len(name.forms) == 1:
            continue
        sentence = annotated.sentences[name.sentence]
        text = annotated.text(sentence)
        start = sentence.words[name.last - 1].stop
        stop = sentence.words[short.first].start
        end = sentence.words[short.last - 1].stop
        closing = text[end : end + 1]
        enclosed = text[start:stop].strip("”\"’' ") == "(" and closing == ")"
        if enclosed and _abbreviates(short.forms[0], name.forms):
            found.setdefault(short.forms, name.forms)
    return found


def abbreviates_plain_words(words: Sequence[Word], k: int, text: str) -> bool:
    """Tell whether word `k` is in brackets after words without capitals that have its initials."""
    short = words[k].form
    before = words[max(0, k - len(short)) : k]
    return (
        text[words[k].start - 1 : words[k].start] == "("
        and not any(word.capitalised for word in before)
        and "".join(word.form[0] for word in before) == short
    )


def _abbreviates(short: str, name: Forms) -> bool:
    if len(short) > _LONGEST or short[0] != name[0][0]:
        return False
    letters = iter("".join(name))
    return all(letter in letters for letter in short)
