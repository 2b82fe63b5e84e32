"""The sentences of an article, each once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from search import Article, ArticleId, Block
from search.compare.annotated_article import annotate
from search.compare.names.capitals import count_capitals
from search.compare.names.mentions import mentions
from search.compare.sentences.distinct_sentences import (
    fold_repeats,
    in_order,
    joined,
    places_told,
)

if TYPE_CHECKING:
    from search.compare.sentences.distinct_sentences import DistinctSentence


def folded(*paragraphs: str) -> tuple[DistinctSentence, ...]:
    blocks = tuple(Block("paragraph", text) for text in paragraphs)
    annotated = annotate(Article(ArticleId("0" * 16), "a.md", blocks))
    found = mentions(annotated, count_capitals((annotated,)))
    told = fold_repeats(annotated, found)
    assert tuple(one.places for one in told) == places_told(annotated)
    return told


def test_what_is_said_twice_is_one_sentence_with_two_places() -> None:
    told = folded("The dam broke.", "It rained.", "The dam broke!")
    assert [one.places for one in told] == [(0, 2), (1,)]


def test_stems_are_joined_by_their_first_letters_and_numbers_are_not() -> None:
    assert joined("immigr") == joined("immigrant") == "immig"
    assert joined("1234567") == "1234567"


def test_a_name_is_one_with_the_words_before_it_that_say_who_its_bearer_is() -> None:
    (told,) = folded("On Friday the interim president Juan Ruiz met Ana Vela in Larne.")
    names = {word: told.name_of.get(word) for word in ("inter", "presi", "juan", "ruiz", "ana")}
    assert len({names["inter"], names["presi"], names["juan"], names["ruiz"]}) == 1
    assert names["ana"] not in {None, names["juan"]}
    assert "frida" not in told.name_of


def test_a_sentence_tells_its_particles_and_whether_it_negates() -> None:
    (told,) = folded("The mayor won't step down.")
    assert told.negates
    assert told.particles == {"step": "down"}
    (told,) = folded("The mayor is to step up.")
    assert not told.negates


def test_repeats_meet_in_order_and_the_last_takes_what_is_left() -> None:
    assert list(in_order((0, 4), (1, 2, 3))) == [(0, 1), (4, 2), (4, 3)]
