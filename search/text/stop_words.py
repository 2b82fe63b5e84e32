"""Stop words: too common to say what a text is about."""

from __future__ import annotations

from functools import cache

from search.text.fold import fold
from search.text.stem import stemmer
from search.word_lists import word_lists


def is_stop(form: str, written: str, language: str | None = None) -> bool:
    """Tell whether a word says nothing by itself.

    Takes its folded form and how it is written: `us` and `who` are stop words, `US`, `U.S.` and
    `WHO` are not; a single letter is one, a single digit or a Chinese character is not. The
    words are those of the `language`, as for `stem`: Whoosh's lists, except for English.
    """
    rules = stemmer(language) if language else ""
    if not rules and "а" <= form[:1] <= "я":
        rules = "ru"
    if form in (_listed(rules) if rules else _english()):
        return not (form in _acronyms() and written.isupper())
    return len(form) == 1 and form.isascii() and form.isalpha()


@cache
def _english() -> frozenset[str]:
    return frozenset(word_lists("text/english")["stop_words"]["words"])


@cache
def _acronyms() -> frozenset[str]:
    return frozenset(word_lists("text/english")["stop_words"]["acronyms"])


@cache
def _listed(language: str) -> frozenset[str]:
    from whoosh.lang.stopwords import stoplists  # noqa: PLC0415 - long, and seldom wanted

    return frozenset(map(fold, stoplists.get(language, ())))
