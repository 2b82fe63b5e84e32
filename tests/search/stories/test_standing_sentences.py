"""What recurs in a source is furniture where different things are told, and nowhere else."""

from __future__ import annotations

import pytest

from search.stories import enough, headline_stems, tell_of_different_things
from search.stories.standing_sentences import LOOKED_AT

NO_HEADLINE = [frozenset[str]()] * LOOKED_AT
NO_SENTENCES = [frozenset[int]()] * LOOKED_AT


@pytest.mark.parametrize(("articles", "least"), [(0, 3), (3, 3), (600, 3), (601, 4), (20_000, 100)])
def test_three_are_enough_or_one_in_two_hundred(articles: int, least: int) -> None:
    assert enough(articles) == least


def test_three_that_are_apart_are_asked_for() -> None:
    assert not tell_of_different_things(
        NO_HEADLINE[:4], NO_SENTENCES[:4], lambda a, _: 0.9 * (a in {0, 1})
    )
    assert tell_of_different_things(
        NO_HEADLINE[:4], NO_SENTENCES[:4], lambda a, b: 0.9 * ((a, b) == (0, 1))
    )
    assert not tell_of_different_things(NO_HEADLINE[:2], NO_SENTENCES[:2], lambda *_: 0.0)
    assert not tell_of_different_things(NO_HEADLINE, NO_SENTENCES, lambda *_: 0.3)


def test_copies_are_not_apart_whatever_their_words_weigh() -> None:
    copies = [frozenset(range(8)), frozenset(range(8)), frozenset(range(6))]
    assert not tell_of_different_things(NO_HEADLINE[:3], copies, lambda *_: 0.0)
    others = [frozenset(range(at, at + 8)) for at in (0, 4, 8)]
    assert tell_of_different_things(NO_HEADLINE[:3], others, lambda *_: 0.0)


def test_headlines_that_share_nothing_allow_for_more_closeness() -> None:
    heads = [headline_stems(one) for one in ("Levee breaks", "A cake for June", "Strike in port")]
    assert tell_of_different_things(heads, NO_SENTENCES, lambda *_: 0.3)
    assert not tell_of_different_things(heads, NO_SENTENCES, lambda *_: 0.4)
    heads[2] = headline_stems("Levees again")
    assert not tell_of_different_things(heads, NO_SENTENCES, lambda *_: 0.3)


def test_a_headline_is_known_by_the_stems_of_what_it_says() -> None:
    assert headline_stems("The levees are breaking") == headline_stems("Levee breaks")
    assert headline_stems(None) == headline_stems("The") == frozenset()
