"""Links between similar sentences, many to many."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, NamedTuple

from search.compare.comparison import Link
from search.compare.sentences.sentence_similarity import similarities
from search.compare.sentences.strongest import MOST_LINKS, ScoredPair, strongest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from search.compare.annotated_article import AnnotatedArticle
    from search.compare.comparison import Tier
    from search.compare.sentences.distinct_sentence import DistinctSentence
    from search.compare.sentences.sentence_similarity import Rarity

SAME_WORDS = 0.8
"""Share of the words of two sentences that stand in both in the same order."""
SAYS_THE_SAME = 0.36
RELATED = 0.22
MANY = 44
"""Sentences of two articles from which on `RELATED` is asked in full. The more there are, the
more are alike by chance and the fewer of all pairs belong together; among fewer, less will do."""
LEAST_RELATED = 0.1
LEAST_SHARED = 2
"""Stems that two sentences share at least, unless they are the same words; so many mustn't be
names alone: two captions that name one person share nothing else."""


_EVERYWHERE = "from the comparison, words that too many sentences share"
_WEAKER = f"from the comparison, all but the {MOST_LINKS} strongest links of a sentence"


class Linked(NamedTuple):
    """Links, sorted by left, then right; and what was left out to bound the work, in phrases."""

    links: tuple[Link, ...]
    cuts: tuple[str, ...]


def link(
    left: AnnotatedArticle,
    right: AnnotatedArticle,
    names: frozenset[str],
    idf: Rarity | None = None,
) -> Linked:
    """Link the sentences of two stories, sorted by left, then right.

    `names` are the stems that stand for a name; for the score see
    `search.compare.sentences.sentence_similarity.similarities`. A sentence that stands several times in
    one article meets its counterparts in order, so links stay as few as sentences.
    """
    count = len(left.sentences) + len(right.sentences)
    related = max(LEAST_RELATED, RELATED * min(1.0, count / MANY))
    similar = similarities(left, right, names, idf, related)
    tiers: dict[tuple[int, int], Tier] = {}
    rows: defaultdict[int, list[ScoredPair]] = defaultdict(list)
    for a, b, score in similar.pairs:
        tier = _tier(a, b, score, names)
        if tier is not None:
            for i, j in _in_order(a.places, b.places):
                tiers[i, j] = tier
                rows[i].append(ScoredPair(i, j, score))
    kept, fewer = strongest(rows.values())
    links = tuple(Link(i, j, score, tiers[i, j]) for i, j, score in sorted(kept))
    cuts = [(_EVERYWHERE, similar.everywhere), (_WEAKER, similar.weaker or fewer)]
    return Linked(links, tuple(said for said, is_true in cuts if is_true))


def _tier(
    a: DistinctSentence, b: DistinctSentence, score: float, names: frozenset[str]
) -> Tier | None:
    if _word_overlap(a.forms, b.forms) >= SAME_WORDS:
        return "same words"
    shared = a.stems & b.stems
    if len(shared) < LEAST_SHARED or (len(shared) == LEAST_SHARED and shared <= names):
        return None
    return "says the same" if score >= SAYS_THE_SAME else "related"


def _word_overlap(a: tuple[str, ...], b: tuple[str, ...]) -> float:
    """Give the share of the words of two sentences that stand in both in the same order.

    Cost: linear for most pairs, which can't reach `SAME_WORDS`; then one machine word operation
    for each word of `b` and 64 words of `a`.
    """
    if a == b:
        return 1.0
    most = (Counter(a) & Counter(b)).total()
    if 2 * most < SAME_WORDS * (len(a) + len(b)):
        return 0.0
    return 2 * _common(a, b) / (len(a) + len(b))


def _common(a: tuple[str, ...], b: tuple[str, ...]) -> int:
    """Give the length of the longest common subsequence.

    Source: H. Hyyrö, Bit-parallel LCS-length computation revisited (2004).
    """
    where: dict[str, int] = {}
    for i, form in enumerate(a):
        where[form] = where.get(form, 0) | 1 << i
    full = (1 << len(a)) - 1
    row = full
    for form in b:
        hit = row & where.get(form, 0)
        row = (row + hit | row - hit) & full
    return len(a) - row.bit_count()


def _in_order(lefts: tuple[int, ...], rights: tuple[int, ...]) -> Iterator[tuple[int, int]]:
    """Pair the first with the first and so on; what is left over is paired with the last."""
    for k in range(max(len(lefts), len(rights))):
        yield lefts[min(k, len(lefts) - 1)], rights[min(k, len(rights) - 1)]
