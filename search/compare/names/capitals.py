"""Which words are written with a capital, and where a capital says nothing."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from search.compare.english import english
from search.compare.names.known_words import first_names, is_institution, known

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from search.compare.annotated_article import AnnotatedArticle, Sentence, Word

_OPENING, _OPENING_LAST = frozenset('"“‘(|•'), frozenset("„«:–—")
"""What begins a sentence within a sentence, where any word has a capital: of the second kind only
spaces and the first may follow."""
_IN_NAMES = frozenset({"and", "of", "the"})
_DASH = re.compile(r"\s-\s\Z")
_ELIDED = frozenset("dlo")
_ACRONYM = 5
"""Letters at most of an acronym: longer words in capitals are shouted."""


@dataclass(frozen=True, slots=True)
class Capitals:
    """How often each word is capitalised and how often not, where grammar allows both.

    `pairs` counts two capitalised words in a row, of which the first opens nothing, `openings` those
    of which it does, `tied` two with a hyphen between, `small_pairs` two without a capital;
    `surnames` stand after a first name, `ends` after a word with a capital and before none.
    """

    capitals: Counter[str]
    lowercase: Counter[str]
    pairs: Counter[tuple[str, str]]
    openings: Counter[tuple[str, str]]
    tied: Counter[tuple[str, str]]
    small_pairs: Counter[tuple[str, str]]
    surnames: frozenset[str]
    ends: frozenset[str]

    def named(self, form: str) -> bool:
        """Tell whether a word mostly has a capital, and has one at all."""
        return self.capitals[form] > self.lowercase[form]

    def apart(self, first: str, last: str) -> bool:
        """Tell whether two words with a hyphen between stand each alone as well: Trump-Russia."""
        together = self.tied[first, last]
        return (
            self.capitals[first] > together < self.capitals[last]
            and not self.pairs[first, last]
            and first not in first_names()
            and not is_institution(first)
            and not is_institution(last)
        )

    def mostly_small(self, forms: Sequence[str]) -> bool:
        """Tell whether words in a row stand without capitals as often: the executive order.

        Words that are written small only beside each other come from a handle, @ann_lee.
        """
        return all(
            small >= max(1, self.pairs[pair]) and small < max(map(self.lowercase.__getitem__, pair))
            for pair in pairwise(forms)
            for small in [self.small_pairs[pair]]
        )


def count_capitals(articles: Iterable[AnnotatedArticle]) -> Capitals:
    """Count capitalised words within sentences; headlines and first words don't count.

    A small letter counts wherever it stands. Cost: linear in the words.
    """
    capitals: list[str] = []
    lowercase: list[str] = []
    openings: list[tuple[str, str]] = []
    pairs: dict[str, list[tuple[str, str]]] = {" ": [], "-": []}
    for annotated in articles:
        for sentence in annotated.sentences:
            words = sentence.words
            lowercase += [word.form for word in words if not word.capitalised]
            if sentence.headline:
                continue
            text = annotated.text(sentence)
            for k, word in enumerate(words):
                if not word.capitalised:
                    continue
                opening = opens(sentence, k, text)
                if not opening:
                    capitals.append(word.form)
                following = words[k + 1] if k + 1 < len(words) else None
                if following and following.capitalised:
                    gap = text[word.stop : following.start]
                    if gap == " " and opening:
                        openings.append((word.form, following.form))
                    elif gap == "-" or (gap == " " and not opening):
                        pairs[gap].append((word.form, following.form))
    surnames = frozenset(
        name for first, name in pairs[" "] if first in first_names() and len(name) > 1
    )
    return Capitals(
        Counter(capitals),
        Counter(lowercase),
        pairs=Counter(pairs[" "]),
        openings=Counter(openings),
        tied=Counter(pairs["-"]),
        small_pairs=Counter(pairwise(lowercase)),
        surnames=surnames,
        ends=frozenset({last for _, last in pairs[" "]} - {first for first, _ in pairs[" "]}),
    )


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


def is_title_case(words: Sequence[Word], first: int, last: int, text: str) -> bool:
    """Tell whether a row is a part of a headline, where small words have a capital, too.

    `Of`, `And` and `The` stand in names as well, and so does one of the others: Cards Against Humanity.
    """
    small = sum(
        word.stop_word
        and word.capitalised
        and word.stop - word.start > 1
        and word.form not in _IN_NAMES
        and not is_acronym(word, text)
        for word in words[first + 1 : last]
    )
    return small > 1


def is_in_title(sentence: Sentence, first: int, last: int, text: str) -> bool:
    """Tell whether a small word with a capital touches a row, as in a title: Make Our Planet Great."""
    words = sentence.words
    shouted = text[words[first].start : words[last - 1].stop].isupper()
    return any(
        0 < k < len(words)
        and words[k].stop_word
        and words[k].capitalised
        and words[k].form not in _IN_NAMES
        and words[k].form not in english("titles.words")
        and (shouted or (words[k].stop - words[k].start > 1 and not is_acronym(words[k], text)))
        and text[words[min(k, beside)].stop : words[max(k, beside)].start] == " "
        and not opens(sentence, k, text)
        for k, beside in ((first - 1, first), (last, last - 1))
    )


def is_acronym(word: Word, text: str) -> bool:
    """Tell whether a word is written in capitals, as `FBI` and `U.S.` are."""
    return 1 < len(word.form) <= _ACRONYM and text[word.start : word.stop].isupper()


def opens_with_letter(words: Sequence[Word], k: int, text: str) -> bool:
    """Tell whether a single letter begins a name: T-Mobile, X-Men, O'Hara, J. D. Lee."""
    word = words[k]
    if word.stop - word.start > 1:
        return False
    tied = text[word.stop : word.stop + 1]
    if tied == "-" or (tied in {"'", "’"} and word.form in _ELIDED):
        return text[word.stop + 1 : word.stop + 2].isupper()
    following = words[k + 1] if k + 1 < len(words) else None
    return (
        following is not None
        and text[word.stop : following.start] == ". "
        and following.capitalised
        and (not following.stop_word or following.stop - following.start == 1)
    )


