"""Two articles compared."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from search.compare.annotated_article import annotate
from search.compare.comparison import Comparison, Meets
from search.compare.extent import compared_part
from search.compare.figures.differing_figures import figures
from search.compare.names.capitals import count_capitals
from search.compare.names.mentions import mentions, name_stems
from search.compare.names.name_groups import group_names
from search.compare.names.thing_names import thing_names
from search.compare.quotations.quotation_pairs import pair_quotations
from search.compare.quotations.quotations import quotes
from search.compare.sentences.distinct_sentences import places_told
from search.compare.sentences.exact_runs import runs
from search.compare.sentences.judged_sentences import apply_judgements
from search.compare.sentences.sentence_links import Linked, link
from search.compare.sentences.version_links import version_links
from search.compare.sentences.wording import wording
from search.compare.word_usage import word_usage
from search.sides import Sides

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from search.article import Article
    from search.compare.annotated_article import AnnotatedArticle
    from search.compare.comparison import At, Judgement, Link, Tier
    from search.compare.names.capitals import Capitals
    from search.compare.names.told_name import Mention
    from search.compare.sentences.word_weights import Rarity

NONE_STANDING: Sides[Collection[int]] = Sides((), ())


def compare(
    left: Article,
    right: Article,
    idf: Rarity | None = None,
    standing: Sides[Collection[int]] = NONE_STANDING,
    judged: Sequence[Judgement] = (),
    *,
    versions: bool = False,
) -> Comparison:
    """Compare two articles by the words of their stories; titles and boilerplate take no part, nor what stands.

    A block of standing sentences alone is boilerplate in the answer. Swapping the sides mirrors it.
    Of a very long article only the beginning is compared; see `extent`. Cost: 30 ms for 700 words.

    Args:
        left: one article.
        right: the other.
        idf: gives the inverse document frequency of stems, positive, in one question; else the two tell it.
        standing: for each side the `search.text.sentence_keys` that recur in its source.
        judged: what the reader said of pairs of sentences; the rest follows.
        versions: whether they are versions of one article, the earlier first; see `version_links`.
    """
    told = Sides(_told(left, standing.left), _told(right, standing.right))
    named, seen, stems = _named(told)
    found, cuts = link(told, named, stems, idf) if not versions else Linked(version_links(told), ())
    links, apart = apply_judgements(found, told, judged)
    meets, (names, naming) = _both_meet(told, links), group_names(told, named, seen)
    left_quotes, right_quotes = quotes(told.left, named.left), quotes(told.right, named.right)
    both_quote = Sides(left_quotes.quotes, right_quotes.quotes)
    return Comparison(
        left=_noted(told.left.article, cuts),
        right=_noted(told.right.article, cuts),
        sentences=Sides(_places(told.left), _places(told.right)),
        links=links,
        runs=runs(told.left, told.right),
        shared=Sides(sum(meets.left), sum(meets.right)),
        meets=meets,
        wording=wording(told, links),
        vocabulary=word_usage((told.left.article, told.left), (told.right.article, told.right)),
        names=names,
        naming=(*naming, *thing_names(told, links)),
        quotes=both_quote,
        quotations=pair_quotations(both_quote),
        quoted=Sides(left_quotes.share, right_quotes.share),
        figures=figures(told.left, told.right, links, stems, versions=versions),
        repeats=Sides(_repeats(told.left), _repeats(told.right)),
        judged=tuple(judged),
        apart=apart,
        versions=versions,
    )


def _named(
    told: Sides[AnnotatedArticle],
) -> tuple[Sides[tuple[Mention, ...]], Capitals, frozenset[str]]:
    """Give the names in both, how words are written there, and the stems that mostly stand in names."""
    seen = count_capitals((told.left, told.right))
    named = Sides(mentions(told.left, seen), mentions(told.right, seen))
    return named, seen, name_stems(((told.left, named.left), (told.right, named.right)))


def _told(article: Article, standing: Collection[int]) -> AnnotatedArticle:
    return annotate(compared_part(article), standing)


def _noted(article: Article, cuts: tuple[str, ...]) -> Article:
    return replace(article, cuts=(*article.cuts, *cuts)) if cuts else article


def _places(annotated: AnnotatedArticle) -> tuple[At, ...]:
    return tuple(sentence.at for sentence in annotated.sentences)


def _weakest_first(links: Sequence[Link]) -> list[Link]:
    return sorted(links, key=lambda link: link.tier == "related", reverse=True)


def _both_meet(told: Sides[AnnotatedArticle], links: Sequence[Link]) -> Sides[Meets]:
    return Sides(
        _meets(told.left, {link.left: link.tier for link in _weakest_first(links)}),
        _meets(told.right, {link.right: link.tier for link in _weakest_first(links)}),
    )


def _meets(annotated: AnnotatedArticle, tiers: Mapping[int, Tier]) -> Meets:
    """Give the shares of words in sentences linked by the upper tiers, and in others only."""
    words = [len(sentence.words) for sentence in annotated.sentences]
    related = sum(words[i] for i, tier in tiers.items() if tier == "related")
    same = sum(words[i] for i in tiers) - related
    return Meets(same / sum(words), related / sum(words)) if words else Meets(0.0, 0.0)


def _repeats(annotated: AnnotatedArticle) -> tuple[tuple[int, int], ...]:
    """Pair each sentence that repeats an earlier one word for word with that one."""
    return tuple(sorted((place, at[0]) for at in places_told(annotated) for place in at[1:]))
