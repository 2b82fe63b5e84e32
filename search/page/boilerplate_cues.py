"""Words that are typical of boilerplate: share, subscribe, comment, cookies."""

from __future__ import annotations

import re
from functools import cache

from search.page.phrase_book import PhraseBook, key
from search.word_lists import word_lists

_SURE = 3.0
_QUOTED = re.compile(r"“[^“”]*”|\"[^\"]*\"|«[^«»]*»|„[^„“]*“")


def cue_weight(text: str, least: float = 0.0) -> float:
    """Add up the weights of a text's boilerplate words; each counts once.

    Words between quotation marks are someone's in the story and don't count. A weight below
    `least` may come out as 0, which is quicker.
    """
    return sum(_found(_outside_quotes(text), least).values())


@cache
def most_weights() -> dict[str, int]:
    """Give each token that a cue is known by, and the most a cue known by it weighs."""
    weights: dict[str, int] = {}
    for weight, phrases in sorted(word_lists("page/boilerplate")["cues"].items()):
        weights.update(dict.fromkeys(map(key, phrases), int(weight)))
    return weights


def speaks_as_boilerplate(text: str, least: float = 0.0) -> float:
    """Add up like `cue_weight` for a whole sentence, where the lesser words need company.

    A story may well speak of newsletters and accounts: without a sure sign they only count in
    a sentence that speaks to its reader.
    """
    told = _outside_quotes(text)
    found = _found(told, least)
    if found and (_SURE in found.values() or any(_to_reader().find(told))):
        return sum(found.values())
    return 0.0


def _found(told: str, least: float) -> dict[str, float]:
    cues = _cues()
    if sum(cues.standing(told)) < least:
        return {}
    return {found.phrase: found.meaning for found in cues.find(told)}


def _outside_quotes(text: str) -> str:
    return _QUOTED.sub(" ", text).lower()


@cache
def _cues() -> PhraseBook[float]:
    weights = word_lists("page/boilerplate")["cues"].items()
    return PhraseBook({phrase: float(weight) for weight, phrases in weights for phrase in phrases})


@cache
def _to_reader() -> PhraseBook[None]:
    return PhraseBook(dict.fromkeys(word_lists("page/boilerplate")["speaks_to_reader"]["words"]))
