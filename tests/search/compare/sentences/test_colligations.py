"""Which function words stand beside the words of a sentence."""

from __future__ import annotations

from search import Article, ArticleId, Block
from search.compare.annotated_article import annotate
from search.compare.sentences.colligations import (
    Colligation,
    colligations,
    negates,
    verb_particles,
)
from search.compare.sentences.distinct_sentences import joined


def company(text: str, language: str | None = None) -> frozenset[Colligation]:
    article = Article(ArticleId("0" * 16), "a.md", (Block("paragraph", text),), language=language)
    (sentence,) = annotate(article).sentences
    return colligations(sentence.words, joined)


def test_a_word_is_told_with_the_function_words_right_before_and_after_it() -> None:
    assert company("They stepped down.") == {
        Colligation("step", "they", after=False),
        Colligation("step", "down", after=True),
    }


def test_determiners_are_passed_over() -> None:
    assert company("Accused of the fraud.") == {
        Colligation("accus", "of", after=True),
        Colligation("fraud", "of", after=False),
    }
    assert company("Accused of fraud.") == company("Accused of their fraud.")


def test_two_content_words_and_two_function_words_are_no_company() -> None:
    assert company("Rivers flooded towns.") == frozenset()
    assert company("It is what it was.") == frozenset()


def test_function_words_are_those_of_the_language() -> None:
    told = company("Der Minister sprach mit Berlin.", "de")
    assert Colligation(joined("berlin"), "mit", after=False) in told


def test_a_particle_makes_another_verb() -> None:
    assert verb_particles(company("The army shut down the road to Marlow.")) == {"shut": "down"}
    assert verb_particles(company("The road to Marlow is shut.")) == {}


def test_negation_is_told_by_words_contracted_ones_too() -> None:
    assert negates(("he", "did", "not", "go"))
    assert negates(("they", "don't", "care"))
    assert not negates(("nothing", "knots", "note"))
