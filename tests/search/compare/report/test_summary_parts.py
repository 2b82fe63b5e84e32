"""What the summary chooses: claims, speakers, passages of one side, names."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from search.compare import At, Epithet, Naming, Quote, compare
from search.compare.comparison import text_at
from search.compare.report.one_sided import longest_one_sided, used_words
from search.compare.report.shared_claims import related_claim, shared_claims
from search.compare.report.speaking_shares import speaking_shares
from search.compare.report.strangest_names import strangest_names
from search.sides import Sides

if TYPE_CHECKING:
    from collections.abc import Callable

    from search.article import Article
    from search.compare import Comparison

    Maker = Callable[..., Article]

DAM = "The old dam above Marlow broke on Monday night and flooded two hundred houses."
SCHOOL = "Schools in the valley stay closed until engineers have inspected every bridge."
COST = "Rebuilding the bridge will cost nine million euros, the treasurer estimated."
BIRDS = "Herons nested undisturbed beside the quarry."
BAND = "A brass band from Ardley rehearsed in the church."


def named(comparison: Comparison, *naming: Naming) -> Comparison:
    return replace(comparison, naming=naming)


def phrase(text: str) -> Epithet:
    return Epithet(text, (At(0, 0, 1),))


def test_a_claim_told_before_is_not_told_again(article: Maker) -> None:
    said = f"He wrote: {DAM}"
    found = compare(article(DAM, said, SCHOOL), article(DAM, said, SCHOOL))

    told = [found.links[number] for number in shared_claims(found)]

    assert sorted((link.left, link.right) for link in told) in ([(0, 0), (2, 2)], [(1, 1), (2, 2)])


def test_only_links_of_the_upper_tiers_are_claims_of_both(article: Maker) -> None:
    found = compare(article(DAM, BIRDS, BAND), article(DAM, COST))

    assert {found.links[number].tier for number in shared_claims(found)} == {"same words"}
    assert related_claim(found) is None


def test_forms_of_one_name_speak_as_one(article: Maker) -> None:
    told = (
        "“We saw it coming for weeks,” engineer Petra Lang said. In Marlow Petra Lang was heard.",
        "“Nobody listened to any of us,” said Lang. “It is done now,” he heard somebody say.",
    )

    found = compare(article(*told), article(BIRDS))

    first = speaking_shares(found, "left")[0]
    assert (first.speaker, first.words, len(first.places)) == ("Petra Lang", 12, 2)
    assert speaking_shares(found, "right") == ()


def test_what_nobody_plainly_says_comes_last(article: Maker) -> None:
    told = "“So many words that nobody owns at all,” it read. “We are late,” said Petra Lang."

    shares = speaking_shares(compare(article(told), article(BIRDS)), "left")

    assert shares[-1].speaker is None or len(shares) == 1


@pytest.mark.parametrize(
    ("written", "first"),
    [
        ("a letter from the treasurer", "Petra Lang"),
        ("Ann Law", "Ann Law"),
        ("the bill", "Petra Lang"),
    ],
)
def test_who_speaks_comes_before_what_is_written(article: Maker, written: str, first: str) -> None:
    bare = compare(article(DAM), article(BIRDS))
    quotes = (
        Quote("five words of great weight", written, "says", At(0, 0, 4)),
        Quote("we saw it", "Petra Lang", "said", At(0, 5, 9)),
    )

    shares = speaking_shares(replace(bare, quotes=Sides(quotes, ())), "left")

    assert shares[0].speaker == first


def test_the_longest_passage_is_one_of_sentences_in_a_row(article: Maker) -> None:
    found = compare(article(BIRDS, DAM, BAND, COST), article(DAM))

    passage = longest_one_sided(found, "left", used_words(found))

    assert passage is not None
    assert [text_at(found.left, at) for at in passage.sentences] == [BAND, COST]
    assert text_at(found.left, passage.telling) == COST
    assert passage.words == 20
    assert longest_one_sided(found, "right", used_words(found)) is None


def test_names_that_say_most_on_both_sides_are_the_strangest(article: Maker) -> None:
    bare = compare(article(BIRDS), article(BAND))
    ann = Naming(
        "Ann Lee", (phrase("Ann Lee"), phrase("mayor Ann Lee")), (phrase("Lee"),), "person"
    )
    bo = Naming("Bo Day", (phrase("self-made man Bo Day"),), (phrase("debtor Bo Day"),), "person")
    ban = Naming("ban", (phrase("wise and careful travel ban"),), (phrase("ban"),), "thing")

    pair = strangest_names(named(bare, ann, bo, ban))

    assert pair is not None
    assert (pair.left.text, pair.right.text) == ("self-made man Bo Day", "debtor Bo Day")
    assert strangest_names(named(bare, ann, ban)) is None
    assert strangest_names(bare) is None
