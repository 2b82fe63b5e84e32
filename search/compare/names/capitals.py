"""Which words are written with a capital, and where a capital says nothing."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from search.compare.names.known_words import first_names

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from search.compare.annotated_article import AnnotatedArticle, Sentence, Word

_OPENING, _OPENING_LAST = frozenset('"“‘(|•'), frozenset("„«:–—")
"""What begins a sentence within a sentence, where any word has a capital: of the second kind only
spaces and the first may follow."""
_DASH = re.compile(r"\s-\s\Z")
_ACRONYM = 5
"""Letters at most of an acronym: longer words in capitals are shouted."""


@dataclass(frozen=True, slots=True)
class Capitals:
    """How often each word is capitalised and how often not, where grammar allows both.

    `pairs` counts two capitalised words in a row, of which the first opens nothing; `surnames` are
    those that stand after a first name.
    """

    capitals: Counter[str]
    lowercase: Counter[str]
    pairs: Counter[tuple[str, str]]
    surnames: frozenset[str]

    def named(self, form: str) -> bool:
        """Tell whether a word mostly has a capital, and has one at all."""
        return self.capitals[form] > self.lowercase[form]


def count_capitals(articles: Iterable[AnnotatedArticle]) -> Capitals:
    """Count capitalised words within sentences; headlines and first words don't count.

    A small letter counts wherever it stands. Cost: linear in the words.
    """
    capitals: Counter[str] = Counter()
    lowercase: Counter[str] = Counter()
    pairs: Counter[tuple[str, str]] = Counter()
    for annotated in articles:
        for sentence in annotated.sentences:
            text = annotated.text(sentence)
            for k, word in enumerate(sentence.words):
                if not word.capitalised:
                    lowercase[word.form] += 1
                elif not sentence.headline and not opens(sentence, k, text):
                    capitals[word.form] += 1
                    pairs.update(_pair(sentence.words, k, text))
    surnames = frozenset(name for first, name in pairs if first in first_names())
    return Capitals(capitals, lowercase, pairs, surnames)


def _pair(words: Sequence[Word], k: int, text: str) -> Iterator[tuple[str, str]]:
    """Yield word `k` with the next, if only a space is between them and that has a capital."""
    following = words[k + 1] if k + 1 < len(words) else None
    if following and following.capitalised and text[words[k].stop : following.start] == " ":
        yield words[k].form, following.form


def opens(sentence: Sentence, k: int, text: str) -> bool:
    """Tell whether a word stands where any word would have a capital."""
    if k == 0:
        return True
    before = text[sentence.words[k - 1].stop : sentence.words[k].start]
    for sign in reversed(before):
        if sign in _OPENING or sign in _OPENING_LAST:
            return True
        if not sign.isspace():
            break
    return _DASH.search(before[-3:]) is not None


def is_acronym(word: Word, text: str) -> bool:
    """Tell whether a word is written in capitals, as `FBI` and `U.S.` are."""
    return 1 < len(word.form) <= _ACRONYM and text[word.start : word.stop].isupper()
