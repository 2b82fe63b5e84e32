"""Two articles of a library compared, by what its engine knows of their words and sources."""

from __future__ import annotations

from math import inf, log
from typing import TYPE_CHECKING

from search.compare import At, Judgement, compare
from search.desk.revisions.revision_id import article_of, named_revision
from search.desk.understood import standing_sentences
from search.marks.passages import find_again
from search.sides import Sides

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from search.article import Article
    from search.compare import Comparison
    from search.compare.sentences.word_weights import Rarity
    from search.engine import Engine, Frequencies
    from search.marks.judged_links import JudgedLinks

_MANY_STEMS = 2_000
"""From so many on, a search shouldn't wait for them to be looked up."""
_ASSUMED_ARTICLES = 1000
"""Articles a library is taken to have besides its own when the rarity of a word is weighed.

In a library of five, what two articles share stands in two of five and would pass for common;
with these, a small library says next to nothing about rarity, and a large one decides.
"""


def compare_pair(engine: Engine, pair: Sequence[Article], judged: JudgedLinks) -> Comparison:
    """Compare two articles, the left one first, by what the reader said of links between them too.

    Two versions of one article are compared as such. Asks the engine two questions, of versions none.
    """
    left, right = pair
    if left.id != right.id and article_of(left.id) == article_of(right.id):
        return _versions_compared(left, right)
    standing = engine.read(lambda snapshot: standing_sentences(snapshot, pair))
    said = judgements(judged, left, right)
    return compare(left, right, rarity_of(engine), Sides(*standing), said)


def _versions_compared(left: Article, right: Article) -> Comparison:
    if _order(left) <= _order(right):
        return compare(left, right, versions=True)
    return compare(right, left, versions=True).mirrored()


def _order(article: Article) -> float:
    """Give what sorts versions: the one in the article's own file is the latest."""
    named = named_revision(article.id)
    return named.number if named else inf


def rarity_of(engine: Engine) -> Rarity:
    """Give what asks an engine for the rarity of stems, in one question."""

    def rarity(stems: Collection[str]) -> Mapping[str, float]:
        many = len(stems) > _MANY_STEMS
        return idf(engine.read(lambda one: one.document_frequency(stems), aside=many))

    return rarity


def judgements(judged: JudgedLinks, left: Article, right: Article) -> tuple[Judgement, ...]:
    """Give what was said of passages of two articles; those that are lost are left out.

    Cost: linear in both texts for each.
    """
    found = (
        (find_again(left, one.passages.left), find_again(right, one.passages.right), one)
        for one in judged.between(left.id, right.id)
    )
    return tuple(
        Judgement(At(*here), At(*there), one.meets, one.number)
        for here, there, one in found
        if here and there
    )


def idf(found: Frequencies) -> dict[str, float]:
    """Weigh stems by the logarithm of all articles over those that have the stem."""
    total = found.articles + _ASSUMED_ARTICLES
    return {stem: log((total + 1) / (count + 0.5)) for stem, count in found.held.items()}
