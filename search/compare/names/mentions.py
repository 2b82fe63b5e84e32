"""Named entities, found by capital letters: untyped, with every place where they stand."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from search.compare.english import english

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from search.compare.annotated_article import AnnotatedArticle, Sentence, Word

_WITHIN = re.compile(r"[ \u00a0\u2009\u202f]|-|\.[ \u00a0]?|[ ]?&[ ]?|['’]")
"""What may stand between two words of one name; a full stop after an initial only."""
_OPENING, _OPENING_LAST = frozenset('"“‘('), frozenset("„«:–—")
"""What begins a sentence within a sentence, where any word has a capital: of the second kind only
spaces and the first may follow."""
_DASH = re.compile(r"\s-\s\Z")
_ALL_NOUNS = ("de", "lb", "nds")
_LONGEST = 7
_ACRONYM = 5
"""Letters at most of an acronym: longer words in capitals are shouted."""
_SYLLABLE = 4
"""Letters at most of what follows a hyphen without a capital: `Kim Jong-un`."""


class Mention(NamedTuple):
    """One mention of a name: words `first` to `last` (exclusive) of a sentence."""

    sentence: int
    first: int
    last: int
    forms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Capitals:
    """How often each word is capitalised and how often not, where grammar allows both."""

    capitals: Counter[str]
    lowercase: Counter[str]

    def named(self, form: str) -> bool:
        """Tell whether a word mostly has a capital, and has one at all."""
        return self.capitals[form] > self.lowercase[form]


def count_capitals(articles: Iterable[AnnotatedArticle]) -> Capitals:
    """Count capitalised words within sentences; headlines and first words don't count.

    A small letter counts wherever it stands. Cost: linear in the words.
    """
    capitals: Counter[str] = Counter()
    lowercase: Counter[str] = Counter()
    for annotated in articles:
        for sentence in annotated.sentences:
            text = annotated.text(sentence)
            for k, word in enumerate(sentence.words):
                if not word.capitalised:
                    lowercase[word.form] += 1
                elif not sentence.headline and not _opens(sentence, k, text):
                    capitals[word.form] += 1
    return Capitals(capitals, lowercase)


def mentions(annotated: AnnotatedArticle, seen: Capitals) -> tuple[Mention, ...]:
    """Give the names of a story in reading order; they never overlap.

    Words in a row that have a capital, within a sentence, make a name; so do small words
    within it, as in `Bank of England`. What stands alone, or first in a sentence, has to be
    written so more often than not. Titles and days are no names. In a headline, where every
    word has a capital, only names known from elsewhere count. A language that gives all nouns
    a capital has none that could be told by it. Cost: linear in the words.
    """
    if (annotated.article.language or "").lower().startswith(_ALL_NOUNS):
        return ()
    found: list[Mention] = []
    for i, sentence in enumerate(annotated.sentences):
        if not sentence.headline:
            found.extend(_in_sentence(i, sentence, annotated.text(sentence), seen))
    known = {mention.forms for mention in found}
    for i, sentence in enumerate(annotated.sentences):
        if sentence.headline:
            found.extend(_in_headline(i, sentence, known, seen))
    return tuple(sorted(found))


def _in_sentence(i: int, sentence: Sentence, text: str, seen: Capitals) -> Iterator[Mention]:
    words = sentence.words
    k = 0
    while k < len(words):
        if not _may_begin(words[k]):
            k += 1
            continue
        last = _end(words, k, text)
        first = k
        if _opens(sentence, k, text) and not _holds_at_start(words, k, last, text, seen):
            first += 1
        for begin, end in _without_titles(words, first, last):
            forms = tuple(word.form for word in words[begin:end])
            known = end - begin > 1 or seen.named(forms[0]) or _acronym(words[begin], text)
            if known and not english("names.calendar").issuperset(forms):
                yield Mention(i, begin, end, forms)
        k = max(last, k + 1)


def _in_headline(
    i: int, sentence: Sentence, known: set[tuple[str, ...]], seen: Capitals
) -> Iterator[Mention]:
    words = sentence.words
    k = 0
    while k < len(words):
        for last in range(min(len(words), k + _LONGEST), k, -1):
            forms = tuple(word.form for word in words[k:last])
            if words[k].capitalised and forms in known and (last > k + 1 or seen.named(forms[0])):
                yield Mention(i, k, last, forms)
                k = last
                break
        else:
            k += 1


def _acronym(word: Word, text: str) -> bool:
    return 1 < len(word.form) <= _ACRONYM and text[word.start : word.stop].isupper()


def _may_begin(word: Word) -> bool:
    """Tell whether a name may begin with a word: it has a capital and means something."""
    return word.capitalised and not word.stop_word


def _opens(sentence: Sentence, k: int, text: str) -> bool:
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


def _end(words: Sequence[Word], first: int, text: str) -> int:
    """Find where the name that begins at `first` ends, exclusive."""
    last = first + 1
    k = last
    while k < len(words) and k - first < _LONGEST:
        gap = text[words[k - 1].stop : words[k].start]
        if _WITHIN.fullmatch(gap) is None:
            break
        if gap[0] in ".'’" and words[k - 1].stop - words[k - 1].start > 1:
            break  # the stop after `Corp.`, the apostrophe after a plural
        word = words[k]
        if (word.capitalised and (not word.stop_word or word.stop - word.start == 1)) or (
            gap == "-"
            and len(word.form) <= _SYLLABLE
            and word.form not in english("names.not_after_hyphen")
        ):
            last = k + 1
        elif not (
            word.capitalised or word.form in english("names.particles") or _goes_on(words, k)
        ):
            break
        k += 1
    return last


def _goes_on(words: Sequence[Word], k: int) -> bool:
    """Tell whether a name goes on with `of` or `of the`: not that of a senator of Ohio."""
    if words[k].form == "the":
        return words[k - 1].form == "of"
    return words[k].form == "of" and words[k - 1].form in english("names.before_of")


def _holds_at_start(
    words: Sequence[Word], first: int, last: int, text: str, seen: Capitals
) -> bool:
    """Tell whether the first word of a sentence belongs to the name that it may begin."""
    form = words[first].form
    if seen.named(form) or form in english("titles.words") or _acronym(words[first], text):
        return True
    followed = last > first + 1 and words[first + 1].capitalised
    return followed and not seen.lowercase[form]


def _without_titles(words: Sequence[Word], first: int, last: int) -> Iterator[tuple[int, int]]:
    """Cut a row of words at the titles in it: `US President Donald Trump` is two names."""
    begin = k = first
    while k < last:
        end = _past_title(words, k, last)
        if k < end:
            if begin < k:
                yield begin, k
            begin = k = end
        else:
            k += 1
    small = english("names.particles") | {"of", "the"}
    while begin < last and words[begin].form in small:
        begin += 1
    if begin < last:
        yield begin, last


def _past_title(words: Sequence[Word], k: int, last: int) -> int:
    """Give the place after the title that begins at `k`, or `k` if there is none."""
    end = k
    while end < last and words[end].form in english("titles.qualifiers"):
        end += 1
    if end == last or words[end].form not in english("titles.words"):
        return k
    end += 1
    if [word.form for word in words[end : end + 2]] in (["of", "state"], ["of", "defense"]):
        end += 2
    if [word.form for word in words[end : end + 1]] == ["general"]:
        end += 1
    return end


def name_stems(articles: Iterable[tuple[AnnotatedArticle, Iterable[Mention]]]) -> frozenset[str]:
    """Give the stems that mostly stand in names. Cost: linear in the words."""
    inside: Counter[str] = Counter()
    plain: Counter[str] = Counter()
    for annotated, named in articles:
        for mention in named:
            words = annotated.sentences[mention.sentence].words[mention.first : mention.last]
            inside.update(word.stem for word in words if word.capitalised)
        for sentence in annotated.sentences:
            plain.update(word.stem for word in sentence.words if not word.capitalised)
    return frozenset(stem for stem, count in inside.items() if count > plain[stem])
