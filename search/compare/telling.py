"""One article read for comparing: its sentences and their words."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from search.compare.values import At
from search.text import is_stop, sentences, stem, stemmer, tokenize

if TYPE_CHECKING:
    from collections.abc import Iterable

    from search.article import Article

_TITLE_CASE = 0.7
"""From this share of capitalised words on, capitals in a sentence tell nothing about names."""


class Word(NamedTuple):
    """A word of a story: its place in the block, folded form, stem, and if it is a stop word."""

    start: int
    stop: int
    form: str
    stem: str
    empty: bool


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: its place, its words (one at least), and the stems of its content words."""

    at: At
    words: tuple[Word, ...]
    stems: frozenset[str]

    @property
    def forms(self) -> tuple[str, ...]:
        """The folded words, in order."""
        return tuple(word.form for word in self.words)


@dataclass(frozen=True, slots=True)
class Telling:
    """The story of one article: every sentence that has a word, in reading order."""

    sentences: tuple[Sentence, ...]
    capitals: Counter[str]
    smalls: Counter[str]


def read(article: Article) -> Telling:
    """Read the story of an article. Cost: linear in its text.

    `capitals` and `smalls` count, by stem, the words within sentences that begin with a capital
    and those that don't: what tells names from words.
    """
    rules = stemmer(article.language)
    found: list[Sentence] = []
    capitals: Counter[str] = Counter()
    smalls: Counter[str] = Counter()
    for place, block in article.story:
        for span in sentences(block.text):
            text = block.text[span.start : span.stop]
            words: list[Word] = []
            upper: list[bool] = []
            for token in tokenize(text):
                written = text[token.start : token.stop]
                words.append(
                    Word(
                        token.start + span.start,
                        token.stop + span.start,
                        token.form,
                        stem(token.form, rules),
                        is_stop(token.form, written),
                    )
                )
                upper.append(written[0].isupper())
            if words:
                at = At(place, span.start, span.stop)
                stems = frozenset(word.stem for word in words if not word.empty)
                found.append(Sentence(at, tuple(words), stems))
                _count_case(words, upper, capitals, smalls)
    return Telling(tuple(found), capitals, smalls)


def _count_case(
    words: list[Word], upper: list[bool], capitals: Counter[str], smalls: Counter[str]
) -> None:
    content = [big for word, big in zip(words, upper, strict=True) if not word.empty]
    shouting = len(content) > 1 and sum(content) >= _TITLE_CASE * len(content)
    for word, big in zip(words[1:], upper[1:], strict=True):
        if not big:
            smalls[word.stem] += 1
        elif not shouting:
            capitals[word.stem] += 1


def names(tellings: Iterable[Telling]) -> frozenset[str]:
    """Give the stems that mostly stand capitalised within sentences. Cost: distinct words."""
    capitals: Counter[str] = Counter()
    smalls: Counter[str] = Counter()
    for telling in tellings:
        capitals.update(telling.capitals)
        smalls.update(telling.smalls)
    return frozenset(stem for stem, count in capitals.items() if count > smalls[stem])
