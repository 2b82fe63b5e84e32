"""An article split into sentences and words, as the comparison needs it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from search.article import Block
from search.compare.comparison import At
from search.text import (
    KeyedSentence,
    is_stop,
    left_out,
    sentence_keys,
    sentences,
    stem,
    stemmer,
    tokenize,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from search.article import Article
    from search.text import Span

_ENDED = re.compile(r"[.?!…。？！][\"”’»«“'’）)\]』」\s]*\Z")
_TITLE_CASE = 0.7
"""From this share of capitalised words on, capitals in a sentence tell nothing about names."""


class Word(NamedTuple):
    """A word of a story: its place in the block, folded form and stem.

    `empty` says that it is a stop word, `upper` that it begins with a capital.
    """

    start: int
    stop: int
    form: str
    stem: str
    stop_word: bool
    capitalised: bool


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: its place, its words (one at least), and the stems of its content words.

    `headline` says that it is written like one: nearly all its words have a capital, and no full
    stop ends it. `tells` says that it is no mere lead-in or label.
    """

    at: At
    words: tuple[Word, ...]
    stems: frozenset[str]
    headline: bool
    tells: bool = True

    @property
    def forms(self) -> tuple[str, ...]:
        """The folded words, in order."""
        return tuple(word.form for word in self.words)


@dataclass(frozen=True, slots=True)
class AnnotatedArticle:
    """The sentences of an article's story that have any word, in reading order."""

    article: Article
    sentences: tuple[Sentence, ...]

    def text(self, sentence: Sentence) -> str:
        """Give the text of the block in which a sentence stands."""
        return self.article.blocks[sentence.at.block].text


def annotate(article: Article, standing: Collection[int] = ()) -> AnnotatedArticle:
    """Split the story of an article into sentences and words. Cost: linear in its text.

    Standing sentences of its source are left out, by the rule of `search.text.left_out`: a block that
    has nothing else is boilerplate in the article given.

    Args:
        article: the article.
        standing: the keys of its source's standing sentences; see `search.text.sentence_keys`.
    """
    rules = stemmer(article.language)
    found: list[Sentence] = []
    seen: dict[str, tuple[str, bool]] = {}
    blocks = list(article.blocks)
    for place, block in article.story:
        spans = sentences(block.text)
        told = [_sentence(place, block, span, rules, seen) for span in spans]
        kept = _without(told, sentence_keys(block.text, spans), standing) if standing else told
        said = [one for one in kept if one]
        if not said and any(told):
            blocks[place] = Block("boilerplate", block.text)
        found += said
    if tuple(blocks) != article.blocks:
        article = replace(article, blocks=tuple(blocks))
    return AnnotatedArticle(article, tuple(found))


def _without(
    told: Sequence[Sentence | None], keys: Sequence[int], standing: Collection[int]
) -> list[Sentence | None]:
    """Give the sentences of a block that tell the story; None stands for one without a word."""
    last = len(told) - 1
    said = [
        KeyedSentence(key, len(one.words) if one else 0, i == last)
        for i, (key, one) in enumerate(zip(keys, told, strict=True))
    ]
    gone = left_out(said, standing.__contains__)
    return [one for one, out in zip(told, gone, strict=True) if not out]


def _sentence(
    place: int, block: Block, span: Span, rules: str, seen: dict[str, tuple[str, bool]]
) -> Sentence | None:
    """Give a sentence, or None if it has no word."""
    words = tuple(_words(block.text[span.start : span.stop], span.start, rules, seen))
    if not words:
        return None
    content = [word for word in words if not word.stop_word]
    capitals = sum(word.capitalised for word in content)
    headline = len(content) > 1 and block.text[span.stop - 1] != "."
    return Sentence(
        At(place, span.start, span.stop),
        words,
        frozenset(word.stem for word in content),
        headline=headline and capitals >= _TITLE_CASE * len(content),
        tells=_tells(block, span),
    )


def _tells(block: Block, span: Span) -> bool:
    """Tell whether a stretch of a block tells anything: a lead-in and a caption without a stop don't."""
    text = block.text[span.start : span.stop].rstrip()
    if text.endswith(":"):
        return False
    return block.kind != "caption" or _ENDED.search(text) is not None


def _words(text: str, offset: int, rules: str, seen: dict[str, tuple[str, bool]]) -> Iterator[Word]:
    """Yield the words of a sentence; `seen` keeps what was found out about those of the article."""
    for start, stop, form in tokenize(text):
        written = text[start:stop]
        told = seen.get(written)
        if told is None:
            told = seen[written] = stem(form, rules), is_stop(form, written, rules)
        word = start + offset, stop + offset, form, *told, written[0].isupper()
        yield tuple.__new__(Word, word)  # half the time that calling `Word` takes
