"""Noted passages are found again, or known to be lost."""

from __future__ import annotations

import pytest

from search.article import Article, ArticleId, Block
from search.marks import WHOLE_ARTICLE
from search.marks.passages import PassagePlace, find_again, find_each, find_quote, passage_at

TEXTS = ("The ferry sails at noon.", "The ferry sails at noon, says the captain of the new ship.")
QUOTE = "ferry sails"


def article(*texts: str) -> Article:
    return Article(ArticleId("1"), "a.md", tuple(Block("paragraph", text) for text in texts))


def found(quote: str, *texts: str) -> str | None:
    """Note the last place of a quotation, and say by its block and text where it is found again."""
    old = article(*TEXTS)
    place = find_quote(article(*TEXTS[1:]), quote)
    assert place is not None
    passage = passage_at(old, place._replace(block=1))
    again = find_again(article(*texts), passage)
    return again and f"{again.block}: {texts[again.block][again.start : again.stop]}"


@pytest.mark.parametrize(
    ("texts", "place"),
    [
        (TEXTS, "1: ferry sails"),
        (("New.", *TEXTS), "2: ferry sails"),
        ((TEXTS[1],), "0: ferry sails"),
        ((TEXTS[0],), "0: ferry sails"),
        (("Nothing of it.",), None),
        ((), None),
    ],
)
def test_where_the_same_words_stand(texts: tuple[str, ...], place: str | None) -> None:
    assert found(QUOTE, *texts) == place


def test_where_its_surroundings_stand_when_its_words_have_changed() -> None:
    assert found("says the captain", TEXTS[1].replace("says", "said")) == "0: said the captain"
    assert found("says the captain", TEXTS[1].replace("says the captain", "x" * 99)) is None


THREE = ("The ferry sank at dawn.", "Yes.", "Nobody was hurt, the harbour said.")
PLACES = (PassagePlace(1, 4, 23), PassagePlace(2, 0, 4), PassagePlace(3, 0, 15))
OVER_THREE = "ferry sank at dawn.\n\nYes.\n\nNobody was hurt"


@pytest.mark.parametrize(
    ("texts", "blocks"),
    [
        (("Yes.", *THREE), (1, 2, 3)),
        (("New.", "Yes.", *THREE, "Yes."), (2, 3, 4)),
        (("Yes.", THREE[0], "New.", *THREE[1:]), (1, 3, 4)),
        (("Yes.", THREE[0], THREE[2]), (1, 2)),
        (THREE[1:], (0, 1)),
        (("Nothing of it.",), ()),
    ],
)
def test_a_passage_over_several_blocks(texts: tuple[str, ...], blocks: tuple[int, ...]) -> None:
    passage = passage_at(article("Yes.", *THREE), *PLACES)
    assert passage.quote == OVER_THREE
    assert (passage.prefix, passage.suffix) == ("The ", ", the harbour said.")
    found = find_each(article(*texts), passage)
    assert tuple(place.block for place in found) == blocks
    said = [texts[one.block][one.start : one.stop] for one in found]
    assert set(said) <= set(OVER_THREE.split("\n\n"))


def test_a_passage_of_one_block_has_one_place() -> None:
    passage = passage_at(article(*TEXTS), PassagePlace(1, 4, 15))
    assert find_each(article(*TEXTS), passage) == (PassagePlace(1, 4, 15),)


def test_a_note_on_the_whole_article_has_no_place() -> None:
    assert find_again(article(*TEXTS), WHOLE_ARTICLE) is None
    assert find_each(article(*TEXTS), WHOLE_ARTICLE) == ()
    assert find_quote(article(*TEXTS), "") is None
