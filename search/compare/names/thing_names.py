"""What each side calls the same thing, where sentences that say the same show that it is one."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, NamedTuple

from search.compare.comparison import At, Epithet, Naming
from search.compare.names.noun_phrases import LONGEST, noun_phrases

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Mapping, Sequence

    from search.compare.annotated_article import AnnotatedArticle, Word
    from search.compare.comparison import Link
    from search.sides import Sides

    Forms = tuple[str, ...]


class _Called(NamedTuple):
    """A noun phrase of two words and more: its sentence, its words, and where it stands."""

    sentence: int
    forms: Forms
    at: At
    text: str


def thing_names(sides: Sides[AnnotatedArticle], links: Sequence[Link]) -> tuple[Naming, ...]:
    """Give how each side describes the same thing, the one named most often first.

    A thing is a noun that both have in sentences linked by the two upper tiers, each with words
    before it that the other never has there: `the voter fraud commission`, `the election
    commission`. Given are all noun phrases with that noun, as `noun_phrases` finds them, under the
    noun as it is most often written. Cost: linear in the words, and in the links times the phrases of
    their sentences.
    """
    left, right = _by_noun(sides.left), _by_noun(sides.right)
    both = left.keys() & right.keys()
    if not both:
        return ()
    said = _said(sides.left, both), _said(sides.right, both)
    linked = {(link.left, link.right) for link in links if link.tier != "related"}
    found = []
    for noun in both:
        own = [one for one in left[noun] if _letters(one.forms) not in said[1]]
        others = [one for one in right[noun] if _letters(one.forms) not in said[0]]
        if any((one.sentence, other.sentence) in linked for one in own for other in others):
            ours, theirs = _epithets(left[noun]), _epithets(right[noun])
            found.append(Naming(_noun((*left[noun], *right[noun])), ours, theirs, "thing"))
    return tuple(sorted(found, key=lambda one: (-_times(one), one.name)))


def _by_noun(annotated: AnnotatedArticle) -> Mapping[str, Sequence[_Called]]:
    found: defaultdict[str, list[_Called]] = defaultdict(list)
    for phrase in noun_phrases(annotated):
        if phrase.last - phrase.first > 1:
            sentence = annotated.sentences[phrase.sentence]
            words = sentence.words[phrase.first : phrase.last]
            at = At(sentence.at.block, words[0].start, words[-1].stop)
            text = annotated.text(sentence)[at.start : at.stop]
            forms = _forms(words)
            found[words[-1].stem].append(_Called(phrase.sentence, forms, at, text))
    return found


def _said(annotated: AnnotatedArticle, nouns: Container[str]) -> set[str]:
    """Give the letters of all rows of words that end in one of these nouns, whatever is around."""
    found: set[str] = set()
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


def _epithets(called: Iterable[_Called]) -> tuple[Epithet, ...]:
    places: defaultdict[str, list[At]] = defaultdict(list)
    for one in called:
        places[one.text].append(one.at)
    found = [Epithet(text, tuple(where)) for text, where in places.items()]
    return tuple(sorted(found, key=lambda one: (-len(one.places), one.text)))


def _noun(called: Iterable[_Called]) -> str:
    written = Counter(one.text.split()[-1] for one in called)
    return min(written, key=lambda text: (-written[text], text))


def _times(one: Naming) -> int:
    return sum(len(phrase.places) for phrase in (*one.left, *one.right))
