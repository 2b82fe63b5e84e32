"""The grammatical company that words keep in a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from search.compare.english import english

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from search.compare.annotated_article import Word


class Colligation(NamedTuple):
    """A content word and the function word right before or after it: `step` with `down` after it."""

    word: str
    beside: str
    after: bool


def colligations(words: Iterable[Word], joined: Callable[[str], str]) -> frozenset[Colligation]:
    """Give the content words of a sentence that stand beside a function word, each with it.

    Determiners are passed over: in `accused of the fraud` both words stand beside `of`. Content words
    are given as `joined` makes them of their stems. Cost: linear. Source of the notion: J. R. Firth,
    A synopsis of linguistic theory 1930-1955 (1957).
    """
    determiners = english("sentences.determiners")
    found: set[Colligation] = set()
    before: Word | None = None
    for word in words:
        if word.form in determiners:
            continue
        if before is not None and before.stop_word != word.stop_word:
            if word.stop_word:
                found.add(Colligation(joined(before.stem), word.form, after=True))
            else:
                found.add(Colligation(joined(word.stem), before.form, after=False))
        before = word
    return frozenset(found)


def verb_particles(found: Iterable[Colligation]) -> Mapping[str, str]:
    """Give the words with a particle after them that makes another verb of one: `step down`."""
    particles = english("sentences.verb_particles")
    return {one.word: one.beside for one in found if one.after and one.beside in particles}


def negates(forms: Iterable[str]) -> bool:
    """Tell whether a sentence has an English word of negation."""
    return not english("sentences.negations").isdisjoint(forms)


def supposes(forms: Iterable[str]) -> bool:
    """Tell whether a sentence has an English word that tells of what may be: `would`, `if`."""
    return not english("sentences.suppositions").isdisjoint(forms)
