"""Phrases are gathered by how they are written, the most frequent first."""

from search.compare.comparison import At, Epithet
from search.compare.names.counted_phrases import count_phrases


def test_the_most_frequent_phrase_comes_first_then_by_letters() -> None:
    places = [At(0, k, k + 1) for k in range(4)]
    said = zip(["the mayor", "the boss", "the mayor", "a clerk"], places, strict=True)
    assert count_phrases(said) == (
        Epithet("the mayor", (places[0], places[2])),
        Epithet("a clerk", (places[3],)),
        Epithet("the boss", (places[1],)),
    )


def test_no_phrases_are_none() -> None:
    assert count_phrases([]) == ()
