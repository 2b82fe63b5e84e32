"""Links between the sentences of two articles, many to many."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from search.compare.comparison import Link
from search.compare.sentences.candidate_pairs import candidates
from search.compare.sentences.distinct_sentences import fold_repeats, in_order, joined
from search.compare.sentences.sentence_similarity import similar_sentences
from search.compare.sentences.shared_quotations import shared_quotations
from search.compare.sentences.shared_words import shared_words
from search.compare.sentences.strongest import MOST_LINKS, ScoredPair, strongest
from search.compare.sentences.word_weights import weigh

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from search.compare.annotated_article import AnnotatedArticle
    from search.compare.comparison import Tier
    from search.compare.names.told_name import Mention
    from search.compare.sentences.distinct_sentences import DistinctSentence
    from search.compare.sentences.word_weights import Rarity
    from search.sides import Sides

SAME_WORDS = 0.8
"""Share of the words of two sentences that stand in both in the same order."""
SAYS_THE_SAME = 0.92
RELATED = 0.43
"""Scores from which on two sentences say the same, or are related."""

LONG_QUOTATION = 6
"""Words of a quotation that two sentences share and so say the same: as many as a run has."""
SHORT = 12
"""Words of a sentence that is short."""
MANY = 3
"""Links from which on those of a short sentence are chance."""


_EVERYWHERE = "from the comparison, words that too many sentences share"
_WEAKER = f"from the comparison, all but the {MOST_LINKS} strongest links of a sentence"


class Linked(NamedTuple):
    """Links, sorted by left, then right; and what was left out to bound the work, in phrases."""

    links: tuple[Link, ...]
    cuts: tuple[str, ...]


def link(
    sides: Sides[AnnotatedArticle],
    mentions: Sides[tuple[Mention, ...]],
    names: frozenset[str],
    idf: Rarity | None = None,
) -> Linked:
    """Link the sentences of two stories, sorted by left, then right.

    `names` are the stems that mostly stand in names; for the score see
    `search.compare.sentences.sentence_similarity`. A sentence that stands several times in one
    article meets its counterparts in order, so links stay as few as sentences.
    """
    lefts = fold_repeats(sides.left, mentions.left)
    rights = fold_repeats(sides.right, mentions.right)
    stems = {
        stem
        for side in (sides.left, sides.right)
        for sentence in side.sentences
        for stem in sentence.stems
    }
    weights = weigh(lefts, rights, stems, names, idf)
    named = frozenset(map(joined, names))
    tiers: dict[tuple[tuple[int, ...], tuple[int, ...]], tuple[float, Tier]] = {}
    pairs, everywhere = candidates(lefts, rights, weights)
    for a, b in same_words(lefts, rights, pairs):
        tiers[a.places, b.places] = 1.0, "same words"
    for a, b, score in similar_sentences(lefts, rights, pairs, weights, named, RELATED):
        tier: Tier = "says the same" if score >= SAYS_THE_SAME else "related"
        tiers.setdefault((a.places, b.places), (score, tier))
    found = [
        Link(i, j, score, tier)
        for (here, there), (score, tier) in tiers.items()
        for i, j in in_order(here, there)
    ]
    found = _with_quotations(found, sides)
    found = list(_without_false_kinds(found, sides))
    rows: defaultdict[int, list[ScoredPair]] = defaultdict(list)
    for one in found:
        rows[one.left].append(ScoredPair(one.left, one.right, one.score))
    kept, fewer = strongest(rows.values())
    chosen = {(pair.left, pair.right) for pair in kept}
    links = tuple(
        replace(one, words=shared_words(sides, one))
        for one in sorted(found, key=lambda link: (link.left, link.right))
        if (one.left, one.right) in chosen
    )
    cuts = [(_EVERYWHERE, everywhere), (_WEAKER, fewer)]
    return Linked(links, tuple(said for said, is_true in cuts if is_true))


def _with_quotations(found: Iterable[Link], sides: Sides[AnnotatedArticle]) -> list[Link]:
    """Add links of sentences that quote the same words.

    They say the same where the quotation is long, or half of the shorter one; a catchphrase that
    two long sentences cite makes them related.
    """
    lefts, rights = sides.left.sentences, sides.right.sentences
    links = {(link.left, link.right): link for link in found}
    for left, right, words in shared_quotations(sides):
        before = links.get((left, right))
        shorter = min(len(lefts[left].words), len(rights[right].words))
        if words >= LONG_QUOTATION or 2 * words >= shorter:
            if before is None or before.tier == "related":
                links[left, right] = Link(left, right, SAYS_THE_SAME, "says the same")
        elif before is None:
            links[left, right] = Link(left, right, RELATED, "related")
    return list(links.values())


def _without_false_kinds(found: Iterable[Link], sides: Sides[AnnotatedArticle]) -> Iterator[Link]:
    """Drop links of what is no sentence, and related ones of short sentences that have many.

    A lead-in that ends with a colon and a caption without a stop share the words of the story and
    tell nothing of it; so does a short sentence that seems related to everything.
    """
    lefts, rights = sides.left.sentences, sides.right.sentences
    found = [
        link
        for link in found
        if link.tier == "same words" or (lefts[link.left].tells and rights[link.right].tells)
    ]
    of_left = Counter(link.left for link in found)
    of_right = Counter(link.right for link in found)
    for link in found:
        many = (of_left[link.left] >= MANY and len(lefts[link.left].words) <= SHORT) or (
            of_right[link.right] >= MANY and len(rights[link.right].words) <= SHORT
        )
        if link.tier != "related" or not many:
            yield link


def same_words(
    lefts: Sequence[DistinctSentence],
    rights: Sequence[DistinctSentence],
    pairs: Iterable[tuple[int, int]],
) -> Iterator[tuple[DistinctSentence, DistinctSentence]]:
    """Yield the pairs of sentences that are almost the same words in the same order."""
    twins = {b.forms: b for b in rights}
    for a in lefts:
        if (twin := twins.get(a.forms)) is not None:
            yield a, twin
    for i, j in pairs:
        a, b = lefts[i], rights[j]
        may_be = a.forms != b.forms and _may_be_same(a, b)
        if may_be and _word_overlap(a.forms, b.forms) >= SAME_WORDS:
            yield a, b


def _may_be_same(a: DistinctSentence, b: DistinctSentence) -> bool:
    """Tell at a glance whether two sentences may be almost the same words.

    A content word that only one of them has is a word at least that the other lacks.
    """
    shared = len(a.words & b.words)
    most = min(len(one.forms) - len(one.words) + shared for one in (a, b))
    return 2 * most >= SAME_WORDS * (len(a.forms) + len(b.forms))


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
