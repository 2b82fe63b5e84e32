"""What each side calls the same thing, where sentences that say the same show that it is one."""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import islice
from typing import TYPE_CHECKING

from search.compare.comparison import At, Naming
from search.compare.names.counted_phrases import count_phrases
from search.compare.names.noun_phrases import LONGEST, noun_phrases

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from search.compare.annotated_article import AnnotatedArticle, Word
    from search.compare.comparison import Link
    from search.sides import Sides

    Forms = tuple[str, ...]
    _Called = tuple[str, At]  # a phrase as it is written, and where

_MOST_PHRASES = 64
"""Phrases of a sentence that are set against those of another, the first ones."""


def thing_names(sides: Sides[AnnotatedArticle], links: Sequence[Link]) -> tuple[Naming, ...]:
    """Give how each side describes the same thing, the one named most often first.

    A thing is a noun that both have in sentences linked by the two upper tiers, each with words
    before it that the other never has there: `the voter fraud commission`, `the election
    commission`. Given are all noun phrases with that noun, as `noun_phrases` finds them, under the
    noun as it is most often written. Cost: linear in the words, and in the links times the phrases of
    their sentences.
    """
    linked = {(link.left, link.right) for link in links if link.tier != "related"}
    left = _by_sentence(sides.left, {left for left, _ in linked})
    right = _by_sentence(sides.right, {right for _, right in linked})
    pairs = [
        (one, other)
        for i, j in linked
        for noun in left[i].keys() & right[j].keys()
        for one in left[i][noun]
        for other in right[j][noun]
        if _letters(one) != _letters(other)
    ]
    nouns = {ours[-1] for ours, _ in pairs}
    said = _said(sides.left, nouns), _said(sides.right, nouns)
    things = {
        ours[-1]
        for ours, theirs in pairs
        if _letters(ours) not in said[1] and _letters(theirs) not in said[0]
    }
    ours, theirs = _by_noun(sides.left, things), _by_noun(sides.right, things)
    found = [
        Naming(
            _noun((*ours[noun], *theirs[noun])),
            count_phrases(ours[noun]),
            count_phrases(theirs[noun]),
            "thing",
        )
        for noun in things
    ]
    return tuple(sorted(found, key=lambda one: (-_times(one), one.name)))


def _by_sentence(
    annotated: AnnotatedArticle, numbers: Iterable[int]
) -> Mapping[int, Mapping[str, list[Forms]]]:
    """Give the phrases of some sentences by these and by their nouns; a sentence may have none."""
    found: dict[int, defaultdict[str, list[Forms]]] = {}
    for number in numbers:
        found[number] = defaultdict(list)
        for phrase in islice(noun_phrases(annotated, (number,)), _MOST_PHRASES):
            forms = _forms(annotated.sentences[number].words[phrase.first : phrase.last])
            if len(forms) > 1:
                found[number][forms[-1]].append(forms)
    return found


def _by_noun(
    annotated: AnnotatedArticle, nouns: AbstractSet[str]
) -> Mapping[str, Sequence[_Called]]:
    """Give all phrases with these nouns, in reading order."""
    found: defaultdict[str, list[_Called]] = defaultdict(list)
    if not nouns:
        return found
    for phrase in noun_phrases(annotated, range(len(annotated.sentences))):
        sentence = annotated.sentences[phrase.sentence]
        words = sentence.words[phrase.first : phrase.last]
        if len(words) > 1 and words[-1].stem in nouns:
            at = At(sentence.at.block, words[0].start, words[-1].stop)
            text = annotated.text(sentence)[at.start : at.stop]
            found[words[-1].stem].append((text, at))
    return found


def _said(annotated: AnnotatedArticle, nouns: AbstractSet[str]) -> set[str]:
    """Give the letters of all rows of words that end in one of these nouns, whatever is around."""
    found: set[str] = set()
    if not nouns:
        return found
    for sentence in annotated.sentences:
        for last, word in enumerate(sentence.words):
            if word.stem in nouns:
                for first in range(max(0, last + 1 - LONGEST), last + 1):
                    found.add(_letters(_forms(sentence.words[first : last + 1])))
    return found


def _forms(words: Sequence[Word]) -> Forms:
    """Give the forms of words with the stem of the last, the noun."""
    return (*(word.form for word in words[:-1]), words[-1].stem)


def _letters(forms: Forms) -> str:
    """Give their letters only, so that `U.S. law` is `US law`, `health care` `healthcare`."""
    return "".join(filter(str.isalpha, "".join(forms)))


def _noun(called: Iterable[_Called]) -> str:
    written = Counter(text.split()[-1] for text, _ in called)
    return min(written, key=lambda text: (-written[text], text))


def _times(one: Naming) -> int:
    return sum(len(phrase.places) for phrase in (*one.left, *one.right))
