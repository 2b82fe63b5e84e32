"""Noted passages are found again, or known to be lost."""

from __future__ import annotations

import pytest

from search.article import Article, ArticleId, Block
from search.marks import WHOLE_ARTICLE
from search.marks.passages import find_again, find_quote, passage_at

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


def test_a_note_on_the_whole_article_has_no_place() -> None:
    assert find_again(article(*TEXTS), WHOLE_ARTICLE) is None
    assert find_quote(article(*TEXTS), "") is None
