"""Links between the sentences of two versions of one article: each with what it was before."""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import TYPE_CHECKING, TypeAlias

from search.compare.comparison import Link, text_at
from search.compare.sentences.version_alignment import align_versions
from search.compare.sentences.word_alignment import MOST_WORDS
from search.sides import Sides

if TYPE_CHECKING:
    from collections.abc import Sequence

    from search.compare.annotated_article import AnnotatedArticle, Sentence

_Words: TypeAlias = "Sequence[tuple[int, int, str]]"
"""Words as they are written, each with where it stands in its block."""


def version_links(sides: Sides[AnnotatedArticle]) -> tuple[Link, ...]:
    """Link each sentence with the one it became, sorted by left; one at most to a sentence.

    Those that stayed are the same words, those that were changed say the same. `words` of a link are all that
    stayed, function words too, so that whatever isn't among them was changed; of very long sentences
    only what stayed at their beginnings and ends. Cost: see `align_versions`; within a sentence at most
    the product of `MOST_WORDS` words on each side.
    """
    lefts, rights = sides.left, sides.right
    texts = [[text_at(side.article, one.at) for one in side.sentences] for side in (lefts, rights)]
    found: list[Link] = []
    for i, j in align_versions(*texts):
        if i is None or j is None:
            continue
        here, there = _words(lefts, lefts.sentences[i]), _words(rights, rights.sentences[j])
        stayed = _stayed([word for *_, word in here], [word for *_, word in there])
        words = Sides(tuple(here[a][:2] for a, _ in stayed), tuple(there[b][:2] for _, b in stayed))
        same = texts[0][i] == texts[1][j]
        total = len(here) + len(there)
        score = 1.0 if same else 2 * len(stayed) / total if total else 0.0
        found.append(Link(i, j, score, "same words" if same else "says the same", words))
    return tuple(found)


def _words(side: AnnotatedArticle, sentence: Sentence) -> _Words:
    text = side.text(sentence)
    return [(one.start, one.stop, text[one.start : one.stop]) for one in sentence.words]


def _stayed(left: list[str], right: list[str]) -> list[tuple[int, int]]:
    """Pair the words that both rows have in the same order."""
    most = min(len(left), len(right))
    begin = next((i for i in range(most) if left[i] != right[i]), most)
    end = next((i for i in range(most - begin) if left[-1 - i] != right[-1 - i]), most - begin)
    middle = left[begin : len(left) - end], right[begin : len(right) - end]
    pairs = [(i, i) for i in range(begin)]
    if max(map(len, middle)) <= MOST_WORDS:
        for a, b, size in SequenceMatcher(None, *middle, autojunk=False).get_matching_blocks():
            pairs += [(begin + a + i, begin + b + i) for i in range(size)]
    ends = zip(range(len(left) - end, len(left)), range(len(right) - end, len(right)), strict=True)
    return [*pairs, *ends]
