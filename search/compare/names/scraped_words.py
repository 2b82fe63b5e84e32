"""Words that scraping has stuck together: `WashingtonThe president`, `Ann LeeMore news`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from search.compare.names.known_words import first_names, known, may_open_sentence
from search.compare.names.rows.name_rows import LONGEST

if TYPE_CHECKING:
    from collections.abc import Sequence

    from search.compare.annotated_article import Word
    from search.compare.comparison import At
    from search.compare.names.capitals import Capitals

_GLUED = re.compile(r"([A-Z]\w*?[a-z])(?:[A-Z]|\d{4})")
_LONG = 5
"""Letters of a word from which on, stuck once to a name told elsewhere, it is another word."""
_BRACKET = re.compile(r" \([A-Z][a-z]+\)")
_AGAIN = 3
"""Words within which a name begins anew."""
_DATED = re.compile(r"[A-Z][a-z]+\d{4}")
_COPYRIGHT = re.compile(r"(?:Copyright \(c\)|Copyright \d{4}|All rights reserved)", re.IGNORECASE)
_JOINED = re.compile(r"([A-Z]\w*[a-z])([A-Z][a-z]+)\Z")


def is_glued(words: Sequence[Word], k: int, text: str, seen: Capitals) -> bool:
    """Tell whether word `k` of a row is two words in one: a name said before, or an ordinary word.

    `ExxonMobil`, `McCain` and `LinkedIn` are names. Cost: linear in the word.
    """
    word = words[k]
    written = text[word.start : word.stop]
    if written[1:].islower():
        return not written.isalpha() and _is_counted(written)
    joined = _JOINED.match(written)
    if joined and (
        joined[2].lower() in known("alone.glued")
        or (joined[1].lower() in known("places.words") and joined[2].lower() in first_names())
        or (
            len(joined[2]) >= _LONG
            and seen.capitals[word.form] <= 1
            and seen.capitals[joined[1].lower()]
            and _is_word(joined[2].lower(), seen)
        )
    ):
        return True
    glued = _GLUED.match(written)
    return glued is not None and any(
        text[before.start : before.stop] == glued[1] for before in words[max(0, k - LONGEST) : k]
    )


def is_in_formula(first: Word, last: Word, text: str) -> bool:
    """Tell whether a plus ties a row to other signs, so that it is a part of them: Paper+Business."""
    after = text[last.stop + 1 : last.stop + 2]
    return text[first.start - 1 : first.start] == "+" or (
        text[last.stop : last.stop + 1] == "+" and after.isalnum()
    )


def is_copyright(sentence: str) -> bool:
    """Tell whether a sentence says whose a text is, which is nothing that the story tells."""
    return "©" in sentence or _COPYRIGHT.match(sentence) is not None


def _is_counted(written: str) -> bool:
    """Tell whether digits are stuck to a word: a year, or a number to an ordinary word, About50."""
    plain = written.rstrip("0123456789").lower()
    return _DATED.fullmatch(written) is not None or (
        plain != written.lower() and plain in known("alone.glued")
    )


def _is_word(form: str, seen: Capitals) -> bool:
    return form in seen.lowercase or form in seen.capitals or may_open_sentence(form)


def link_text(words: Sequence[Word], text: str, at: At) -> range:
    """Give the words of a sentence that come from links beside a name, up to the button `MORE`.

    Some sites put a fuller name and headlines after a person's name: `Ann Lee Ann Marie LeeDam
    opens MORE`. They begin where the name does again, or with what is stuck to it. Cost: linear.
    """
    if "MORE" not in text[at.start : at.stop]:
        return range(0)
    stop = max((k + 1 for k, word in enumerate(words) if _written(word, text) == "MORE"), default=0)
    starts = (k for k in range(1, stop) if _begins_anew(words, k, text))
    return range(next(starts, 0), stop)


def _begins_anew(words: Sequence[Word], k: int, text: str) -> bool:
    if not words[k].capitalised:
        return False
    before = words[max(0, k - _AGAIN) : k]
    return (
        any(word.capitalised and word.form == words[k].form for word in before)
        or _BRACKET.match(text, words[k].stop) is not None
        or _GLUED.match(_written(words[k], text)) is not None
    )


def _written(word: Word, text: str) -> str:
    return text[word.start : word.stop]