def is_code(words: Sequence[Word], k: int, text: str) -> bool:
    """Tell whether a word is a part of what exchanges call a share: UBER.UL."""
    stop = words[k].stop
    if text[stop : stop + 1] != "." and text[words[k].start - 1 : words[k].start] != ".":
        return False
    return any(
        text[words[j].stop : words[j + 1].start] == "."
        and words[j].stop - words[j].start > 1
        and text[words[j].start : words[j + 1].stop].isupper()
        for j in (k - 1, k)
        if 0 <= j < len(words) - 1
    )


def is_before_capital(words: Sequence[Word], k: int) -> bool:
    """Tell whether the word after word `k` has a capital."""
    return k + 1 < len(words) and words[k + 1].capitalised


@cache
def _places() -> frozenset[str]:
    return known("places.words") | known("places.realms")


def are_two(words: Sequence[Word], first: int, k: int, seen: Capitals) -> bool:
    """Tell whether words with a hyphen between are two names: the U.S.-Mexico border, a Lee-Orr deal.

    Ann Lee-Orr is one, and so is what goes on after the second: Lorn-Orr University.
    """
    before, word = words[k - 1], words[k]
    places = _places()
    letter = k - 1 == first and before.stop - before.start == 1
    if before.form == word.form or letter:
        return False  # South-South, T-Mobile
    if {before.form, word.form} <= places:
        return True
    if not (before.capitalised and word.capitalised) or words[first].form in first_names():
        return False
    if before.form in places and word.form in known("places.oceans"):
        return False  # Asia-Pacific
    alone = k - 1 == first and before.form in places
    return seen.apart(before.form, word.form) or (alone and not is_before_capital(words, k))
