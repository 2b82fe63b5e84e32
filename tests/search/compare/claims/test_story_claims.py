from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from many_tellings import BISHOP, CRANES, WALKOUT, telling, tellings

from search.compare.claims.story_claims import (
    MOST_CHARACTERS,
    MOST_CLAIMS,
    MOST_VERSIONS,
    chosen_versions,
    story_claims,
)
from search.errors import CancelledError

if TYPE_CHECKING:
    from search.article import Article
    from search.compare.claims.claim_values import StoryClaims


def claims_of(articles: list[Article], left_out: int = 0) -> StoryClaims:
    return story_claims(articles, None, [()] * len(articles), left_out, lambda: False)


def test_claims_come_by_how_many_outlets_tell_them() -> None:
    found = claims_of(tellings())
    assert found.outlets == ("Pilot", "Tide", "Elbe Bote")
    assert [(one.text, one.cells, one.alone) for one in found.claims] == [
        (CRANES, ("full", "full", "full"), False),
        (WALKOUT, ("full", "full", "none"), False),
        (BISHOP, ("none", "none", "full"), True),
    ]
    assert found.cuts == ()


def test_each_sentence_of_a_claim_has_its_version_and_place() -> None:
    found = claims_of(tellings())
    walkout = found.claims[1]
    assert [(one.version, one.at.block, one.full) for one in walkout.sentences] == [
        (0, 0, True),
        (1, 0, True),
        (3, 0, True),
    ]
    assert found.by_article(walkout, full=True) == {
        found.versions[at].id: (0, 0, len(one.text))
        for at, one in zip((0, 1, 3), walkout.sentences, strict=True)
    }
    assert found.by_article(walkout, full=False) == {}


def test_an_outlet_that_only_says_something_related_tells_a_claim_partly() -> None:
    vague = (
        "Ships lie off the port, for the cranes of the terminal have idled since Monday morning."
    )
    found = claims_of([*tellings()[:2], telling(4, "Gazette", (vague,))])
    cranes = next(one for one in found.claims if "cranes" in one.text and one.outlets > 1)
    assert cranes.cells == ("full", "full", "partly")
    related = found.versions[2].id
    assert list(found.by_article(cranes, full=False)) == [related]


def test_articles_without_a_source_are_outlets_of_their_own() -> None:
    found = claims_of([telling(number, None, (WALKOUT,)) for number in range(2)])
    assert found.outlets == (None, None)
    assert found.claims[0].outlets == 2


def test_versions_of_one_outlet_alone_are_nobody_s_alone() -> None:
    found = claims_of([telling(number, "Pilot", (WALKOUT, CRANES)) for number in range(2)])
    assert [one.alone for one in found.claims] == [False, False]


def test_a_single_version_has_no_claims() -> None:
    assert claims_of(tellings()[:1]).claims == ()
    assert claims_of([]).claims == ()


def test_the_first_of_each_outlet_is_compared_before_others() -> None:
    sources = ["Pilot"] * MOST_VERSIONS + ["Tide", None]
    heads = [telling(number, one, (WALKOUT,)).head for number, one in enumerate(sources)]
    chosen = chosen_versions(heads)
    assert len(chosen) == MOST_VERSIONS
    assert chosen == [*range(MOST_VERSIONS - 2), MOST_VERSIONS, MOST_VERSIONS + 1]


def test_what_is_left_out_is_said() -> None:
    words = [f"Word{number} tells quay{number} of boat{number}." for number in range(MOST_CLAIMS)]
    long = telling(5, "Tide", (" ".join(words), CRANES * (MOST_CHARACTERS // len(CRANES))))
    found = claims_of([telling(0, "Pilot", (WALKOUT,)), long], left_out=3)
    assert len(found.claims) == MOST_CLAIMS
    assert found.cuts[:2] == ("3 of 5 versions", "the ends of 1 long version")
    assert found.cuts[2].endswith(" claims that fewest tell")


def test_it_stops_between_two_versions_once_nobody_wants_it() -> None:
    with pytest.raises(CancelledError):
        story_claims(tellings(), None, [()] * 4, 0, lambda: True)


def test_rarity_is_asked_for_once() -> None:
    asked = []

    def rarity(stems: object) -> dict[str, float]:
        asked.append(stems)
        return {}

    story_claims(tellings(), rarity, [()] * 4, 0, lambda: False)
    assert len(asked) == 1
