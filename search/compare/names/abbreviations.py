"""Abbreviations that a text defines: the Department of Justice (DOJ)."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from search.compare.annotated_article import AnnotatedArticle
    from search.compare.names.spellings import Forms
    from search.compare.names.told_name import Mention

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


def _abbreviates(short: str, name: Forms) -> bool:
    if len(short) > _LONGEST or short[0] != name[0][0]:
        return False
    letters = iter("".join(name))
    return all(letter in letters for letter in short)
